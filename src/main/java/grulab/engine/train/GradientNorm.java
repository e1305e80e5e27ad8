package grulab.engine.train;

import grulab.engine.cell.Packed;
import grulab.engine.math.Kernels;
import java.util.List;

/** The global L2 norm of the gradient, and what clipping multiplies it with. */
final class GradientNorm {
    /** Floats that are summed at a time, so that the sum does not depend on who computed it. */
    private static final int BLOCK = 4096;

    private final List<Packed> packed;
    private final double[] squares;

    GradientNorm(List<Packed> packed) {
        this.packed = packed;
        squares = new double
                [packed.stream().mapToInt(p -> blocks(p.gradient().length)).sum()];
    }

    private static int blocks(int length) {
        return (length + BLOCK - 1) / BLOCK;
    }

    /** A part of the sums of squares. */
    void squares(Kernels by, int part, int parts) {
        int at = 0;
        for (int k = 0; k < packed.size(); k++) {
            float[] g = packed.get(k).gradient();
            int n = blocks(g.length);
            for (int i = n * part / parts; i < n * (part + 1) / parts; i++) {
                squares[at + i] = by.sumOfSquares(g, i * BLOCK, Math.min(g.length, (i + 1) * BLOCK));
            }
            at += n;
        }
    }

    /** √Σ g² over all parameters. */
    double value() {
        double sum = 0;
        for (double s : squares) {
            sum += s;
        }
        return Math.sqrt(sum);
    }

    /** min(1, limit / norm). */
    static double scale(double norm, double limit) {
        return norm > limit ? limit / norm : 1;
    }
}
