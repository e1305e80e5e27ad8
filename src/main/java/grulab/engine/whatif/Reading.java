package grulab.engine.whatif;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Quantity;
import grulab.model.StepTrace;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a window comes to, in float64.
 *
 * @param start h_0, and c_0 of an LSTM, each [H]
 * @param values [T·H] of every quantity of the cell, and of a GRU's PRODUCT
 * @param gradients total ∂L/∂ of every quantity of the cell [T·H]
 * @param startGradients ∂L/∂ of what is in {@code start}
 * @param losses −ln p of each target [T], nats
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once and never written
public record Reading(
        CellType cell,
        Convention convention,
        int steps,
        int hidden,
        Map<Quantity, double[]> start,
        Map<Quantity, double[]> values,
        Map<Quantity, double[]> gradients,
        Map<Quantity, double[]> startGradients,
        double[] losses) {
    public Reading {
        start = Map.copyOf(start);
        values = Map.copyOf(values);
        gradients = Map.copyOf(gradients);
        startGradients = Map.copyOf(startGradients);
    }

    /** Mean cross-entropy, nats per token. */
    public double loss() {
        return Arrays.stream(losses).sum() / steps;
    }

    /** All of a quantity [T·H]. */
    public double[] of(Quantity quantity) {
        return Objects.requireNonNull(values.get(quantity), () -> "the cell has no " + quantity);
    }

    /** Total ∂L/∂ of a quantity [T·H]. */
    public double[] gradient(Quantity quantity) {
        return Objects.requireNonNull(gradients.get(quantity), () -> "there is no gradient of " + quantity);
    }

    /** The same in float32, as the engine hands over what it computed. */
    public StepTrace trace() {
        return new StepTrace(
                cell,
                convention,
                steps,
                hidden,
                narrow(start.getOrDefault(Quantity.STATE, new double[0])),
                narrow(start.getOrDefault(Quantity.CELL, new double[0])),
                narrow(values),
                narrow(gradients));
    }

    private static Map<Quantity, float[]> narrow(Map<Quantity, double[]> wide) {
        Map<Quantity, float[]> narrow = new EnumMap<>(Quantity.class);
        wide.forEach((quantity, values) -> narrow.put(quantity, narrow(values)));
        return narrow;
    }

    private static float[] narrow(double[] wide) {
        float[] values = new float[wide.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) wide[i];
        }
        return values;
    }
}
