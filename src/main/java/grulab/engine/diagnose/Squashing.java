package grulab.engine.diagnose;

/** σ and tanh in place, both by one exponential, which Java has as an instruction sequence; absolute error below 1e-15. */
final class Squashing {
    private Squashing() {}

    static double[] sigmoid(double[] a) {
        for (int i = 0; i < a.length; i++) {
            a[i] = 1 / (1 + Math.exp(-a[i]));
        }
        return a;
    }

    static double[] tanh(double[] a) {
        for (int i = 0; i < a.length; i++) {
            a[i] = 1 - 2 / (1 + Math.exp(2 * a[i]));
        }
        return a;
    }
}
