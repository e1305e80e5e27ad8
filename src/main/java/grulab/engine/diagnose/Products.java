package grulab.engine.diagnose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The recurrent products of one step for many ways at once. Ways that have come to the same state share it, and one
 * matrix is read once for all states that it multiplies.
 */
final class Products {
    private static final int TERMS = 8;

    private final Blocks blocks;
    private final Map<Key, Vector> vectors = new HashMap<>();
    private final List<List<Vector>> wanted = new ArrayList<>();

    Products(Blocks blocks) {
        this.blocks = blocks;
        for (int i = 0; i < 2 * blocks.gates; i++) {
            wanted.add(new ArrayList<>());
        }
    }

    /** What is multiplied [rows·H], and what came out for each block and orientation. */
    static final class Vector {
        final double[] values;
        private final double[][] products;

        private Vector(double[] values, int matrices) {
            this.values = values;
            products = new double[matrices][];
        }

        /** U v of a block [rows·H], once it was wanted and computed. */
        double[] times(int block, int orientation) {
            return products[2 * block + orientation];
        }
    }

    private record Key(double[] values) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Arrays.equals(values, key.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }

    Vector vector(double[] values) {
        return vectors.computeIfAbsent(new Key(values), k -> new Vector(values, 2 * blocks.gates));
    }

    void want(Vector vector, int block, int orientation) {
        int matrix = 2 * block + orientation;
        if (vector.products[matrix] == null) {
            vector.products[matrix] = new double[vector.values.length];
            wanted.get(matrix).add(vector);
        }
    }

    /** Computes what is wanted. */
    void compute() {
        for (int matrix = 0; matrix < wanted.size(); matrix++) {
            List<double[]> in = new ArrayList<>();
            List<double[]> out = new ArrayList<>();
            for (Vector vector : wanted.get(matrix)) {
                in.add(vector.values);
                out.add(vector.products[matrix]);
            }
            wanted.get(matrix).clear();
            multiply(blocks.u[matrix / 2][matrix % 2], blocks.hidden, blocks.hidden, in, out);
        }
    }

    /**
     * Adds M v to each out.
     *
     * @param columns M column after column [width·H]
     * @param in each [rows·width]
     * @param out each [rows·H]
     */
    static void multiply(double[] columns, int width, int hidden, List<double[]> in, List<double[]> out) {
        for (int j = 0; j < width; j += TERMS) {
            for (int k = 0; k < in.size(); k++) {
                double[] v = in.get(k);
                double[] sum = out.get(k);
                for (int row = 0; row < v.length / width; row++) {
                    if (j + TERMS <= width) {
                        eight(columns, j * hidden, hidden, v, row * width + j, sum, row * hidden);
                    } else {
                        for (int rest = j; rest < width; rest++) {
                            one(columns, rest * hidden, hidden, v[row * width + rest], sum, row * hidden);
                        }
                    }
                }
            }
        }
    }

    /** Eight columns in one go, so that a sum is loaded and stored once for eight products; the loop becomes vector instructions. */
    private static void eight(double[] m, int from, int hidden, double[] v, int at, double[] sum, int to) {
        double v0 = v[at];
        double v1 = v[at + 1];
        double v2 = v[at + 2];
        double v3 = v[at + 3];
        double v4 = v[at + 4];
        double v5 = v[at + 5];
        double v6 = v[at + 6];
        double v7 = v[at + 7];
        int m1 = from + hidden;
        int m2 = m1 + hidden;
        int m3 = m2 + hidden;
        int m4 = m3 + hidden;
        int m5 = m4 + hidden;
        int m6 = m5 + hidden;
        int m7 = m6 + hidden;
        for (int i = 0; i < hidden; i++) {
            sum[to + i] += v0 * m[from + i]
                    + v1 * m[m1 + i]
                    + v2 * m[m2 + i]
                    + v3 * m[m3 + i]
                    + v4 * m[m4 + i]
                    + v5 * m[m5 + i]
                    + v6 * m[m6 + i]
                    + v7 * m[m7 + i];
        }
    }

    private static void one(double[] m, int from, int hidden, double v, double[] sum, int to) {
        for (int i = 0; i < hidden; i++) {
            sum[to + i] += v * m[from + i];
        }
    }
}
