package grulab.engine.whatif;

import grulab.model.Array;
import grulab.model.Quantity;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * J = diag(past) + diag((h − h̃) ⊙ past's slope) U_z + diag(fresh ⊙ (1 − h̃²)) N, where past is z under keep, 1 − z under
 * admit, and fresh the rest of 1.
 */
final class GruJacobian {
    private GruJacobian() {}

    static Array of(StepSlopes step) {
        int n = step.hidden();
        boolean keep = step.trace().convention().update() == UpdateMeaning.KEEP;
        double[] zSlope = step.sigmoid(Quantity.UPDATE);
        double[] nSlope = step.tanh(Quantity.CANDIDATE);
        double[] matrix = candidate(step);
        double[] byUpdate = new double[n];
        for (int k = 0; k < n; k++) {
            double z = step.at(Quantity.UPDATE, k);
            double free = step.free(Quantity.STATE, k);
            double difference = step.trace().before(step.t(), k) - step.at(Quantity.CANDIDATE, k);
            double byCandidate = free * (keep ? 1 - z : z) * nSlope[k];
            byUpdate[k] = free * (keep ? difference : -difference) * zSlope[k];
            for (int j = 0; j < n; j++) {
                matrix[k * n + j] *= byCandidate;
            }
            matrix[k * n + k] += free * (keep ? z : 1 - z);
        }
        step.addRows(byUpdate, step.weights().get("W_hz"), matrix, 0, n);
        return Array.of(matrix, n, n);
    }

    /** N: ∂ of the sum inside h̃ / ∂h [H×H]. */
    private static double[] candidate(StepSlopes step) {
        return step.trace().convention().reset() == ResetPosition.BEFORE ? before(step) : after(step);
    }

    /** U_n (diag(r) + diag(h ⊙ r ⊙ (1 − r)) U_r) */
    private static double[] before(StepSlopes step) {
        int n = step.hidden();
        double[] byReset = step.sigmoid(Quantity.RESET);
        double[] product = new double[n * n];
        for (int k = 0; k < n; k++) {
            byReset[k] *= step.trace().before(step.t(), k);
            product[k * n + k] = step.at(Quantity.RESET, k);
        }
        step.addRows(byReset, step.weights().get("W_hr"), product, 0, n);
        DMatrixRMaj all = new DMatrixRMaj(n, n);
        CommonOps_DDRM.mult(DMatrixRMaj.wrap(n, n, step.weights().get("W_hn")), DMatrixRMaj.wrap(n, n, product), all);
        return all.data;
    }

    /** diag(r) U_n + diag(m ⊙ r ⊙ (1 − r)) U_r */
    private static double[] after(StepSlopes step) {
        int n = step.hidden();
        double[] r = new double[n];
        double[] byReset = step.sigmoid(Quantity.RESET);
        double[] m = step.candidateRecurrence();
        for (int k = 0; k < n; k++) {
            r[k] = step.at(Quantity.RESET, k);
            byReset[k] *= m[k];
        }
        double[] all = new double[n * n];
        step.addRows(r, step.weights().get("W_hn"), all, 0, n);
        step.addRows(byReset, step.weights().get("W_hr"), all, 0, n);
        return all;
    }
}
