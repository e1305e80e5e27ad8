package grulab.control;

import grulab.model.Convention;
import grulab.model.UpdateMeaning;
import grulab.model.arithmetic.Curve;
import grulab.model.arithmetic.Line;
import grulab.model.arithmetic.Term;
import java.util.ArrayList;
import java.util.List;

/** The arithmetic of the design's picture, with its terms: unit 14 at t = 13, as PyTorch writes the cell. */
final class PictureLines {
    private PictureLines() {}

    static List<Line> all() {
        Line n = new Line(
                "n",
                "tanh(W_n x + b_n + r ⊙ (U_n h + c_n))",
                List.of(new Term("W_n x + b_n", -0.072), new Term("r", 0.484), new Term("U_n h + c_n", -2.063)),
                List.of(new Term("W_n x + b_n", -0.072), new Term("r ⊙ (U_n h + c_n)", -0.9985)),
                Curve.TANH,
                -0.7895,
                -0.7895,
                true,
                3,
                0,
                "tanh(−0.072 + 0.484·(−2.063))",
                "−0.79",
                true,
                false);
        return List.of(
                gate("r", 1.440, -0.975, -0.530, "σ(1.440 − 0.975 − 0.530)", "0.48"),
                n,
                gate("z", 0.298, 1.732, -1.285, "σ(0.298 + 1.732 − 1.285)", "0.68"),
                state(UpdateMeaning.KEEP));
    }

    /** The last line if z admitted the new. */
    static Line other() {
        return state(UpdateMeaning.ADMIT);
    }

    private static Line gate(String gate, double wx, double uh, double b, String substituted, String result) {
        List<Term> terms = List.of(
                new Term("W_" + gate + " x", wx),
                new Term("U_" + gate + " h", uh),
                new Term("b_" + gate + " + c_" + gate, b));
        String formula =
                "σ(" + String.join(" + ", terms.stream().map(Term::name).toList()) + ")";
        double value = 1 / (1 + Math.exp(-(wx + uh + b)));
        return new Line(
                gate, formula, terms, terms, Curve.SIGMOID, value, value, true, 3, 0, substituted, result, true, false);
    }

    private static Line state(UpdateMeaning meaning) {
        boolean keep = meaning == UpdateMeaning.KEEP;
        Term z = new Term("z", 0.678);
        Term rest = new Term("1 − z", 0.322);
        Term h = new Term("h", 0.688);
        Term n = new Term("h̃", -0.789);
        double kept = (keep ? 0.678 : 0.322) * 0.688;
        double taken = (keep ? 0.322 : 0.678) * -0.789;
        return new Line(
                "h",
                keep ? "z ⊙ h + (1 − z) ⊙ h̃" : "(1 − z) ⊙ h + z ⊙ h̃",
                List.of(keep ? z : rest, h, keep ? rest : z, n),
                List.of(
                        new Term(keep ? "z ⊙ h" : "(1 − z) ⊙ h", kept),
                        new Term(keep ? "(1 − z) ⊙ h̃" : "z ⊙ h̃", taken)),
                Curve.NONE,
                kept + taken,
                kept + taken,
                true,
                3,
                0,
                keep ? "0.678·0.688 + 0.322·(−0.789)" : "0.322·0.688 + 0.678·(−0.789)",
                keep ? "0.21" : "−0.31",
                true,
                false);
    }

    /** The picture's lines, but z's are not what they should be. */
    static List<Line> wrong() {
        List<Line> lines = new ArrayList<>(all());
        lines.set(2, change(lines.get(2), 0.67915, false, false));
        return lines;
    }

    /** The picture's lines, but r was set by hand. */
    static List<Line> given() {
        List<Line> lines = new ArrayList<>(all());
        lines.set(0, change(lines.get(0), lines.get(0).reference(), true, true));
        return lines;
    }

    static Line change(Line l, double reference, boolean agrees, boolean given) {
        return new Line(
                l.symbol(),
                l.formula(),
                l.terms(),
                l.parts(),
                l.curve(),
                l.value(),
                reference,
                agrees,
                l.decimals(),
                l.exponent(),
                l.substituted(),
                l.result(),
                l.exact(),
                given);
    }

    static Convention convention() {
        return Convention.PYTORCH;
    }
}
