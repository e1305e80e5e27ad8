package grulab.engine.whatif;

import grulab.model.Edit;
import grulab.model.Quantity;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which values of a window are given instead of computed. What is given is a constant: nothing flows back through it. */
final class Interventions {
    private final int hidden;

    /** [T·H] of each quantity of which something is given; NaN where it is computed. */
    private final Map<Quantity, double[]> given;

    private final @Nullable Nudge nudge;

    private Interventions(int hidden, Map<Quantity, double[]> given, @Nullable Nudge nudge) {
        this.hidden = hidden;
        this.given = given;
        this.nudge = nudge;
    }

    static Interventions of(List<Edit> edits, int steps, int hidden) {
        Map<Quantity, double[]> given = new EnumMap<>(Quantity.class);
        for (Edit edit : edits) {
            if (edit instanceof Edit.Value value) {
                double[] all = given.computeIfAbsent(value.quantity(), q -> nothing(steps * hidden));
                for (int t = value.from(); t <= value.to(); t++) {
                    if (value.unit() == Edit.EVERY) {
                        Arrays.fill(all, t * hidden, (t + 1) * hidden, value.value());
                    } else {
                        all[t * hidden + value.unit()] = value.value();
                    }
                }
            }
        }
        return new Interventions(hidden, given, null);
    }

    private static double[] nothing(int size) {
        double[] all = new double[size];
        Arrays.fill(all, Double.NaN);
        return all;
    }

    Interventions with(Nudge more) {
        return new Interventions(hidden, given, more);
    }

    boolean gives(Quantity quantity, int t, int unit) {
        double[] all = given.get(quantity);
        return all != null && !Double.isNaN(all[t * hidden + unit]);
    }

    /** Puts what is given of a quantity at step t into its values [H], which begin at a place of an array. */
    void apply(Quantity quantity, int t, double[] values, int at) {
        double[] all = given.get(quantity);
        if (all != null) {
            for (int k = 0; k < hidden; k++) {
                double value = all[t * hidden + k];
                values[at + k] = Double.isNaN(value) ? values[at + k] : value;
            }
        }
        nudge(quantity, false, t, values, at);
    }

    /** Before the curve of a gate. */
    void applyToSums(Quantity quantity, int t, double[] sums) {
        nudge(quantity, true, t, sums, 0);
    }

    /** To a start state. */
    void applyToStart(Quantity state, double[] values) {
        nudge(state, false, -1, values, 0);
    }

    private void nudge(Quantity quantity, boolean sum, int t, double[] values, int at) {
        if (nudge != null && nudge.quantity() == quantity && nudge.sum() == sum && nudge.t() == t) {
            values[at + nudge.unit()] += nudge.by();
        }
    }

    /** Takes out of ∂L/∂ of a quantity [H] what would flow on through values that are given. */
    void stop(Quantity quantity, int t, double[] slopes) {
        double[] all = given.get(quantity);
        if (all != null) {
            for (int k = 0; k < hidden; k++) {
                slopes[k] = Double.isNaN(all[t * hidden + k]) ? slopes[k] : 0;
            }
        }
    }
}
