package grulab.engine.math;

import org.jspecify.annotations.Nullable;

/**
 * Small products in plain Java, large ones by ND4J, which is loaded when the first large one is asked for. The shape
 * alone decides, so that a run can be repeated bit for bit.
 */
public final class SizedProducts implements Products {
    /** Multiplications from which a call and its copies cost less than they save. */
    private static final long LARGE = 1 << 20;

    private final Products small = new JavaProducts();
    private @Nullable Products large;

    @Override
    public void product(Matrix a, Matrix b, Matrix c) {
        of(c, a.columns).product(a, b, c);
    }

    @Override
    public void leftTransposed(Matrix a, Matrix b, Matrix c) {
        of(c, a.rows).leftTransposed(a, b, c);
    }

    @Override
    public void rightTransposed(Matrix a, Matrix b, Matrix c) {
        of(c, a.columns).rightTransposed(a, b, c);
    }

    private Products of(Matrix result, int terms) {
        if ((long) result.rows * result.columns * terms < LARGE) {
            return small;
        }
        Products loaded = large;
        if (loaded == null) {
            loaded = new Nd4jProducts();
            large = loaded;
        }
        return loaded;
    }
}
