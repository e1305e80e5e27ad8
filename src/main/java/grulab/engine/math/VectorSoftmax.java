package grulab.engine.math;

import static grulab.engine.math.VectorKernels.L;
import static grulab.engine.math.VectorKernels.S;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.MAX;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/** Softmax, cross-entropy and its gradient, row by row. */
final class VectorSoftmax {
    /** 1.5 · 2²³: added to a small number, it leaves the nearest integer in the lowest bits. */
    private static final float ROUND = 12582912;

    /** L times all bits, then L times none: read from n, it leaves the last n lanes out. */
    private static final int[] LET_THROUGH = new int[2 * L];

    static {
        Arrays.fill(LET_THROUGH, 0, L, -1);
    }

    private VectorSoftmax() {}

    static double crossEntropy(Strips logits, float[] bias, int[] target, int row, int rows, float scale) {
        float[] y = logits.a;
        int stride = logits.stride;
        int padding = logits.count * L - logits.columns;
        IntVector real = IntVector.fromArray(IntVector.SPECIES_PREFERRED, LET_THROUGH, padding);
        double loss = 0;
        for (int i = row; i < row + rows; i++) {
            int at = logits.at(i, 0);
            int last = at + (logits.count - 1) * stride;
            FloatVector top = broadcast(S, Float.NEGATIVE_INFINITY);
            for (int o = at, j = 0; o <= last; o += stride, j += L) {
                FloatVector v = fromArray(S, y, o).add(fromArray(S, bias, j));
                v.intoArray(y, o);
                top = top.max(v);
            }
            float max = top.reduceLanes(MAX);
            float chosen = logits.get(i, target[i]);
            float sum = exponentials(y, at, last, stride, max);
            // arithmetic on exponents can make a number of what is none
            float total = Float.isFinite(max) ? sum : Float.NaN;
            float share = scale / total;
            for (int o = at; o < last; o += stride) {
                fromArray(S, y, o).mul(share).intoArray(y, o);
            }
            fromArray(S, y, last)
                    .mul(share)
                    .reinterpretAsInts()
                    .and(real)
                    .reinterpretAsFloats()
                    .intoArray(y, last);
            logits.set(i, target[i], logits.get(i, target[i]) - scale);
            loss += Math.log(total) + ((double) max - chosen);
        }
        return loss;
    }

    /**
     * y = exp(y − max), and their sum: 2ⁿ by adding n to the exponent, the rest by the polynomial of Cephes; at least
     * e⁻⁸⁷.
     */
    private static float exponentials(float[] y, int from, int last, int stride, float max) {
        FloatVector minus = broadcast(S, -max);
        FloatVector sum = FloatVector.zero(S);
        for (int o = from; o <= last; o += stride) {
            FloatVector x = fromArray(S, y, o).add(minus).max(broadcast(S, -87));
            FloatVector shifted = x.fma(broadcast(S, 1.44269504f), broadcast(S, ROUND));
            FloatVector n = shifted.sub(broadcast(S, ROUND));
            FloatVector f = n.fma(broadcast(S, 2.12194440e-4f), n.fma(broadcast(S, -0.693359375f), x));
            FloatVector p = broadcast(S, 1.9875691500e-4f)
                    .fma(f, broadcast(S, 1.3981999507e-3f))
                    .fma(f, broadcast(S, 8.3334519073e-3f))
                    .fma(f, broadcast(S, 4.1665795894e-2f))
                    .fma(f, broadcast(S, 1.6666665459e-1f))
                    .fma(f, broadcast(S, 0.5f));
            p = p.fma(f.mul(f), f).add(1);
            FloatVector e = p.reinterpretAsInts()
                    .add(shifted.reinterpretAsInts().lanewise(LSHL, 23))
                    .reinterpretAsFloats();
            e.intoArray(y, o);
            sum = sum.add(e);
        }
        return sum.reduceLanes(ADD);
    }
}
