package grulab.engine;

import grulab.model.Case;
import grulab.model.SeededRandom;
import grulab.model.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A case of any shape; its numbers are exact in float32, so that float32 and float64 start from the same. */
record RandomCase(CellForm form, int inputs, int hidden, int steps, int batch, int outputs, boolean oneHot, long seed) {

    Case toCase() {
        SeededRandom random = new SeededRandom(seed);
        Map<String, double[]> arrays = new LinkedHashMap<>();
        for (String gate : form.cell().gates()) {
            arrays.put("W_i" + gate, uniform(random, hidden * inputs, 1 / Math.sqrt(inputs)));
            arrays.put("W_h" + gate, uniform(random, hidden * hidden, 2 / Math.sqrt(hidden)));
        }
        for (String side : List.of("b_i", "b_h")) {
            for (String gate : form.cell().gates()) {
                if (random.nextInt(3) > 0) {
                    arrays.put(side + gate, uniform(random, hidden, 1));
                }
            }
        }
        arrays.put("W_hq", uniform(random, hidden * outputs, 1));
        if (random.nextInt(3) > 0) {
            arrays.put("b_q", uniform(random, outputs, 1));
        }
        Weights weights = new Weights(form.cell(), inputs, hidden, outputs, arrays);
        int rows = steps * batch;
        int[] targets = new int[rows];
        double[] x = oneHot ? new double[rows * inputs] : uniform(random, rows * inputs, 2);
        for (int i = 0; i < rows; i++) {
            targets[i] = random.nextInt(outputs);
            if (oneHot) {
                x[i * inputs + random.nextInt(inputs)] = 1;
            }
        }
        double[] start = uniform(random, batch * hidden, 1);
        double[] startCell = form.cell().hasCellState() ? uniform(random, batch * hidden, 2) : new double[0];
        return new Case("random", form.convention(), weights, steps, batch, x, start, startCell, targets, null);
    }

    private static double[] uniform(SeededRandom random, int size, double bound) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (bound * (2 * random.nextDouble() - 1));
        }
        return values;
    }
}
