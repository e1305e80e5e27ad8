package grulab.engine.math;

import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.VectorOperators.ADD;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernels in the Vector API, as wide as the machine's vectors. Every number of a product is one chain of fused
 * multiply-adds in the order of k, added to what was there at its end, wherever in a tile it was computed.
 *
 * <p>Must not be touched where the module jdk.incubator.vector is not there: {@link KernelChoice} knows.
 */
public final class VectorKernels implements Kernels {
    static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    /** Floats of a vector, columns of a strip. */
    static final int L = S.length();

    /**
     * Terms of a weight gradient's sum, of which there is one for each token: so many keep seven digits in one chain. Each
     * further block reads and writes C again, and what the shorter ones save in the cache is less.
     */
    private static final int BLOCK = 2048;

    private final boolean wide;
    /** A tile that is still to be added to its place [2][8][L]. */
    private final float[] tile = new float[2 * ROWS * L];

    public VectorKernels() {
        this(L == 16 || System.getProperty("os.arch").equals("aarch64"));
    }

    /**
     * @param wide whether there are 32 vector registers, for tiles two vectors wide
     */
    VectorKernels(boolean wide) {
        this.wide = wide;
    }

    /** Bits of a vector. */
    static int bits() {
        return S.vectorBitSize();
    }

    @Override
    public KernelKind kind() {
        return KernelKind.VECTOR;
    }

    @Override
    public void close() {
        // all they hold is in the heap
    }

    @Override
    public int lanes(int columns) {
        return L;
    }

    @Override
    public void product(
            Strips a,
            int aRow,
            int aStrip,
            int k,
            Strips b,
            int bRow,
            int bStrip,
            Strips c,
            int cRow,
            int cStrip,
            int rows,
            int strips,
            boolean add) {
        int tiled = rows / ROWS * ROWS;
        for (int j = 0; tiled > 0 && j < strips; ) {
            int bAt = b.at(bRow, bStrip + j);
            boolean two = wide && j + 1 < strips;
            for (int i = 0; i < tiled; i += ROWS) {
                int aAt = a.at(aRow + i, aStrip);
                int cAt = c.at(cRow + i, cStrip + j);
                float[] to = add ? tile : c.a;
                int toAt = add ? 0 : cAt;
                if (two) {
                    ProductTiles.two(a.a, aAt, a.stride, k, b.a, bAt, b.stride, to, toAt, add ? ROWS * L : c.stride);
                } else {
                    ProductTiles.one(a.a, aAt, a.stride, k, b.a, bAt, to, toAt);
                }
                if (add) {
                    addTile(c, cAt, two);
                }
            }
            j += two ? 2 : 1;
        }
        for (int j = 0; j < strips; j += RowTiles.STRIPS) {
            int width = Math.min(RowTiles.STRIPS, strips - j);
            int bAt = b.at(bRow, bStrip + j);
            for (int i = tiled; i < rows; i++) {
                int aAt = a.at(aRow + i, aStrip);
                int cAt = c.at(cRow + i, cStrip + j);
                RowTiles.row(a.a, aAt, a.stride, 1, k, b.a, bAt, b.stride, c.a, cAt, c.stride, width, add);
            }
        }
    }

    @Override
    public void gradient(
            Strips a,
            int aRow,
            int from,
            int to,
            Strips b,
            int bRow,
            int bStrip,
            Strips c,
            int cStrip,
            int strips,
            int k) {
        for (int k0 = 0; k0 < k; k0 += BLOCK) {
            int n = Math.min(BLOCK, k - k0);
            gradientBlock(a, aRow + k0, from, to, b, bRow + k0, bStrip, c, cStrip, strips, n, k0 > 0);
        }
    }

    private void gradientBlock(
            Strips a,
            int aRow,
            int from,
            int to,
            Strips b,
            int bRow,
            int bStrip,
            Strips c,
            int cStrip,
            int strips,
            int k,
            boolean add) {
        int first = Math.min(to, (from + ROWS - 1) / ROWS * ROWS);
        int last = Math.max(first, to / ROWS * ROWS);
        for (int j = 0; first < last && j < strips; ) {
            int bAt = b.at(bRow, bStrip + j);
            boolean two = wide && j + 1 < strips;
            for (int m = first; m < last; m += ROWS) {
                int aAt = column(a, aRow, m);
                int a4 = column(a, aRow, m + 4);
                int cAt = c.at(m, cStrip + j);
                float[] into = add ? tile : c.a;
                int intoAt = add ? 0 : cAt;
                if (two) {
                    GradientTiles.two(a.a, aAt, a4, k, b.a, bAt, b.stride, into, intoAt, add ? ROWS * L : c.stride);
                } else {
                    GradientTiles.one(a.a, aAt, a4, k, b.a, bAt, into, intoAt);
                }
                if (add) {
                    addTile(c, cAt, two);
                }
            }
            j += two ? 2 : 1;
        }
        gradientRows(a, aRow, from, first, b, bRow, bStrip, c, cStrip, strips, k, add);
        gradientRows(a, aRow, last, to, b, bRow, bStrip, c, cStrip, strips, k, add);
    }

