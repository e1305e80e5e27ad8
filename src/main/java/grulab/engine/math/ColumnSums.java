package grulab.engine.math;

import java.util.Arrays;

/** Sums of rows: of all for a bias, of those with the same symbol for a row of an input weight. */
public final class ColumnSums {
    private final float[] row;

    /** @param columns of every matrix that is summed */
    public ColumnSums(int columns) {
        row = new float[columns];
    }

    /** sum ← Σ of the rows of m. */
    public void all(Matrix m, float[] sum) {
        Arrays.fill(sum, 0);
        for (int i = 0; i < m.rows; i++) {
            System.arraycopy(m.values, i * row.length, row, 0, row.length);
            add(sum, row, row.length);
        }
    }

    /** Row s of sums ← Σ of the rows i of m with symbols[i] = s; sums has a row for every symbol. */
    public void bySymbol(Matrix m, int[] symbols, float[][] sums) {
        for (float[] sum : sums) {
            Arrays.fill(sum, 0);
        }
        for (int i = 0; i < symbols.length; i++) {
            System.arraycopy(m.values, i * row.length, row, 0, row.length);
            add(sums[symbols[i]], row, row.length);
        }
    }

    private static void add(float[] sum, float[] term, int n) {
        for (int j = 0; j < n; j++) {
            sum[j] += term[j];
        }
    }
}
