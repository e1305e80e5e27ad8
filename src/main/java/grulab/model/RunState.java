package grulab.model;

import org.jspecify.annotations.Nullable;

/**
 * Where the running experiment stands.
 *
 * @param divergence why it paused, if it ran away; null otherwise
 * @param failure what went wrong, one sentence; null unless failed
 */
public record RunState(
        Phase phase,
        @Nullable Divergence divergence,
        @Nullable String failure) {
    /** IDLE → RUNNING ⇄ PAUSED → CLOSED; anything but CLOSED → FAILED, from which a new start leads back to IDLE. */
    public enum Phase {
        /** Not trained yet. */
        IDLE,
        RUNNING,
        PAUSED,
        /** The experiment is lost; another can be started. */
        FAILED,
        /** For good. */
        CLOSED
    }

    public static final RunState IDLE = new RunState(Phase.IDLE, null, null);
    public static final RunState RUNNING = new RunState(Phase.RUNNING, null, null);
    public static final RunState PAUSED = new RunState(Phase.PAUSED, null, null);
    public static final RunState CLOSED = new RunState(Phase.CLOSED, null, null);

    public static RunState diverged(Divergence divergence) {
        return new RunState(Phase.PAUSED, divergence, null);
    }

    public static RunState failed(String sentence) {
        return new RunState(Phase.FAILED, null, sentence);
    }

    public boolean running() {
        return phase == Phase.RUNNING;
    }
}
