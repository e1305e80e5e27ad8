package grulab.engine.explain;

import grulab.model.arithmetic.Line;

/** A line as it is copied: as plain text, as LaTeX, as a line of NumPy. */
public final class Written {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Written() {}

    /** "r = σ(W_r x + U_r h + b_r + c_r) = σ(1.440 − 0.975 − 0.530) = 0.48" */
    public static String text(Line line) {
        String power = line.exponent() == 0 ? "" : "·10" + superscript(line.exponent());
        return equation(line, PlainName.of(line), line.formula(), "(", ")", power, "≈");
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
        return Tex.of(equation(line, "\u0001", line.formula(), "(", ")", "\u0002", "≈"))
                .replace("\u0001", head)
                .replace("\u0002", power);
    }

    /**
     * A line of Python that computes the value from numbers in full: "r = 1/(1+np.exp(-(1.4401… + -0.975…)))". A dot
     * product of few numbers is written as one.
     */
    public static String numpy(Line line) {
        return NumPy.of(line);
    }

    private static String equation(
            Line line, String head, String formula, String open, String close, String power, String about) {
        StringBuilder text = new StringBuilder(head);
        boolean sum = line.substituted().contains(" ");
        if (PlainName.isMade(line)) {
            text.append(" = ").append(formula);
        }
        if (!line.substituted().isEmpty()) {
            text.append(" = ");
            text.append(sum && !power.isEmpty() ? open + line.substituted() + close : line.substituted());
            text.append(power);
        }
        return PlainName.isMade(line)
                ? text.append(line.exact() ? " = " : " " + about + " ")
                        .append(line.result())
                        .append(power)
                        .toString()
                : text.toString();
    }

    private static String superscript(int exponent) {
        StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
        String.valueOf(Math.abs(exponent)).chars().forEach(c -> text.append(SUPERSCRIPTS.charAt(c - '0')));
        return text.toString();
    }
}
