package grulab.engine.whatif;

import grulab.model.Array;
import grulab.model.Quantity;

/**
 * Of the joint state, h before c:
 *
 * <pre>
 * ∂c'/∂h = diag(c ⊙ f ⊙ (1 − f)) U_f + diag(g ⊙ i ⊙ (1 − i)) U_i + diag(i ⊙ (1 − g²)) U_g     ∂c'/∂c = diag(f)
 * ∂h'/∂h = diag(tanh(c') ⊙ o ⊙ (1 − o)) U_o + diag(s) ∂c'/∂h     ∂h'/∂c = diag(s ⊙ f)     s = o ⊙ (1 − tanh(c')²)
 * </pre>
 */
final class LstmJacobian {
    private LstmJacobian() {}

    static Array of(StepSlopes step) {
        int n = step.hidden();
        int width = 2 * n;
        double[] matrix = new double[width * width];
        double[] byOutput = step.sigmoid(Quantity.OUTPUT);
        double[] through = new double[n];
        for (int k = 0; k < n; k++) {
            double shown = Math.tanh(step.at(Quantity.CELL, k));
            byOutput[k] *= shown * step.free(Quantity.STATE, k);
            through[k] = step.free(Quantity.STATE, k) * step.at(Quantity.OUTPUT, k) * (1 - shown * shown);
        }
        int lower = n * width;
        cellRows(step, matrix, lower, width);
        step.addRows(byOutput, step.weights().get("W_ho"), matrix, 0, width);
        for (int k = 0; k < n; k++) {
            for (int j = 0; j < width; j++) {
                matrix[k * width + j] += through[k] * matrix[lower + k * width + j];
            }
        }
        return Array.of(matrix, width, width);
    }

    private static void cellRows(StepSlopes step, double[] matrix, int at, int width) {
        int n = step.hidden();
        double[] byForget = step.sigmoid(Quantity.FORGET);
        double[] byInput = step.sigmoid(Quantity.INPUT);
        double[] byCandidate = step.tanh(Quantity.CELL_CANDIDATE);
        for (int k = 0; k < n; k++) {
            double free = step.free(Quantity.CELL, k);
            byForget[k] *= free * step.trace().cellBefore(step.t(), k);
            byInput[k] *= free * step.at(Quantity.CELL_CANDIDATE, k);
            byCandidate[k] *= free * step.at(Quantity.INPUT, k);
            matrix[at + k * width + n + k] = free * step.at(Quantity.FORGET, k);
        }
        step.addRows(byForget, step.weights().get("W_hf"), matrix, at, width);
        step.addRows(byInput, step.weights().get("W_hi"), matrix, at, width);
        step.addRows(byCandidate, step.weights().get("W_hg"), matrix, at, width);
    }
}
