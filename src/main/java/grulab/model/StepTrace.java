package grulab.model;

import java.util.Map;

/**
 * Everything inside the cell while it read one window: T × H of each quantity, as the engine computed it in float32.
 *
 * @param convention the convention that made the numbers; without meaning for LSTM and RNN
 * @param steps T
 * @param hidden H
 * @param start h_0 [H]
 * @param startCell c_0 [H] of an LSTM, empty for the others
 * @param values each [T·H], step after step: every quantity of the cell, and a GRU's PRODUCT
 * @param gradients total ∂L/∂ of every quantity of the cell, each [T·H], L the mean cross-entropy of the window in nats;
 *     empty if there was no way back
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once and never written
public record StepTrace(
        CellType cell,
        Convention convention,
        int steps,
        int hidden,
        float[] start,
        float[] startCell,
        Map<Quantity, float[]> values,
        Map<Quantity, float[]> gradients) {
    public StepTrace {
        values = Map.copyOf(values);
        gradients = Map.copyOf(gradients);
    }

    /** All of a quantity [T·H]; must not be written. */
    public float[] of(Quantity quantity) {
        float[] all = values.get(quantity);
        if (all == null) {
            throw new IllegalArgumentException("the trace holds no " + quantity);
        }
        return all;
    }

    /** Total ∂L/∂ of a quantity [T·H]; must not be written. */
    public float[] gradient(Quantity quantity) {
        float[] all = gradients.get(quantity);
        if (all == null) {
            throw new IllegalArgumentException("the trace holds no gradient of " + quantity);
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

    /** c_{t−1} of an LSTM. */
    public float cellBefore(int t, int unit) {
        return t == 0 ? startCell[unit] : at(Quantity.CELL, t - 1, unit);
    }

    /** All units of a quantity at step t [H], a copy, wide enough to go on with in float64. */
    public double[] row(Quantity quantity, int t) {
        return row(of(quantity), t);
    }

    /** Total ∂L/∂ of all units of a quantity at step t [H], such a copy. */
    public double[] gradientRow(Quantity quantity, int t) {
        return row(gradient(quantity), t);
    }

    /** h_{t−1} of all units [H], such a copy. */
    public double[] before(int t) {
        return t == 0 ? row(start, 0) : row(Quantity.STATE, t - 1);
    }

    /** c_{t−1} of all units of an LSTM [H], such a copy. */
    public double[] cellBefore(int t) {
        return t == 0 ? row(startCell, 0) : row(Quantity.CELL, t - 1);
    }

    private double[] row(float[] all, int t) {
        double[] row = new double[hidden];
        for (int unit = 0; unit < hidden; unit++) {
            row[unit] = all[t * hidden + unit];
        }
        return row;
    }

    /** ‖∂L/∂·‖₂ over all units at step t, from 0. */
    public double gradientNorm(Quantity quantity, int t) {
        float[] all = gradient(quantity);
        double sum = 0;
        for (int i = t * hidden; i < (t + 1) * hidden; i++) {
            sum += (double) all[i] * all[i];
        }
        return Math.sqrt(sum);
    }
}
