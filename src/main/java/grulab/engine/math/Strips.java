package grulab.engine.math;

import java.util.Arrays;

/**
 * A rows × columns matrix of floats, kept in strips of L columns: element (i, j) lies at
 * (j / L) · stride + i · L + j % L. One layout serves every product here: a strip is read front to back
 * whether the matrix stands left (one value broadcast), right (one vector) or transposed, so nothing is
 * packed or copied between forward, backward and weight gradients. With L = columns it is plain row-major.
 */
public final class Strips {
    public final int rows;
    public final int columns;
    /** L, columns of a strip. */
    public final int lanes;
    /** Strips, the last one padded with zeros. */
    public final int count;
    /** Floats from one strip to the next. */
    public final int stride;

    public final float[] a;

    /** All zero. */
    public Strips(int rows, int columns, int lanes) {
        this.rows = rows;
        this.columns = columns;
        this.lanes = lanes;
        count = (columns + lanes - 1) / lanes;
        stride = (int) (lanes * padded(rows));
        a = new float[Math.multiplyExact(count, stride)];
    }

    /** Floats that a matrix takes; more than an int where it cannot be made. */
    public static long floats(long rows, long columns, int lanes) {
        return (columns + lanes - 1) / lanes * lanes * padded(rows);
    }

    /** Whole tiles, and 16 beyond a multiple of 64, or the same rows of all strips share a few sets of the L1 cache. */
    private static long padded(long rows) {
        long tiled = rows < 8 ? rows : (rows + 7) / 8 * 8;
        return rows < 64 ? tiled : tiled + Math.floorMod(16 - tiled, 64);
    }

    /** Where the row of a strip begins. */
    public int at(int row, int strip) {
        return strip * stride + row * lanes;
    }

    public void clear(int row0, int row1, int strip0, int strip1) {
        for (int s = strip0; s < strip1; s++) {
            Arrays.fill(a, at(row0, s), at(row1, s), 0);
        }
    }

    public float get(int i, int j) {
        return a[at(i, j / lanes) + j % lanes];
    }

    public void set(int i, int j, float value) {
        a[at(i, j / lanes) + j % lanes] = value;
    }

    /** The matrix row by row, without its padding. */
    public float[] rowMajor(int fromRow, int toRow) {
        float[] out = new float[(toRow - fromRow) * columns];
        for (int s = 0; s < count; s++) {
            int width = Math.min(lanes, columns - s * lanes);
            for (int i = fromRow; i < toRow; i++) {
                System.arraycopy(a, at(i, s), out, (i - fromRow) * columns + s * lanes, width);
            }
        }
        return out;
    }

    /** to = thisᵀ, for strips from … to) of this; the padding of {@code to} is left alone. */
    public void transpose(Strips to, int from, int until) {
        for (int s = from; s < until; s++) {
            int width = Math.min(lanes, columns - s * lanes);
            for (int top = 0; top < rows; top += to.lanes) {
                int height = Math.min(to.lanes, rows - top);
                int in = at(top, s);
                int out = to.at(s * lanes, top / to.lanes);
                for (int j = 0; j < width; j++) {
                    for (int i = 0; i < height; i++) {
                        to.a[out + j * to.lanes + i] = a[in + i * lanes + j];
                    }
                }
            }
        }
    }
}
