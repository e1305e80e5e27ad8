package grulab.engine.whatif;

import grulab.model.Array;
import grulab.model.Edit;
import grulab.model.Snapshot;
import grulab.model.Spectrum;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** The eigenvalues of a matrix, by EJML: Hessenberg form, then shifted QR steps. Takes time that grows with n³. */
public final class Eigenvalues {
    private Eigenvalues() {}

    /** Of what a step does to a small difference of the state. @param t from 0 */
    public static Spectrum of(Snapshot window, int t, List<Edit> edits) {
        return of(Jacobian.of(window, t, edits));
    }

    /**
     * Of a square matrix [n×n].
     *
     * @throws IllegalArgumentException if it is not square or a number in it is not finite
     * @throws ArithmeticException if they are not found
     */
    public static Spectrum of(Array matrix) {
        int[] shape = matrix.shape();
        if (shape.length != 2 || shape[0] != shape[1]) {
            throw new IllegalArgumentException(
                    "Only a square matrix has eigenvalues, not one of shape " + Arrays.toString(shape) + ".");
        }
        if (!Arrays.stream(matrix.values()).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("A matrix with numbers that are not finite has no eigenvalues.");
        }
        int n = shape[0];
        EigenDecomposition_F64<DMatrixRMaj> found = DecompositionFactory_DDRM.eig(n, false, false);
        if (!found.decompose(DMatrixRMaj.wrap(n, n, matrix.values().clone()))) {
            throw new ArithmeticException("The eigenvalues of the step were not found: the search did not converge.");
        }
        double[] re = new double[n];
        double[] im = new double[n];
        for (int i = 0; i < n; i++) {
            Complex_F64 value = found.getEigenvalue(i);
            re[i] = value.getReal();
            im[i] = value.getImaginary();
        }
        return new Spectrum(re, im);
    }
}
