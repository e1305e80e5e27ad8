package grulab.engine.cell;

import grulab.engine.math.Strips;

/**
 * Elementwise loops that C2 turns into vector instructions, which it does if all arrays of a loop share one index: so
 * rows are copied to arrays of their own first.
 */
final class PlainRows {
    private PlainRows() {}

    /** to ← the rows of a strip. */
    static void take(Strips from, int row, int strip, float[] to, int n) {
        System.arraycopy(from.a, from.at(row, strip), to, 0, n);
    }

    /** The rows of a strip ← from. */
    static void put(float[] from, Strips to, int row, int strip, int n) {
        System.arraycopy(from, 0, to.a, to.at(row, strip), n);
    }

    /**
     * sum ← row by row, W x of a strip of the table, and a bias.
     *
     * @param lines two rows of scratch, of a strip's width
     */
    static void inputSide(CellInput input, float[] bias, int row, int rows, int strip, float[] sum, float[][] lines) {
        Strips table = input.table();
        int lanes = table.lanes;
        System.arraycopy(bias, strip * lanes, lines[1], 0, lanes);
        for (int i = 0; i < rows; i++) {
            System.arraycopy(table.a, table.at(input.rows()[row + i], strip), lines[0], 0, lanes);
            add(lines[0], lines[1], lanes);
            System.arraycopy(lines[0], 0, sum, i * lanes, lanes);
        }
    }

    /** a += b */
    static void add(float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            a[i] += b[i];
        }
    }

    /** a *= b */
    static void multiply(float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            a[i] *= b[i];
        }
    }
}
