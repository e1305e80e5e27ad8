package grulab.engine.whatif;

import grulab.model.Weights;

/**
 * The parameters of one gate.
 *
 * @param w W [H×I]
 * @param u U [H×H]
 * @param b on the input side [H], zeros where it is absent
 * @param c on the recurrent side [H], zeros where it is absent
 */
@SuppressWarnings("ArrayRecordComponent") // the arrays of Weights, never written
record Gate(int inputs, double[] w, double[] u, double[] b, double[] c) {
    static Gate of(Weights all, String letter) {
        return new Gate(
                all.inputs(),
                all.get("W_i" + letter),
                all.get("W_h" + letter),
                bias(all, "b_i" + letter),
                bias(all, "b_h" + letter));
    }

    private static double[] bias(Weights all, String name) {
        return all.has(name) ? all.get(name) : new double[all.hidden()];
    }

    /** sums ← W x + b; x is one-hot, so that W x is a column. */
    void input(int symbol, double[] sums) {
        for (int k = 0; k < sums.length; k++) {
            sums[k] = w[k * inputs + symbol] + b[k];
        }
    }

    /** sums += U v + c, v [H] from a place of an array on. */
    void recurrent(double[] v, int from, double[] sums) {
        Products.add(u, v, from, sums.length, sums);
        for (int k = 0; k < sums.length; k++) {
            sums[k] += c[k];
        }
    }

    /** sent += Uᵀ d */
    void back(double[] d, double[] sent) {
        Products.addTransposed(u, d, 0, d.length, sent);
    }
}
