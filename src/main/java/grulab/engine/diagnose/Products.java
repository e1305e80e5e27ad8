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
        private final double[][][] products;

        private Vector(double[] values, int matrices) {
            this.values = values;
            products = new double[matrices][][];
        }

        /** U v of a block [rows][H], once it was wanted and computed. */
        double[][] times(int block, int orientation) {
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
            vector.products[matrix] = new double[vector.values.length / blocks.hidden][blocks.hidden];
            wanted.get(matrix).add(vector);
        }
    }

    /** Computes what is wanted. */
    void compute() {
        for (int matrix = 0; matrix < wanted.size(); matrix++) {
            compute(matrix);
        }
        wanted.forEach(List::clear);
    }

    private void compute(int matrix) {
        List<double[]> in = new ArrayList<>();
        List<double[][]> out = new ArrayList<>();
        for (Vector vector : wanted.get(matrix)) {
            in.add(vector.values);
            out.add(vector.products[matrix]);
        }
        Multiplication.add(blocks.recurrentColumns(matrix / 2, matrix % 2), in, out);
    }
}
