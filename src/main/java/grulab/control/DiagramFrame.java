package grulab.control;

import grulab.model.Convention;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import org.jspecify.annotations.Nullable;

/**
 * One picture of the gate diagram. Everything drawn follows from it, so that a movement can stop anywhere and run back.
 *
 * @param now the step that is shown, or null if nothing is computed yet
 * @param earlier what the strips come from while they fade over, or null
 * @param mix 0 the earlier strips, 1 the present ones
 * @param after 0 U_n before the product's way to h̃, 1 after the highway
 * @param admit 0 z on the arm to h's ⊙, 1 on the arm to h̃'s
 * @param level micro-steps done, counted from 1; in between, the share of the next one
 * @param running true if wires run from source to target while the level rises, false if they fade
 * @param column how far the ghost column is on its way from the map into the strips, 1 if there is none
 * @param outline opacity of the ink around h_t after its numbers have changed
 */
record DiagramFrame(
        @Nullable DiagramMoment now,
        @Nullable DiagramMoment earlier,
        double mix,
        double after,
        double admit,
        double level,
        boolean running,
        double column,
        double outline) {

    /** Milliseconds of a micro-step forward: the line runs, the strip fills, the formula lights. */
    static final double RUN = 250;

    static final double FILL = 250;
    static final double LIGHT = 100;
    static final double FORWARD = RUN + FILL + LIGHT;

    /** The picture at rest. */
    static DiagramFrame still(@Nullable DiagramMoment now, double level) {
        Convention c = convention(now);
        double after = c.reset() == ResetPosition.AFTER ? 1 : 0;
        double admit = c.update() == UpdateMeaning.ADMIT ? 1 : 0;
        return new DiagramFrame(now, null, 1, after, admit, level, true, 1, 0);
    }

    private static Convention convention(@Nullable DiagramMoment now) {
        return now == null ? Convention.PYTORCH : now.convention();
    }

    Convention convention() {
        return convention(now);
    }

    boolean isBackward() {
        return now != null && now.isBackward();
    }

    /** The micro-step at which a part comes in, in the direction that is shown. */
    int step(DiagramPart part) {
        return isBackward() ? part.backStep(convention()) : part.microStep(convention());
    }

    /** 0 if a part is as faint as what is still to come, 1 if it is done. */
    double strength(DiagramPart part) {
        return strength(step(part));
    }

    DiagramFrame with(DiagramMoment other) {
        return new DiagramFrame(other, earlier, mix, after, admit, level, running, column, outline);
    }

    /** How far a micro-step has got: 0 not begun, 1 done. */
    private double share(int microStep) {
        return Math.max(0, Math.min(1, level - (microStep - 1)));
    }

    /** How much of the wires into a micro-step's nodes is drawn. */
    double run(int microStep) {
        double share = share(microStep);
        return running ? Math.min(1, share * FORWARD / RUN) : share > 0 ? 1 : 0;
    }

    /** How much of a micro-step's strips is filled, from the top. */
    double fill(int microStep) {
        double share = share(microStep);
        return running ? Easing.out(Math.max(0, Math.min(1, (share * FORWARD - RUN) / FILL))) : share;
    }

    /** 0 as faint as what is still to come, 1 as strong as what is done. */
    double strength(int microStep) {
        return running ? run(microStep) : share(microStep);
    }
}