    private static void gradientRows(
            Strips a,
            int aRow,
            int from,
            int to,
            Strips b,
            int bRow,
            int bStrip,
            Strips c,
            int cStrip,
            int strips,
            int k,
            boolean add) {
        for (int j = 0; j < strips; j += RowTiles.STRIPS) {
            int width = Math.min(RowTiles.STRIPS, strips - j);
            int bAt = b.at(bRow, bStrip + j);
            for (int m = from; m < to; m++) {
                int aAt = column(a, aRow, m);
                int cAt = c.at(m, cStrip + j);
                RowTiles.row(a.a, aAt, L * L, L, k, b.a, bAt, b.stride, c.a, cAt, c.stride, width, add);
            }
        }
    }

    /** Where column m begins in the given row. */
    private static int column(Strips a, int row, int m) {
        return a.at(row, m / L) + m % L;
    }

    private void addTile(Strips c, int at, boolean two) {
        for (int i = 0; i < ROWS * L; i += L) {
            fromArray(S, c.a, at + i).add(fromArray(S, tile, i)).intoArray(c.a, at + i);
        }
        int second = at + c.stride;
        for (int i = 0; two && i < ROWS * L; i += L) {
            fromArray(S, c.a, second + i).add(fromArray(S, tile, ROWS * L + i)).intoArray(c.a, second + i);
        }
    }

    @Override
    public double crossEntropy(Strips logits, float[] bias, int[] target, int row, int rows, float scale) {
        return VectorSoftmax.crossEntropy(logits, bias, target, row, rows, scale);
    }

    @Override
    public void scatter(Strips d, int s, int[] index, int rows, Strips dW, int w, float[] sum, int at) {
        FloatVector total = FloatVector.zero(S);
        int from = d.at(0, s);
        int to = dW.at(0, w);
        for (int i = 0; i < rows; i++) {
            int o = to + index[i] * L;
            FloatVector v = fromArray(S, d.a, from + i * L);
            fromArray(S, dW.a, o).add(v).intoArray(dW.a, o);
            total = total.add(v);
        }
        total.intoArray(sum, at);
    }

    @Override
    public void columnSum(Strips d, int s, int rows, float[] sum, int at) {
        FloatVector s0 = FloatVector.zero(S);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        int o = d.at(0, s);
        int end = o + rows * L;
        for (; o + 4 * L <= end; o += 4 * L) {
            s0 = s0.add(fromArray(S, d.a, o));
            s1 = s1.add(fromArray(S, d.a, o + L));
            s2 = s2.add(fromArray(S, d.a, o + 2 * L));
            s3 = s3.add(fromArray(S, d.a, o + 3 * L));
        }
        for (; o < end; o += L) {
            s0 = s0.add(fromArray(S, d.a, o));
        }
        s0.add(s1).add(s2.add(s3)).intoArray(sum, at);
    }

    @Override
    public double sumOfSquares(float[] g, int from, int to) {
        FloatVector s0 = FloatVector.zero(S);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        int i = from;
        for (; i + 4 * L <= to; i += 4 * L) {
            FloatVector v0 = fromArray(S, g, i);
            FloatVector v1 = fromArray(S, g, i + L);
            FloatVector v2 = fromArray(S, g, i + 2 * L);
            FloatVector v3 = fromArray(S, g, i + 3 * L);
            s0 = v0.fma(v0, s0);
            s1 = v1.fma(v1, s1);
            s2 = v2.fma(v2, s2);
            s3 = v3.fma(v3, s3);
        }
        double tail = 0;
        for (; i < to; i++) {
            tail += (double) g[i] * g[i];
        }
        return s0.add(s1).add(s2.add(s3)).reduceLanes(ADD) + tail;
    }
}
