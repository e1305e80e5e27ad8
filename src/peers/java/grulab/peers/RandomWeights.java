package grulab.peers;

import grulab.model.CellType;
import grulab.model.SeededRandom;
import grulab.model.Weights;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** Where both sides start from. The values are exact in float32. */
final class RandomWeights {
    private RandomWeights() {}

    /** As torch.nn draws them: U(−1/√H, 1/√H) for everything; with two biases a gate or none. */
    static Weights uniform(CellType cell, int inputs, int hidden, int outputs, boolean biases, SeededRandom random) {
        double bound = 1 / Math.sqrt(hidden);
        DoubleSupplier draw = () -> bound * (2 * random.nextDouble() - 1);
        return draw(cell, inputs, hidden, outputs, draw, biases ? draw : null);
    }

    /** As Dive into Deep Learning draws them: N(0, 0.01²), biases zero. */
    static Weights small(CellType cell, int inputs, int hidden, int outputs, SeededRandom random) {
        return draw(cell, inputs, hidden, outputs, () -> 0.01 * random.nextGaussian(), () -> 0);
    }

    private static Weights draw(
            CellType cell, int inputs, int hidden, int outputs, DoubleSupplier weight, @Nullable DoubleSupplier bias) {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        cell.gates().forEach(gate -> arrays.put("W_i" + gate, values(hidden * inputs, weight)));
        cell.gates().forEach(gate -> arrays.put("W_h" + gate, values(hidden * hidden, weight)));
        if (bias != null) {
            cell.gates().forEach(gate -> arrays.put("b_i" + gate, values(hidden, bias)));
            cell.gates().forEach(gate -> arrays.put("b_h" + gate, values(hidden, bias)));
        }
        arrays.put("W_hq", values(hidden * outputs, weight));
        if (bias != null) {
            arrays.put("b_q", values(outputs, bias));
        }
        return new Weights(cell, inputs, hidden, outputs, arrays);
    }

    private static double[] values(int size, DoubleSupplier draw) {
        return DoubleStream.generate(() -> (float) draw.getAsDouble())
                .limit(size)
                .toArray();
    }
}
