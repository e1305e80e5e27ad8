package grulab.engine.math;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Squash} in vectors, over ranges of arrays. Each is a loop of its own on arrays: a method that takes or gives a
 * vector is inlined in some runs, and boxed and ten times slower in others.
 */
public final class VectorSquash {
    public static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    /** Floats in a vector. */
    public static final int L = S.length();

    public static final FloatVector ONE = broadcast(S, 1);
    private static final FloatVector BOUND = broadcast(S, Squash.BOUND);
    private static final FloatVector MINUS_BOUND = broadcast(S, -Squash.BOUND);
    private static final FloatVector N0 = broadcast(S, Squash.N0);
    private static final FloatVector N1 = broadcast(S, Squash.N1);
    private static final FloatVector N2 = broadcast(S, Squash.N2);
    private static final FloatVector N3 = broadcast(S, Squash.N3);
    private static final FloatVector N4 = broadcast(S, Squash.N4);
    private static final FloatVector N5 = broadcast(S, Squash.N5);
    private static final FloatVector N6 = broadcast(S, Squash.N6);
    private static final FloatVector D0 = broadcast(S, Squash.D0);
    private static final FloatVector D1 = broadcast(S, Squash.D1);
    private static final FloatVector D2 = broadcast(S, Squash.D2);
    private static final FloatVector D3 = broadcast(S, Squash.D3);

    private VectorSquash() {}

    /**
     * y += the row that index names of a strip of w, and a bias, for rows of one strip.
     *
     * @param at of the first row in y
     * @param wAt of the strip in w
     * @param row first entry of index
     * @param biasAt of the strip in bias
     */
    public static void add(
            float[] y, int at, float[] w, int wAt, int[] index, int row, int rows, float[] bias, int biasAt) {
        FloatVector constant = fromArray(S, bias, biasAt);
        for (int i = 0; i < rows; i++) {
            fromArray(S, y, at + i * L)
                    .add(fromArray(S, w, wAt + index[row + i] * L).add(constant))
                    .intoArray(y, at + i * L);
        }
    }

    /** y ← tanh(y) for n numbers, a multiple of the vector's. */
    public static void tanh(float[] y, int at, int n) {
        for (int i = at; i < at + n; i += L) {
            FloatVector x = fromArray(S, y, i).min(BOUND).max(MINUS_BOUND);
            FloatVector q = x.mul(x);
            FloatVector above =
                    N6.fma(q, N5).fma(q, N4).fma(q, N3).fma(q, N2).fma(q, N1).fma(q, N0);
            FloatVector below = D3.fma(q, D2).fma(q, D1).fma(q, D0);
            x.mul(above).div(below).intoArray(y, i);
        }
    }

    /** y ← σ(sign · y), as ½ + ½ tanh(½ sign y). */
    public static void sigmoid(float[] y, int at, int n, float sign) {
        FloatVector half = broadcast(S, 0.5f);
        FloatVector factor = broadcast(S, 0.5f * sign);
        for (int i = at; i < at + n; i += L) {
            FloatVector x = fromArray(S, y, i).mul(factor).min(BOUND).max(MINUS_BOUND);
            FloatVector q = x.mul(x);
            FloatVector above =
                    N6.fma(q, N5).fma(q, N4).fma(q, N3).fma(q, N2).fma(q, N1).fma(q, N0);
            FloatVector below = D3.fma(q, D2).fma(q, D1).fma(q, D0);
            x.mul(above).div(below).fma(half, half).intoArray(y, i);
        }
    }
}
