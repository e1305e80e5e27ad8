package grulab.engine.math;

/**
 * Softmax, cross-entropy and its gradient, row by row, in loops over arrays that share one index, so that C2 vectorises
 * them.
 */
final class PlainSoftmax {
    /** 1.5 · 2²³: added to a small number, it leaves the nearest integer in the lowest bits. */
    private static final float ROUND = 12582912;

    private float[] y = new float[0];
    /** What the exponent is to grow by, in the lowest bits. */
    private float[] shifted = new float[0];

    double crossEntropy(Strips logits, float[] bias, int[] target, int row, int rows, float scale) {
        int n = logits.columns;
        if (y.length < n) {
            y = new float[n];
            shifted = new float[n];
        }
        double loss = 0;
        for (int i = row; i < row + rows; i++) {
            gather(logits, i, n);
            add(y, bias, n);
            float max = max(y, n);
            float chosen = y[target[i]];
            exponentials(y, shifted, max, n);
            float total = scalePowers(y, shifted, n);
            scale(y, scale / total, n);
            y[target[i]] -= scale;
            spread(logits, i, n);
            loss += Math.log(total) + ((double) max - chosen);
        }
        return loss;
    }

    private void gather(Strips logits, int i, int n) {
        for (int s = 0; s < logits.count; s++) {
            int from = s * logits.lanes;
            System.arraycopy(logits.a, logits.at(i, s), y, from, Math.min(logits.lanes, n - from));
        }
    }

    private void spread(Strips logits, int i, int n) {
        for (int s = 0; s < logits.count; s++) {
            int from = s * logits.lanes;
            System.arraycopy(y, from, logits.a, logits.at(i, s), Math.min(logits.lanes, n - from));
        }
    }

    private static void add(float[] y, float[] bias, int n) {
        for (int j = 0; j < n; j++) {
            y[j] += bias[j];
        }
    }

    private static float max(float[] y, int n) {
        float max = Float.NEGATIVE_INFINITY;
        for (int j = 0; j < n; j++) {
            // a comparison costs less than Math.max, and what is not a number shows in the sum
            if (y[j] > max) {
                max = y[j];
            }
        }
        return max;
    }

    /** y = exp(f) and n, with f + n ln 2 = y − max, by the polynomial of Cephes; at least e⁻⁸⁷ together. */
    private static void exponentials(float[] y, float[] shifted, float max, int n) {
        for (int j = 0; j < n; j++) {
            float x = Math.max(y[j] - max, -87f);
            float whole = x * 1.44269504f + ROUND;
            float power = whole - ROUND;
            float f = x - power * 0.693359375f + power * 2.12194440e-4f;
            float p = ((((1.9875691500e-4f * f + 1.3981999507e-3f) * f + 8.3334519073e-3f) * f + 4.1665795894e-2f) * f
                                    + 1.6666665459e-1f)
                            * f
                    + 0.5f;
            y[j] = p * (f * f) + f + 1;
            shifted[j] = whole;
        }
    }

    /** y = y · 2ⁿ, and the sum. */
    private static float scalePowers(float[] y, float[] shifted, int n) {
        float s0 = 0;
        float s1 = 0;
        int j = 0;
        for (; j + 2 <= n; j += 2) {
            y[j] *= power(shifted[j]);
            y[j + 1] *= power(shifted[j + 1]);
            s0 += y[j];
            s1 += y[j + 1];
        }
        if (j < n) {
            y[j] *= power(shifted[j]);
            s0 += y[j];
        }
        return s0 + s1;
    }

    private static float power(float shifted) {
        return Float.intBitsToFloat((Float.floatToRawIntBits(shifted) << 23) + 0x3f800000);
    }

    private static void scale(float[] y, float share, int n) {
        for (int j = 0; j < n; j++) {
            y[j] *= share;
        }
    }
}
