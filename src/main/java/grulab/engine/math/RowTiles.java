package grulab.engine.math;

import static grulab.engine.math.VectorKernels.L;
import static grulab.engine.math.VectorKernels.S;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;

/**
 * One row of a product by several strips: what is left over from tiles of eight rows, and all there is in a batch of one. A
 * sum waits for its own last term, so several strips are computed at once.
 */
final class RowTiles {
    /** Strips that are computed at once. */
    static final int STRIPS = 4;

    private static final int SHIFT = Integer.numberOfTrailingZeros(L);
    private static final int MASK = L - 1;

    private RowTiles() {}

    /**
     * C[1 × width strips] ← (C +) A[1 × k] B[k × width strips].
     *
     * @param across from one value of A to the next
     * @param aStride from each L-th value to the L-th after it
     * @param width 1 to 4
     */
    static void row(
            float[] a,
            int a0,
            int aStride,
            int across,
            int k,
            float[] b,
            int b0,
            int bStride,
            float[] c,
            int c0,
            int cStride,
            int width,
            boolean add) {
        if (width > 2) {
            four(a, a0, aStride, across, k, b, b0, bStride, c, c0, cStride, width == 4, add);
        } else {
            two(a, a0, aStride, across, k, b, b0, bStride, c, c0, cStride, width == 2, add);
        }
    }

    private static void four(
            float[] a,
            int a0,
            int aStride,
            int across,
            int k,
            float[] b,
            int b0,
            int bStride,
            float[] c,
            int c0,
            int cStride,
            boolean last,
            boolean add) {
        // without a fourth strip the third is computed twice
        int bLast = b0 + (last ? 3 : 2) * bStride;
        FloatVector w = FloatVector.zero(S);
        FloatVector x = w;
        FloatVector y = w;
        FloatVector z = w;
        for (int p = 0; p < k; p++) {
            FloatVector s = broadcast(S, a[a0 + (p >> SHIFT) * aStride + (p & MASK) * across]);
            w = fromArray(S, b, b0 + p * L).fma(s, w);
            x = fromArray(S, b, b0 + bStride + p * L).fma(s, x);
            y = fromArray(S, b, b0 + 2 * bStride + p * L).fma(s, y);
            z = fromArray(S, b, bLast + p * L).fma(s, z);
        }
        int cLast = c0 + 3 * cStride;
        if (add) {
            w = w.add(fromArray(S, c, c0));
            x = x.add(fromArray(S, c, c0 + cStride));
            y = y.add(fromArray(S, c, c0 + 2 * cStride));
            z = last ? z.add(fromArray(S, c, cLast)) : z;
        }
        w.intoArray(c, c0);
        x.intoArray(c, c0 + cStride);
        y.intoArray(c, c0 + 2 * cStride);
        if (last) {
            z.intoArray(c, cLast);
        }
    }

    private static void two(
            float[] a,
            int a0,
            int aStride,
            int across,
            int k,
            float[] b,
            int b0,
            int bStride,
            float[] c,
            int c0,
            int cStride,
            boolean last,
            boolean add) {
        int bLast = last ? b0 + bStride : b0;
        FloatVector x = FloatVector.zero(S);
        FloatVector y = x;
        for (int p = 0; p < k; p++) {
            FloatVector s = broadcast(S, a[a0 + (p >> SHIFT) * aStride + (p & MASK) * across]);
            x = fromArray(S, b, b0 + p * L).fma(s, x);
            y = fromArray(S, b, bLast + p * L).fma(s, y);
        }
        int cLast = c0 + cStride;
        if (add) {
            x = x.add(fromArray(S, c, c0));
            y = last ? y.add(fromArray(S, c, cLast)) : y;
        }
        x.intoArray(c, c0);
        if (last) {
            y.intoArray(c, cLast);
        }
    }
}
