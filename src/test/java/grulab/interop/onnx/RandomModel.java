package grulab.interop.onnx;

import grulab.model.Case;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.SeededRandom;
import grulab.model.Weights;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A cell with any numbers that float32 holds.
 *
 * @param outputs of the head, 0 for none
 */
record RandomModel(
        CellType cell, Convention convention, int inputs, int hidden, int outputs, Biases biases, long seed) {
    enum Biases {
        NONE,
        INPUT_SIDE,
        BOTH
    }

    static RandomModel of(CellType cell) {
        return new RandomModel(cell, Convention.PYTORCH, 3, 5, 4, Biases.BOTH, 7);
    }

    Weights weights() {
        SeededRandom random = new SeededRandom(seed);
        Map<String, double[]> arrays = new LinkedHashMap<>();
        for (String gate : cell.gates()) {
            arrays.put("W_i" + gate, uniform(random, hidden * inputs, 1 / Math.sqrt(inputs)));
        }
        for (String gate : cell.gates()) {
            arrays.put("W_h" + gate, uniform(random, hidden * hidden, 2 / Math.sqrt(hidden)));
        }
        for (String gate : cell.gates()) {
            if (biases != Biases.NONE) {
                arrays.put("b_i" + gate, uniform(random, hidden, 1));
            }
        }
        for (String gate : cell.gates()) {
            if (biases == Biases.BOTH) {
                arrays.put("b_h" + gate, uniform(random, hidden, 1));
            }
        }
        if (outputs > 0) {
            arrays.put("W_hq", uniform(random, hidden * outputs, 1));
            if (biases != Biases.NONE) {
                arrays.put("b_q", uniform(random, outputs, 1));
            }
        }
        return new Weights(cell, inputs, hidden, outputs, arrays);
    }

    /** These weights on a random input, from a random state. */
    Case on(int steps, int batch) {
        SeededRandom random = new SeededRandom(seed + 1);
        double[] x = uniform(random, steps * batch * inputs, 2);
        double[] h0 = uniform(random, batch * hidden, 1);
        double[] c0 = cell.hasCellState() ? uniform(random, batch * hidden, 2) : new double[0];
        return new Case("random", convention, weights(), steps, batch, x, h0, c0, null, null);
    }

    private static double[] uniform(SeededRandom random, int size, double bound) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (bound * (2 * random.nextDouble() - 1));
        }
        return values;
    }
}
