package grulab.engine.math;

/** Multiply-adds on a few values in the nearest cache, in a loop that C2 vectorises by itself. */
final class PlainPeak {
    private static final int LENGTH = 1024;
    private static final int DEPTH = 6;
    /** Floating point operations of a round. */
    static final double FLOP = 2.0 * LENGTH * DEPTH;

    private PlainPeak() {}

    static float run(int rounds) {
        float[] y = new float[LENGTH];
        boolean fused = VectorModule.fusesMultiplyAdd();
        for (int i = 0; i < rounds; i++) {
            if (fused) {
                fused(y, 0.999f, 0.001f);
            } else {
                apart(y, 0.999f, 0.001f);
            }
        }
        return y[LENGTH / 2];
    }

    private static void fused(float[] y, float a, float b) {
        for (int j = 0; j < y.length; j++) {
            float x = Math.fma(y[j], a, b);
            x = Math.fma(x, a, b);
            x = Math.fma(x, a, b);
            x = Math.fma(x, a, b);
            x = Math.fma(x, a, b);
            y[j] = Math.fma(x, a, b);
        }
    }

    private static void apart(float[] y, float a, float b) {
        for (int j = 0; j < y.length; j++) {
            float x = y[j] * a + b;
            x = x * a + b;
            x = x * a + b;
            x = x * a + b;
            x = x * a + b;
            y[j] = x * a + b;
        }
    }
}
