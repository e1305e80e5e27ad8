package grulab.engine.math;

/**
 * A float32 matrix in one array, row after row. Row-major because every user is content with it: ND4J takes it in one
 * copy (as a column-major matrix with the factors swapped), a row is a vector load away, and a snapshot is a plain
 * copy.
 */
public final class Matrix {
    public final int rows;
    public final int columns;
    /** [rows · columns], row after row. */
    public final float[] values;

    /** All zero. */
    public Matrix(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        values = new float[Math.multiplyExact(rows, columns)];
    }

    @Override
    public String toString() {
        return "Matrix[" + rows + "×" + columns + "]";
    }
}
