package grulab.engine.reference;

import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import grulab.model.Weights;

/** The GRU's formulas for one unit, in float64, as docs/conventions.md writes them. Gates are "r", "z" and "n". */
public final class Formulas {
    private Formulas() {}

    public static double sigmoid(double a) {
        return 1 / (1 + Math.exp(-a));
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

    /** r or z: σ(W x + b + U h + c). */
    public static double gate(Weights w, String gate, int unit, double[] x, double[] h) {
        return sigmoid(inputSide(w, gate, unit, x)
                + inputBias(w, gate, unit)
                + recurrentSide(w, gate, unit, h)
                + recurrentBias(w, gate, unit));
    }

    /** m = U_n h + c_n, which r multiplies with reset after. */
    public static double candidateRecurrence(Weights w, int unit, double[] h) {
        return recurrentSide(w, "n", unit, h) + recurrentBias(w, "n", unit);
    }

    /** h̃ in either reset position. */
    public static double candidate(Weights w, ResetPosition reset, int unit, double[] x, double[] h, double[] r) {
        double input = inputSide(w, "n", unit, x) + inputBias(w, "n", unit);
        return switch (reset) {
            case BEFORE -> Math.tanh(input + candidateRecurrence(w, unit, product(r, h)));
            case AFTER -> Math.tanh(input + r[unit] * candidateRecurrence(w, unit, h));
        };
    }

    /** h' from z, h and h̃ in either meaning of z. */
    public static double state(UpdateMeaning update, double z, double h, double candidate) {
        return switch (update) {
            case KEEP -> z * h + (1 - z) * candidate;
            case ADMIT -> (1 - z) * h + z * candidate;
        };
    }

    /** a ⊙ b. */
    public static double[] product(double[] a, double[] b) {
        double[] c = new double[a.length];
        for (int i = 0; i < c.length; i++) {
            c[i] = a[i] * b[i];
        }
        return c;
    }

    private static double row(double[] matrix, int unit, double[] vector) {
        double sum = 0;
        for (int i = 0; i < vector.length; i++) {
            sum += matrix[unit * vector.length + i] * vector[i];
        }
        return sum;
    }
}
