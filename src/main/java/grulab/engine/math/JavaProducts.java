package grulab.engine.math;

import java.util.Arrays;

/**
 * Products in plain loops, about 30 GFLOP/s where a core has 512-bit vectors. For small shapes, where a call to a
 * library costs more than the arithmetic.
 */
public final class JavaProducts implements Products {
    /** Rows of the result that are summed together; their sums stay in the second-level cache. */
    private static final int BLOCK = 64;

    private static final int TERMS = 4;

    private float[][] sums = new float[0][0];
    private float[][] terms = new float[0][0];
    private int width;

    @Override
    public void product(Matrix a, Matrix b, Matrix c) {
        multiply(a.values, a.columns, 1, a.columns, b.values, b.columns, 1, c);
    }

    @Override
    public void leftTransposed(Matrix a, Matrix b, Matrix c) {
        multiply(a.values, 1, a.columns, a.rows, b.values, b.columns, 1, c);
    }

    @Override
    public void rightTransposed(Matrix a, Matrix b, Matrix c) {
        multiply(a.values, a.columns, 1, a.columns, b.values, 1, b.columns, c);
    }

    /** a[i, p] lies at i·down + p·across, b[p, j] at p·bDown + j·bAcross; p is below k. */
    private void multiply(float[] a, int down, int across, int k, float[] b, int bDown, int bAcross, Matrix c) {
        int n = c.columns;
        reserve(n);
        for (int top = 0; top < c.rows; top += BLOCK) {
            int m = Math.min(BLOCK, c.rows - top);
            for (int i = 0; i < m; i++) {
                Arrays.fill(sums[i], 0, n, 0);
            }
            for (int p = 0; p < k; p += TERMS) {
                int count = Math.min(TERMS, k - p);
                for (int q = 0; q < count; q++) {
                    copyRow(b, (p + q) * bDown, bAcross, terms[q], n);
                }
                Rows.accumulate(a, top * down + p * across, down, across, m, count, terms, sums, 0, n);
            }
            for (int i = 0; i < m; i++) {
                System.arraycopy(sums[i], 0, c.values, (top + i) * n, n);
            }
        }
    }

    private static void copyRow(float[] from, int at, int across, float[] to, int n) {
        if (across == 1) {
            System.arraycopy(from, at, to, 0, n);
        } else {
            for (int j = 0; j < n; j++) {
                to[j] = from[at + j * across];
            }
        }
    }

    /** Grows the scratch rows to n columns: at the first call with a shape, never again. */
    private void reserve(int n) {
        if (n > width) {
            width = n;
            sums = new float[BLOCK][n];
            terms = new float[TERMS][n];
        }
    }
}
