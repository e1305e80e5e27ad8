package grulab.engine.diagnose;

import java.util.List;

/**
 * One matrix times many vectors. Four columns are taken in one go, so that a sum is loaded and stored once for four products, and
 * stay near the processor while all vectors pass. The inner loop becomes vector instructions only as long as every array in it is
 * read from its beginning: hence an array a column, and an array a row of what comes out.
 */
final class Multiplication {
    private static final int TERMS = 4;

    private Multiplication() {}

    /**
     * Adds M v to each out.
     *
     * @param columns of M [width][H]
     * @param in each [rows·width]
     * @param out each [rows][H]
     */
    static void add(double[][] columns, List<double[]> in, List<double[][]> out) {
        int width = columns.length;
        for (int j = 0; j < width; j += TERMS) {
            for (int k = 0; k < in.size(); k++) {
                double[] v = in.get(k);
                double[][] sums = out.get(k);
                for (int row = 0; row < sums.length; row++) {
                    if (j + TERMS <= width) {
                        four(columns, j, v, row * width + j, sums[row]);
                    } else {
                        for (int rest = j; rest < width; rest++) {
                            one(columns[rest], v[row * width + rest], sums[row]);
                        }
                    }
                }
            }
        }
    }

    private static void four(double[][] columns, int j, double[] v, int at, double[] sum) {
        double[] a = columns[j];
        double[] b = columns[j + 1];
        double[] c = columns[j + 2];
        double[] d = columns[j + 3];
        double v0 = v[at];
        double v1 = v[at + 1];
        double v2 = v[at + 2];
        double v3 = v[at + 3];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = Math.fma(v3, d[i], Math.fma(v2, c[i], Math.fma(v1, b[i], Math.fma(v0, a[i], sum[i]))));
        }
    }

    private static void one(double[] column, double v, double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = Math.fma(v, column[i], sum[i]);
        }
    }
}
