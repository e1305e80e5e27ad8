package grulab.interop.layout;

import grulab.engine.reference.Reference;
import grulab.interop.file.BadModel;
import grulab.model.Array;
import grulab.model.Case;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.FrameworkRow;
import grulab.model.SeededRandom;
import grulab.model.Weights;
import java.util.LinkedHashMap;
import java.util.Map;

/** Random numbers in every place that a framework has for them, none of them zero; and something to compute with them. */
final class RandomCell {
    private static final int STEPS = 5;
    private static final int BATCH = 2;

    private RandomCell() {}

    static Map<String, Array> arrays(FrameworkRow row, int inputs, int hidden, SeededRandom random) throws BadModel {
        Map<String, Array> arrays = new LinkedHashMap<>();
        Layouts.pack(row, zeros(row.cell(), inputs, hidden))
                .forEach((name, array) ->
                        arrays.put(name, Array.of(numbers(array.values().length, random), array.shape())));
        return arrays;
    }

    /** Every number a float32 between 0.05 and 1 from zero. */
    private static double[] numbers(int size, SeededRandom random) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            float value = (float) (0.05 + 0.95 * random.nextDouble());
            values[i] = random.nextInt(2) == 0 ? value : -value;
        }
        return values;
    }

    private static Weights zeros(CellType cell, int inputs, int hidden) {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        for (String gate : cell.gates()) {
            for (String kind : new String[] {"W_i", "W_h", "b_i", "b_h"}) {
                String name = kind + gate;
                int size = 1;
                for (int n : Weights.shape(cell, name, inputs, hidden, 0)) {
                    size *= n;
                }
                arrays.put(name, new double[size]);
            }
        }
        return new Weights(cell, inputs, hidden, 0, arrays);
    }

    /** h of some steps on random input from a random state, as the formulas give it. */
    static double[] h(Weights w, Convention convention, long seed) {
        SeededRandom random = new SeededRandom(seed);
        double[] x = numbers(STEPS * BATCH * w.inputs(), random);
        double[] h0 = numbers(BATCH * w.hidden(), random);
        double[] c0 = w.cell().hasCellState() ? numbers(BATCH * w.hidden(), random) : new double[0];
        Case problem = new Case("random", convention, w, STEPS, BATCH, x, h0, c0, null, null);
        return Reference.run(problem, false).forward().get("h").values();
    }
}
