package grulab.engine.diagnose;

import grulab.model.Array;

/** Numbers [a][b][width], in another order of their first two axes. */
final class Axes {
    private Axes() {}

    /** As [b][a][width]. */
    static double[] turned(double[] values, int a, int b) {
        return Array.of(values, a, b, values.length / (a * b)).turned().values();
    }

    /** The first axis from its end. */
    static double[] reversed(double[] values, int a) {
        int width = values.length / Math.max(1, a);
        double[] reversed = new double[values.length];
        for (int i = 0; i < a; i++) {
            System.arraycopy(values, i * width, reversed, (a - 1 - i) * width, width);
        }
        return reversed;
    }
}
