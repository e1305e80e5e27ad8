package grulab.model;

import java.util.Map;

/**
 * Everything inside the cell while it read one window: T × H of each quantity, as the engine computed it in float32.
 *
 * @param convention the convention that made the numbers
 * @param steps T
 * @param hidden H
 * @param start h_0 [H]
 * @param values each [T·H], step after step
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once and never written
public record StepTrace(Convention convention, int steps, int hidden, float[] start, Map<Quantity, float[]> values) {
    public StepTrace {
        values = Map.copyOf(values);
    }

    /** All of a quantity [T·H]; must not be written. */
    public float[] of(Quantity quantity) {
        float[] all = values.get(quantity);
        if (all == null) {
            throw new IllegalArgumentException("the trace holds no " + quantity);
        }
        return all;
    }

    /** A quantity of one unit at step t, both from 0. */
    public float at(Quantity quantity, int t, int unit) {
        return of(quantity)[t * hidden + unit];
    }

    /** h_{t−1}: the state that step t (from 0) starts from. */
    public float before(int t, int unit) {
        return t == 0 ? start[unit] : at(Quantity.STATE, t - 1, unit);
    }

    /** ‖∂L/∂h_t‖₂ at step t, from 0. */
    public double gradientNorm(int t) {
        float[] all = of(Quantity.STATE_GRADIENT);
        double sum = 0;
        for (int i = t * hidden; i < (t + 1) * hidden; i++) {
            sum += (double) all[i] * all[i];
        }
        return Math.sqrt(sum);
    }
}
