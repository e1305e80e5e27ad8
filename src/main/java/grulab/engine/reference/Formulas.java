package grulab.engine.reference;

import grulab.model.Activation;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import grulab.model.Weights;

/**
 * The cells' formulas in float64, for one unit where not said otherwise, as docs/conventions.md writes them. Gates have
 * the letters of {@link grulab.model.CellType#gates}.
 */
public final class Formulas {
    private Formulas() {}

    public static double sigmoid(double a) {
        return Activation.SIGMOID.value(a);
    }

    /** Row {@code unit} of W_g times x. */
    public static double inputSide(Weights w, String gate, int unit, double[] x) {
        return row(w.get("W_i" + gate), unit, x);
    }

    /** Row {@code unit} of U_g times h, or times r ⊙ h. */
    public static double recurrentSide(Weights w, String gate, int unit, double[] h) {
        return row(w.get("W_h" + gate), unit, h);
    }

    /** b_g of a unit. */
    public static double inputBias(Weights w, String gate, int unit) {
        return w.bias("b_i" + gate, unit);
    }

    /** c_g of a unit. */
    public static double recurrentBias(Weights w, String gate, int unit) {
        return w.bias("b_h" + gate, unit);
    }

    /** W x + b + U h + c. */
    public static double argument(Weights w, String gate, int unit, double[] x, double[] h) {
        return inputSide(w, gate, unit, x)
                + inputBias(w, gate, unit)
                + recurrentSide(w, gate, unit, h)
                + recurrentBias(w, gate, unit);
    }

    /** Row {@code unit} of U_gᵀ times d, which flows back from all units to one. */
    public static double recurrentBack(Weights w, String gate, int unit, double[] d) {
        double[] matrix = w.get("W_h" + gate);
        double sum = 0;
        for (int k = 0; k < d.length; k++) {
            sum += matrix[k * d.length + unit] * d[k];
        }
        return sum;
    }

    /** GRU: m = U_n h + c_n, which r multiplies with reset after. */
    public static double candidateRecurrence(Weights w, int unit, double[] h) {
        return recurrentSide(w, "n", unit, h) + recurrentBias(w, "n", unit);
    }

    /** GRU: what h̃ is the tanh of, in either reset position. */
    public static double candidateArgument(
            Weights w, ResetPosition reset, int unit, double[] x, double[] h, double[] r) {
        double input = inputSide(w, "n", unit, x) + inputBias(w, "n", unit);
        return switch (reset) {
            case BEFORE -> input + candidateRecurrence(w, unit, product(r, h));
            case AFTER -> input + r[unit] * candidateRecurrence(w, unit, h);
        };
    }

    /** GRU: h' from z, h and h̃ in either meaning of z. */
    public static double state(UpdateMeaning update, double z, double h, double candidate) {
        return switch (update) {
            case KEEP -> z * h + (1 - z) * candidate;
            case ADMIT -> (1 - z) * h + z * candidate;
        };
    }

    /** a ⊙ b, all units. */
    public static double[] product(double[] a, double[] b) {
        double[] c = new double[a.length];
        for (int i = 0; i < c.length; i++) {
            c[i] = a[i] * b[i];
        }
        return c;
    }

    /** Entry {@code o} of h W_hq + b_q. */
    static double logit(Weights w, int o, double[] h) {
        double[] weight = w.get("W_hq");
        double sum = w.bias("b_q", o);
        for (int k = 0; k < h.length; k++) {
            sum += h[k] * weight[k * w.outputs() + o];
        }
        return sum;
    }

    /** Probabilities of the classes; the largest logit is taken off first, so that nothing overflows. */
    public static double[] softmax(double[] logits) {
        double top = Double.NEGATIVE_INFINITY;
        for (double v : logits) {
            top = Math.max(top, v);
        }
        double total = 0;
        double[] p = new double[logits.length];
        for (int o = 0; o < p.length; o++) {
            p[o] = Math.exp(logits[o] - top);
            total += p[o];
        }
        for (int o = 0; o < p.length; o++) {
            p[o] /= total;
        }
        return p;
    }

    private static double row(double[] matrix, int unit, double[] vector) {
        double sum = 0;
        for (int i = 0; i < vector.length; i++) {
            sum += matrix[unit * vector.length + i] * vector[i];
        }
        return sum;
    }
}
