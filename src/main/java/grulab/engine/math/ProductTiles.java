package grulab.engine.math;

import static grulab.engine.math.VectorKernels.L;
import static grulab.engine.math.VectorKernels.S;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;

/**
 * Eight rows of A · B at once, their sums in registers: per term of a sum two vectors of B (or one) are read and each of
 * A's eight values is broadcast. Sixteen sums need 32 registers; where there are 16, the tile one vector wide is used.
 *
 * <p>The Vector API is called directly: C2 always inlines its methods, but stops inlining ordinary ones in a method as
 * long as these, and a helper that is not inlined puts every vector on the heap.
 */
final class ProductTiles {
    private static final int SHIFT = Integer.numberOfTrailingZeros(L);
    private static final int MASK = L - 1;

    private ProductTiles() {}

    /** C[8 × 2 strips] ← A[8 × k] B[k × 2 strips]. */
    static void two(
            float[] a, int a0, int aStride, int k, float[] b, int b0, int bStride, float[] c, int c0, int cStride) {
        FloatVector zero = FloatVector.zero(S);
        FloatVector x0 = zero;
        FloatVector x1 = zero;
        FloatVector x2 = zero;
        FloatVector x3 = zero;
        FloatVector x4 = zero;
        FloatVector x5 = zero;
        FloatVector x6 = zero;
        FloatVector x7 = zero;
        FloatVector y0 = zero;
        FloatVector y1 = zero;
        FloatVector y2 = zero;
        FloatVector y3 = zero;
        FloatVector y4 = zero;
        FloatVector y5 = zero;
        FloatVector y6 = zero;
        FloatVector y7 = zero;
        for (int p = 0; p < k; p++) {
            int i = a0 + (p >> SHIFT) * aStride + (p & MASK);
            FloatVector x = fromArray(S, b, b0 + p * L);
            FloatVector y = fromArray(S, b, b0 + bStride + p * L);
            FloatVector s0 = broadcast(S, a[i]);
            x0 = x.fma(s0, x0);
            y0 = y.fma(s0, y0);
            FloatVector s1 = broadcast(S, a[i + L]);
            x1 = x.fma(s1, x1);
            y1 = y.fma(s1, y1);
            FloatVector s2 = broadcast(S, a[i + 2 * L]);
            x2 = x.fma(s2, x2);
            y2 = y.fma(s2, y2);
            FloatVector s3 = broadcast(S, a[i + 3 * L]);
            x3 = x.fma(s3, x3);
            y3 = y.fma(s3, y3);
            FloatVector s4 = broadcast(S, a[i + 4 * L]);
            x4 = x.fma(s4, x4);
            y4 = y.fma(s4, y4);
            FloatVector s5 = broadcast(S, a[i + 5 * L]);
            x5 = x.fma(s5, x5);
            y5 = y.fma(s5, y5);
            FloatVector s6 = broadcast(S, a[i + 6 * L]);
            x6 = x.fma(s6, x6);
            y6 = y.fma(s6, y6);
            FloatVector s7 = broadcast(S, a[i + 7 * L]);
            x7 = x.fma(s7, x7);
            y7 = y.fma(s7, y7);
        }
        x0.intoArray(c, c0);
        y0.intoArray(c, c0 + cStride);
        x1.intoArray(c, c0 + L);
        y1.intoArray(c, c0 + cStride + L);
        x2.intoArray(c, c0 + 2 * L);
        y2.intoArray(c, c0 + cStride + 2 * L);
        x3.intoArray(c, c0 + 3 * L);
        y3.intoArray(c, c0 + cStride + 3 * L);
        x4.intoArray(c, c0 + 4 * L);
        y4.intoArray(c, c0 + cStride + 4 * L);
        x5.intoArray(c, c0 + 5 * L);
        y5.intoArray(c, c0 + cStride + 5 * L);
        x6.intoArray(c, c0 + 6 * L);
        y6.intoArray(c, c0 + cStride + 6 * L);
        x7.intoArray(c, c0 + 7 * L);
        y7.intoArray(c, c0 + cStride + 7 * L);
    }

    /** C[8 × 1 strip] ← A[8 × k] B[k × 1 strip]. */
    static void one(float[] a, int a0, int aStride, int k, float[] b, int b0, float[] c, int c0) {
        FloatVector zero = FloatVector.zero(S);
        FloatVector x0 = zero;
        FloatVector x1 = zero;
        FloatVector x2 = zero;
        FloatVector x3 = zero;
        FloatVector x4 = zero;
        FloatVector x5 = zero;
        FloatVector x6 = zero;
        FloatVector x7 = zero;
        for (int p = 0; p < k; p++) {
            int i = a0 + (p >> SHIFT) * aStride + (p & MASK);
            FloatVector x = fromArray(S, b, b0 + p * L);
            FloatVector s0 = broadcast(S, a[i]);
            x0 = x.fma(s0, x0);
            FloatVector s1 = broadcast(S, a[i + L]);
            x1 = x.fma(s1, x1);
            FloatVector s2 = broadcast(S, a[i + 2 * L]);
            x2 = x.fma(s2, x2);
            FloatVector s3 = broadcast(S, a[i + 3 * L]);
            x3 = x.fma(s3, x3);
            FloatVector s4 = broadcast(S, a[i + 4 * L]);
            x4 = x.fma(s4, x4);
            FloatVector s5 = broadcast(S, a[i + 5 * L]);
            x5 = x.fma(s5, x5);
            FloatVector s6 = broadcast(S, a[i + 6 * L]);
            x6 = x.fma(s6, x6);
            FloatVector s7 = broadcast(S, a[i + 7 * L]);
            x7 = x.fma(s7, x7);
        }
        x0.intoArray(c, c0);
        x1.intoArray(c, c0 + L);
        x2.intoArray(c, c0 + 2 * L);
        x3.intoArray(c, c0 + 3 * L);
        x4.intoArray(c, c0 + 4 * L);
        x5.intoArray(c, c0 + 5 * L);
        x6.intoArray(c, c0 + 6 * L);
        x7.intoArray(c, c0 + 7 * L);
    }
}
