package grulab.engine.math;

/**
 * Sums of scaled rows, the inner loop of every product in plain Java. C2 turns a loop into vector instructions only
 * if all its arrays share one index, so each row is an array of its own; four terms at a time are the most that it
 * still vectorises on JDK 17.
 */
final class RowSums {
    /** Terms that are added at once. */
    static final int TERMS = 4;

    private RowSums() {}

    /**
     * sums[i] += Σ_p a[i, p] · b[p], for i below m and p from {@code p0} to below {@code p0 + k}.
     *
     * @param a factors; a[i, p0 + p] lies at {@code at + i·down + p·across}
     * @param b rows [·][n]
     * @param sums rows [m][n]
     */
    static void accumulate(
            float[] a, int at, int down, int across, int m, int k, float[][] b, int p0, float[][] sums, int n) {
        int p = 0;
        for (; p + TERMS <= k; p += TERMS) {
            float[] b0 = b[p0 + p];
            float[] b1 = b[p0 + p + 1];
            float[] b2 = b[p0 + p + 2];
            float[] b3 = b[p0 + p + 3];
            for (int i = 0, o = at + p * across; i < m; i++, o += down) {
                add(sums[i], b0, a[o], b1, a[o + across], b2, a[o + 2 * across], b3, a[o + 3 * across], n);
            }
        }
        for (; p < k; p++) {
            for (int i = 0, o = at + p * across; i < m; i++, o += down) {
                add(sums[i], b[p0 + p], a[o], n);
            }
        }
    }

    private static void add(
            float[] sum,
            float[] b0,
            float s0,
            float[] b1,
            float s1,
            float[] b2,
            float s2,
            float[] b3,
            float s3,
            int n) {
        for (int j = 0; j < n; j++) {
            sum[j] += s0 * b0[j] + s1 * b1[j] + s2 * b2[j] + s3 * b3[j];
        }
    }

    private static void add(float[] sum, float[] b, float s, int n) {
        for (int j = 0; j < n; j++) {
            sum[j] += s * b[j];
        }
    }
}
