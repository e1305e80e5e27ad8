package grulab.engine.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The kernels without the Vector API: loops that C2 vectorises by itself for small products, and OpenBLAS for large
 * ones, which is loaded when the first of those is asked for. The shape of a product alone decides. A strip holds a whole
 * matrix, row by row.
 *
 * <p>OpenBLAS sums in an order that depends on the number of rows. So a run can be repeated bit for bit with the same number
 * of threads, and with another number it can differ in the last bits.
 */
public final class PlainKernels implements Kernels {
    /** Rows of a result that are summed together; the sums stay in a near cache. */
    private static final int BLOCK = 32;

    /** Rows from which OpenBLAS, which rearranges B for each product, has enough use of that. */
    private static final int MANY_ROWS = 16;

    /** Values of B from which a call and its copies cost less than they save. */
    private static final int MANY_VALUES = 1 << 13;

    private final int manyRows;
    private final int manyValues;
    private final OpenBlas blas = new OpenBlas();
    private final RightFactor passing = new RightFactor();
    private final List<RightFactor> kept = new ArrayList<>();
    private final List<Strips> steady = new ArrayList<>();

    private float[][] sums = new float[0][0];
    private float[][] terms = new float[0][0];
    private final PlainSoftmax softmax = new PlainSoftmax();

    public PlainKernels() {
        this(MANY_ROWS, MANY_VALUES);
    }

    /** With products from so many rows, and a right factor of so many values, left to OpenBLAS. */
    PlainKernels(int manyRows, int manyValues) {
        this.manyRows = manyRows;
        this.manyValues = manyValues;
    }

    @Override
    public KernelKind kind() {
        return KernelKind.PLAIN;
    }

    @Override
    public void close() {
        blas.close();
        passing.close();
        kept.forEach(RightFactor::close);
    }

    @Override
    public int lanes(int columns) {
        return columns;
    }

    @Override
    public void keep(Strips b) {
        if (!isSteady(b)) {
            steady.add(b);
        }
        for (int i = 0; i < kept.size(); i++) {
            if (kept.get(i).isOf(b)) {
                kept.get(i).renew();
            }
        }
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
        RightFactor factor = factor(b, bRow, bStrip, k, strips);
        int n = strips * c.lanes;
        if (rows >= manyRows && isLarge(n, k)) {
            blas.product(a, aRow, aStrip, k, factor.outside(), c, cRow, cStrip, rows, strips, add);
            return;
        }
        float[][] right = factor.rows();
        reserve(n);
        for (int i = 0; i < rows; i += BLOCK) {
            int m = Math.min(BLOCK, rows - i);
            clear(m, n);
            for (int p = 0; p < k; p += a.lanes) {
                int at = a.at(aRow + i, aStrip + p / a.lanes);
                RowSums.accumulate(a.a, at, a.lanes, 1, m, Math.min(a.lanes, k - p), right, p, sums, n);
            }
            store(m, c, cRow + i, cStrip, strips, add);
        }
    }

    private RightFactor factor(Strips b, int bRow, int bStrip, int k, int strips) {
        for (int i = 0; i < kept.size(); i++) {
            if (kept.get(i).is(b, bRow, bStrip, k, strips)) {
                return kept.get(i);
            }
        }
        if (isSteady(b)) {
            RightFactor factor = new RightFactor();
            factor.name(b, bRow, bStrip, k, strips);
            kept.add(factor);
            return factor;
        }
        passing.name(b, bRow, bStrip, k, strips);
        return passing;
    }

    /** By index, here and above: a step makes no iterators. */
    private boolean isSteady(Strips b) {
        for (int i = 0; i < steady.size(); i++) {
            if (steady.get(i) == b) {
                return true;
            }
        }
        return false;
    }

    private boolean isLarge(int columns, int k) {
        return (long) columns * k >= manyValues && OpenBlas.isThere();
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
        int n = strips * c.lanes;
        if (to <= a.lanes && from < to && isLarge(n, k)) {
            blas.gradient(a, aRow, from, to, b, bRow, bStrip, c, cStrip, strips, k);
            return;
        }
        reserve(n);
        for (int i = from; i < to; ) {
            int m = Math.min(Math.min(BLOCK, to - i), a.lanes - i % a.lanes);
            clear(m, n);
            int at = a.at(aRow, i / a.lanes) + i % a.lanes;
            for (int p = 0; p < k; p += RowSums.TERMS) {
                int count = Math.min(RowSums.TERMS, k - p);
                for (int q = 0; q < count; q++) {
                    for (int s = 0; s < strips; s++) {
                        int o = b.at(bRow + p + q, bStrip + s);
                        System.arraycopy(b.a, o, terms[q], s * b.lanes, b.lanes);
                    }
                }
                RowSums.accumulate(a.a, at + p * a.lanes, 1, a.lanes, m, count, terms, 0, sums, n);
            }
            store(m, c, i, cStrip, strips, false);
            i += m;
        }
    }

    private void clear(int m, int n) {
        for (int i = 0; i < m; i++) {
            Arrays.fill(sums[i], 0, n, 0);
        }
    }

    private void store(int m, Strips c, int row, int strip, int strips, boolean add) {
        int l = c.lanes;
        for (int s = 0; s < strips; s++) {
            for (int i = 0; i < m; i++) {
                int to = c.at(row + i, strip + s);
                if (add) {
                    add(sums[i], s * l, c.a, to, l);
                } else {
                    System.arraycopy(sums[i], s * l, c.a, to, l);
                }
            }
        }
    }

    /** Grows the scratch rows to n columns: at the first call with a shape, never again. */
    private void reserve(int n) {
        if (terms.length == 0 || terms[0].length < n) {
            sums = new float[BLOCK][n];
            terms = new float[RowSums.TERMS][n];
        }
    }

    @Override
    public double crossEntropy(Strips logits, float[] bias, int[] target, int row, int rows, float scale) {
        return softmax.crossEntropy(logits, bias, target, row, rows, scale);
    }

    @Override
    public void scatter(Strips d, int s, int[] index, int rows, Strips dW, int w, float[] sum, int at) {
        for (int i = 0; i < rows; i++) {
            add(d.a, d.at(i, s), dW.a, dW.at(index[i], w), d.lanes);
        }
        columnSum(d, s, rows, sum, at);
    }

    @Override
    public void columnSum(Strips d, int s, int rows, float[] sum, int at) {
        Arrays.fill(sum, at, at + d.lanes, 0);
        for (int i = 0; i < rows; i++) {
            add(d.a, d.at(i, s), sum, at, d.lanes);
        }
    }

    private static void add(float[] from, int at, float[] to, int toAt, int n) {
        for (int j = 0; j < n; j++) {
            to[toAt + j] += from[at + j];
        }
    }

    @Override
    public double sumOfSquares(float[] g, int from, int to) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = from;
        for (; i + 4 <= to; i += 4) {
            s0 += (double) g[i] * g[i];
            s1 += (double) g[i + 1] * g[i + 1];
            s2 += (double) g[i + 2] * g[i + 2];
            s3 += (double) g[i + 3] * g[i + 3];
        }
        for (; i < to; i++) {
            s0 += (double) g[i] * g[i];
        }
        return s0 + s1 + (s2 + s3);
    }
}
