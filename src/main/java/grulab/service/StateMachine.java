package grulab.service;

import grulab.model.RunState;
import grulab.model.RunState.Phase;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** The one place that knows whether the experiment runs; changed by compare-and-set, from any thread. */
final class StateMachine {
    private final AtomicReference<RunState> state = new AtomicReference<>(RunState.IDLE);

    RunState get() {
        return Objects.requireNonNull(state.get());
    }

    boolean is(Phase phase) {
        return get().phase() == phase;
    }

    /** Moves if that is allowed from where it stands; false, and nothing changed, if not. */
    boolean move(RunState to) {
        RunState from = get();
        while (allowed(from.phase(), to.phase())) {
            if (state.compareAndSet(from, to)) {
                return true;
            }
            from = get();
        }
        return false;
    }

    static boolean allowed(Phase from, Phase to) {
        return switch (from) {
            case CLOSED -> false;
            // a lab file may be opened, or another experiment started, wherever the last one stood
            case FAILED -> to != Phase.RUNNING;
            case IDLE, RUNNING, PAUSED -> true;
        };
    }
}
