package grulab.peers;

import grulab.model.CellType;
import grulab.model.SeededRandom;
import grulab.model.Weights;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;

/** Where both sides start from. The values are exact in float32. */
final class RandomWeights {
    private RandomWeights() {}

    /** As torch.nn draws them: U(−1/√H, 1/√H) for everything; with two biases a gate or none. */
    static Weights uniform(CellType cell, int inputs, int hidden, int outputs, boolean biases, SeededRandom random) {
        double bound = 1 / Math.sqrt(hidden);
        DoubleSupplier draw = () -> bound * (2 * random.nextDouble() - 1);
        Map<String, double[]> arrays = new LinkedHashMap<>();
        cell.gates().forEach(gate -> arrays.put("W_i" + gate, values(hidden * inputs, draw)));
        cell.gates().forEach(gate -> arrays.put("W_h" + gate, values(hidden * hidden, draw)));
        if (biases) {
            cell.gates().forEach(gate -> arrays.put("b_i" + gate, values(hidden, draw)));
            cell.gates().forEach(gate -> arrays.put("b_h" + gate, values(hidden, draw)));
        }
        arrays.put("W_hq", values(hidden * outputs, draw));
        if (biases) {
            arrays.put("b_q", values(outputs, draw));
        }
        return new Weights(cell, inputs, hidden, outputs, arrays);
    }

    private static double[] values(int size, DoubleSupplier draw) {
        return DoubleStream.generate(() -> (float) draw.getAsDouble())
                .limit(size)
                .toArray();
    }
}
