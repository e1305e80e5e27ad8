package grulab.engine.twin;

import grulab.engine.whatif.Reading;
import grulab.model.Quantity;
import grulab.model.StepTrace;
import grulab.model.TwinDifference;
import java.util.List;

/** Where two ways through the same passage part. */
final class Parting {
    /** Above this, relative to 1, a difference in float64 is more than rounding. */
    private static final double ROUNDING = 1e-9;

    /** A step computes them in this order. */
    private static final List<Quantity> ORDER =
            List.of(Quantity.RESET, Quantity.UPDATE, Quantity.PRODUCT, Quantity.CANDIDATE, Quantity.STATE);

    private final Reading a;
    private final Reading b;
    private final boolean relabelled;

    /** @param relabelled whether the update gate of one is meant to be 1 − that of the other */
    Parting(Reading a, Reading b, boolean relabelled) {
        this.a = a;
        this.b = b;
        this.relabelled = relabelled;
    }

    /** @param engine the same two, as the engine computed them in float32 */
    TwinDifference measure(StepTrace engineA, StepTrace engineB) {
        int hidden = a.hidden();
        float[] delta = new float[a.steps() * hidden];
        double largest = 0;
        int t = -1;
        for (int i = 0; i < delta.length; i++) {
            double difference = difference(Quantity.STATE, i);
            delta[i] = (float) difference;
            largest = Math.max(largest, difference);
            t = t < 0 && parts(difference) ? i / hidden : t;
        }
        int unit = t < 0 ? 0 : unit(t);
        Quantity quantity = t < 0 ? Quantity.STATE : quantity(t * hidden + unit);
        return new TwinDifference(delta, largest, engineLargest(engineA, engineB), t, unit, quantity);
    }

    /** The one whose states differ most; a number that is none differs from every other. */
    private int unit(int t) {
        int hidden = a.hidden();
        int most = 0;
        for (int k = 1; k < hidden; k++) {
            int order = Double.compare(
                    difference(Quantity.STATE, t * hidden + k), difference(Quantity.STATE, t * hidden + most));
            most = order > 0 ? k : most;
        }
        return most;
    }

    private Quantity quantity(int i) {
        return ORDER.stream()
                .filter(quantity -> parts(difference(quantity, i)))
                .findFirst()
                .orElse(Quantity.STATE);
    }

    private double difference(Quantity quantity, int i) {
        double other = b.of(quantity)[i];
        return Math.abs(a.of(quantity)[i] - (relabelled && quantity == Quantity.UPDATE ? 1 - other : other));
    }

    private static boolean parts(double difference) {
        return !(difference <= ROUNDING);
    }

    private static double engineLargest(StepTrace a, StepTrace b) {
        float[] one = a.of(Quantity.STATE);
        float[] other = b.of(Quantity.STATE);
        double largest = 0;
        for (int i = 0; i < one.length; i++) {
            largest = Math.max(largest, Math.abs((double) one[i] - other[i]));
        }
        return largest;
    }
}
