package grulab.engine.whatif;

/** Products with a matrix [n×m] that lies row after row. Both run along memory, so that nothing has to be transposed. */
final class Products {
    private Products() {}

    /** sum[k] += Σ_j matrix[k][j] · v[from + j]. Eight sums side by side, as one would wait for each addition. */
    static void add(double[] matrix, double[] v, int from, int size, double[] sum) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] += dot(matrix, k * size, v, from, size);
        }
    }

    static double dot(double[] a, int i, double[] b, int j, int size) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        int n = 0;
        for (; n + 8 <= size; n += 8) {
            s0 += a[i + n] * b[j + n];
            s1 += a[i + n + 1] * b[j + n + 1];
            s2 += a[i + n + 2] * b[j + n + 2];
            s3 += a[i + n + 3] * b[j + n + 3];
            s4 += a[i + n + 4] * b[j + n + 4];
            s5 += a[i + n + 5] * b[j + n + 5];
            s6 += a[i + n + 6] * b[j + n + 6];
            s7 += a[i + n + 7] * b[j + n + 7];
        }
        for (; n < size; n++) {
            s0 += a[i + n] * b[j + n];
        }
        return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
    }

    /** sum[j] += Σ_k matrix[k][j] · d[from + k], row by row. */
    static void addTransposed(double[] matrix, double[] d, int from, int rows, double[] sum) {
        for (int k = 0; k < rows; k++) {
            addRow(matrix, k * sum.length, d[from + k], sum);
        }
    }

    private static void addRow(double[] matrix, int at, double by, double[] sum) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += by * matrix[at + j];
        }
    }
}
