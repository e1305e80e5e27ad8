package grulab.engine.whatif;

import grulab.model.CellType;
import grulab.model.Edit;
import grulab.model.Quantity;
import grulab.model.Snapshot;
import grulab.model.StepTrace;
import grulab.model.arithmetic.Subject;
import java.util.Collections;
import java.util.List;

/**
 * The slope of a window's loss, measured: the number made a little larger and a little smaller, and the window read on from
 * there each time. It knows no chain rule, and must come to what the way back comes to.
 */
public final class FiniteDifference {
    /** How much larger and smaller; the error is about its square. */
    public static final double STEP = 1e-5;

    private FiniteDifference() {}

    /**
     * Total ∂L/∂ of a number, by a central difference in float64.
     *
     * @param edits in force; of a value that they give it is the slope too
     * @param of a {@link Subject.Slope}, also of a start or a GRU's product, or a {@link Subject.SumSlope}
     * @throws IllegalArgumentException if it is something else, or not of this window, or an edit is refused
     */
    public static double slope(Snapshot base, List<Edit> edits, Subject of) {
        if (of instanceof Subject.Slope slope) {
            place(base.trace(), slope.t(), slope.unit());
            if (!hasSlope(base.trace().cell(), slope.quantity(), slope.t())) {
                throw refusal(base, slope.quantity() + (slope.t() < 0 ? " before the window" : ""));
            }
            return slope(base, edits, slope.quantity(), false, slope.t(), slope.unit());
        }
        if (of instanceof Subject.SumSlope sum) {
            place(base.trace(), sum.t(), sum.unit());
            if (sum.t() < 0
                    || !base.trace().cell().gates().contains(sum.quantity().id())) {
                throw refusal(base, "sum inside " + sum.quantity());
            }
            return slope(base, edits, sum.quantity(), true, sum.t(), sum.unit());
        }
        throw new IllegalArgumentException(
                "The slope of the loss can be measured along a value or a sum, not along " + of + ".");
    }

    private static double slope(Snapshot base, List<Edit> edits, Quantity quantity, boolean sum, int t, int unit) {
        edits.forEach(edit -> Replay.check(base, edit));
        List<String> symbols = Collections.nCopies(base.weights().inputs(), "");
        Course course = Course.of(base, edits, symbols);
        Pass middle = Pass.of(course).forward();
        double[] above = losses(course, middle, new Nudge(quantity, sum, t, unit, STEP));
        double[] below = losses(course, middle, new Nudge(quantity, sum, t, unit, -STEP));
        double difference = 0;
        for (int i = 0; i < above.length; i++) {
            difference += above[i] - below[i];
        }
        return difference / (2 * STEP * above.length);
    }

    private static double[] losses(Course course, Pass middle, Nudge nudge) {
        return Pass.of(course.with(nudge)).forward(middle).losses();
    }

    private static boolean hasSlope(CellType cell, Quantity quantity, int t) {
        boolean state = quantity == Quantity.STATE || quantity == Quantity.CELL;
        boolean product = quantity == Quantity.PRODUCT && cell == CellType.GRU;
        return t < 0
                ? state && cell.quantities().contains(quantity)
                : product || cell.quantities().contains(quantity);
    }

    private static void place(StepTrace trace, int t, int unit) {
        if (t < -1 || t >= trace.steps() || unit < 0 || unit >= trace.hidden()) {
            throw new IllegalArgumentException("There is no unit %d at t %d in a window of %d steps and %d units."
                    .formatted(unit + 1, t + 1, trace.steps(), trace.hidden()));
        }
    }

    private static IllegalArgumentException refusal(Snapshot base, String what) {
        return new IllegalArgumentException("%s has no %s along which the loss could change."
                .formatted(base.trace().cell().title(), what));
    }
}
