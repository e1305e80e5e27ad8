package grulab.engine.twin;

import grulab.model.EqualCase;
import grulab.model.Weights;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a GRU's weights become in the cases in which the position of the reset gate makes no difference. */
final class EqualWeights {
    /** A sum of which σ is 1 in float64, for e^−100 is lost beside it, and in the engine's float32 but for the last bit. */
    private static final double OPEN = 100;

    private EqualWeights() {}

    static Weights of(EqualCase equal, Weights weights) {
        Map<String, double[]> arrays = new LinkedHashMap<>(weights.arrays());
        switch (equal) {
            case RESET_ONE -> {
                arrays.put("W_ir", new double[weights.get("W_ir").length]);
                arrays.put("W_hr", new double[weights.get("W_hr").length]);
                arrays.put("b_ir", filled(weights.hidden(), OPEN));
                arrays.remove("b_hr");
            }
            case DIAGONAL -> {
                arrays.put("W_hn", diagonal(weights.get("W_hn"), weights.hidden()));
                arrays.computeIfPresent("b_hn", (name, values) -> new double[values.length]);
            }
            case FIRST_STEP -> arrays.computeIfPresent("b_hn", (name, values) -> new double[values.length]);
        }
        return new Weights(weights.cell(), weights.inputs(), weights.hidden(), weights.outputs(), arrays);
    }

    private static double[] filled(int size, double value) {
        double[] all = new double[size];
        Arrays.fill(all, value);
        return all;
    }

    private static double[] diagonal(double[] matrix, int size) {
        double[] diagonal = new double[matrix.length];
        for (int k = 0; k < size; k++) {
            diagonal[k * size + k] = matrix[k * size + k];
        }
        return diagonal;
    }
}
