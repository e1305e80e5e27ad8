package grulab.engine.math;

import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;

/** A copy of the right factor of a product, in the form that the loops want or the one that OpenBLAS wants. */
final class RightFactor implements AutoCloseable {
    private @Nullable Strips of;
    private int row;
    private int strip;
    private int terms;
    private int strips;
    /** [k][strips · lanes]; longer where an earlier factor was. */
    private float[][] rows = new float[0][];

    private boolean rowsTaken;
    private FloatPointer outside = new FloatPointer();
    private boolean outsideTaken;

    boolean is(Strips b, int bRow, int bStrip, int k, int count) {
        return of == b && row == bRow && strip == bStrip && terms == k && strips == count;
    }

    boolean isOf(Strips b) {
        return of == b;
    }

    /** Names the factor: k rows of some strips of b, as they are when they are first read after this. */
    void name(Strips b, int bRow, int bStrip, int k, int count) {
        of = b;
        row = bRow;
        strip = bStrip;
        terms = k;
        strips = count;
        renew();
    }

    /** The values have changed. */
    void renew() {
        rowsTaken = false;
        outsideTaken = false;
    }

    /** Row by row, the strips side by side [k][≥ strips · lanes]. */
    float[][] rows() {
        Strips b = named();
        if (!rowsTaken) {
            int n = strips * b.lanes;
            if (rows.length < terms || (terms > 0 && rows[0].length < n)) {
                rows = new float[terms][n];
            }
            for (int s = 0; s < strips; s++) {
                for (int p = 0; p < terms; p++) {
                    System.arraycopy(b.a, b.at(row + p, strip + s), rows[p], s * b.lanes, b.lanes);
                }
            }
            rowsTaken = true;
        }
        return rows;
    }

    /** Outside the heap [strips][k][lanes]. */
    FloatPointer outside() {
        if (!outsideTaken) {
            outside = OpenBlas.copy(named(), row, strip, terms, strips, outside);
            outsideTaken = true;
        }
        return outside;
    }

    @Override
    public void close() {
        outside.deallocate();
    }

    private Strips named() {
        if (of == null) {
            throw new IllegalStateException("no factor was named yet");
        }
        return of;
    }
}
