package grulab.engine.math;

/**
 * σ and tanh over a range of an array, in place, by Eigen's rational approximation of tanh: an odd polynomial of
 * degree 13 over an even one of degree 6, error below 4e−7. It is odd to the last bit. NaN stays NaN.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // the constants as they are published
public final class Squash {
    /** Beyond it tanh is 1 in float32. */
    static final float BOUND = 7.90531110763549805f;

    static final float N0 = 4.89352455891786e-03f;
    static final float N1 = 6.37261928875436e-04f;
    static final float N2 = 1.48572235717979e-05f;
    static final float N3 = 5.12229709037114e-08f;
    static final float N4 = -8.60467152213735e-11f;
    static final float N5 = 2.00018790482477e-13f;
    static final float N6 = -2.76076847742355e-16f;
    static final float D0 = 4.89352518554385e-03f;
    static final float D1 = 2.26843463243900e-03f;
    static final float D2 = 1.18534705686654e-04f;
    static final float D3 = 1.19825839466702e-06f;

    private Squash() {}

    /** y ← tanh(y) on from … to). */
    public static void tanh(float[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            float x = Math.max(-BOUND, Math.min(BOUND, y[i]));
            float q = x * x;
            float above = ((((((N6 * q + N5) * q + N4) * q + N3) * q + N2) * q + N1) * q + N0) * x;
            float below = ((D3 * q + D2) * q + D1) * q + D0;
            y[i] = above / below;
        }
    }

    /** y ← σ(sign · y) on from … to), as ½ + ½ tanh(½ sign y). */
    public static void sigmoid(float[] y, int from, int to, float sign) {
        float half = 0.5f * sign;
        for (int i = from; i < to; i++) {
            y[i] *= half;
        }
        tanh(y, from, to);
        for (int i = from; i < to; i++) {
            y[i] = 0.5f + 0.5f * y[i];
        }
    }
}
