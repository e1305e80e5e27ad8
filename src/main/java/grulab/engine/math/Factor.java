package grulab.engine.math;

/**
 * The right factor of a small product that is repeated at every time step, kept in the form that its loop wants. It
 * is a copy: take the matrix again when it has changed.
 */
public final class Factor {
    private final int rows;
    private final int columns;
    private final float[][] row;
    private final float[][] sums;

    /**
     * @param rows of the factor, k
     * @param columns of the factor, n
     * @param batch rows of a time step, B
     */
    public Factor(int rows, int columns, int batch) {
        this.rows = rows;
        this.columns = columns;
        row = new float[rows][columns];
        sums = new float[batch][columns];
    }

    /** Copies m [k×n]. */
    public void take(Matrix m) {
        for (int i = 0; i < rows; i++) {
            System.arraycopy(m.values, i * columns, row[i], 0, columns);
        }
    }

    /** Copies mᵀ, with m [n×k]. */
    public void takeTransposed(Matrix m) {
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                row[i][j] = m.values[j * rows + i];
            }
        }
    }

    /**
     * c[from … to) += a[from … to) · this, with a [·×k] and c [·×n]; the rows are of one time step. Several threads may
     * do this at once for different rows of a step.
     */
    public void addProduct(Matrix a, Matrix c, int from, int to) {
        int m = to - from;
        int first = from % sums.length;
        for (int i = 0; i < m; i++) {
            System.arraycopy(c.values, (from + i) * columns, sums[first + i], 0, columns);
        }
        Rows.accumulate(a.values, from * rows, rows, 1, m, rows, row, sums, first, columns);
        for (int i = 0; i < m; i++) {
            System.arraycopy(sums[first + i], 0, c.values, (from + i) * columns, columns);
        }
    }
}
