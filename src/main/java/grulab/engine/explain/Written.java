package grulab.engine.explain;

import grulab.model.arithmetic.Line;
import java.util.function.UnaryOperator;

/** A line as it is copied: as plain text, as LaTeX, as a line of NumPy. */
public final class Written {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Written() {}

    /** "r = σ(W_r x + U_r h + b_r + c_r) = σ(1.440 − 0.975 − 0.530) = 0.48" */
    public static String text(Line line) {
        String power = line.exponent() == 0 ? "" : "·10" + superscript(line.exponent());
        return equation(line, name(line), UnaryOperator.identity(), power);
    }

    /** What the line's number is called in formulas: "h̃" for n, "h′" for h, "dh" for what is sent back to h. */
    public static String name(Line line) {
        return PlainName.of(line);
    }

    /** Maths for LaTeX, without the dollars; it needs no package. */
    public static String latex(Line line) {
        return latex(line, Tex.of(PlainName.of(line)));
    }

    /** The same with the unit's number behind the symbol: \tilde{h}_{14}. @param unit from 0, printed from 1 */
    public static String latex(Line line, int unit) {
        return latex(line, Tex.of(PlainName.of(line), unit + 1));
    }

    private static String latex(Line line, String head) {
        String power = line.exponent() == 0 ? "" : " \\cdot 10^{" + line.exponent() + "}";
        return equation(line, head, Tex::of, power);
    }

    /**
     * A line of Python that computes the value from numbers in full: "r = 1/(1+np.exp(-(1.4401… + -0.975…)))". A dot
     * product of few numbers is written as one.
     */
    public static String numpy(Line line) {
        return NumPy.of(line);
    }

    private static String equation(Line line, String head, UnaryOperator<String> written, String power) {
        StringBuilder text = new StringBuilder(head);
        boolean made = PlainName.isMade(line);
        if (made) {
            text.append(" = ").append(written.apply(line.formula()));
        }
        String numbers = line.substituted();
        if (!numbers.isEmpty()) {
            boolean bracketed = numbers.contains(" ") && !power.isEmpty();
            text.append(" = ").append(written.apply(bracketed ? "(" + numbers + ")" : numbers));
            text.append(power);
        }
        if (made) {
            text.append(written.apply(line.exact() ? " = " : " ≈ "));
            text.append(written.apply(line.result())).append(power);
        }
        return text.toString();
    }

    private static String superscript(int exponent) {
        StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
        String.valueOf(Math.abs(exponent)).chars().forEach(c -> text.append(SUPERSCRIPTS.charAt(c - '0')));
        return text.toString();
    }
}
