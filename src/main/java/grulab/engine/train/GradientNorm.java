package grulab.engine.train;

import grulab.engine.cell.Parameter;
import java.util.List;

/** The global L2 norm of the gradient, and what clipping multiplies it with. */
final class GradientNorm {
    private GradientNorm() {}

    /** √Σ g² over all parameters. */
    static double of(List<Parameter> parameters) {
        double sum = 0;
        for (Parameter p : parameters) {
            sum += squares(p.gradient.values);
        }
        return Math.sqrt(sum);
    }

    /** min(1, limit / norm). */
    static double scale(double norm, double limit) {
        return norm > limit ? limit / norm : 1;
    }

    /** Four sums at once, because each addition waits for the one before it. */
    private static double squares(float[] g) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 4 <= g.length; i += 4) {
            s0 += (double) g[i] * g[i];
            s1 += (double) g[i + 1] * g[i + 1];
            s2 += (double) g[i + 2] * g[i + 2];
            s3 += (double) g[i + 3] * g[i + 3];
        }
        for (; i < g.length; i++) {
            s0 += (double) g[i] * g[i];
        }
        return s0 + s1 + (s2 + s3);
    }
}
