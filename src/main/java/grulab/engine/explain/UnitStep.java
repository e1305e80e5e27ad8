package grulab.engine.explain;

import grulab.engine.reference.Formulas;
import grulab.model.Quantity;
import grulab.model.ResetPosition;
import grulab.model.StepTrace;
import grulab.model.UpdateMeaning;
import grulab.model.Weights;
import java.util.ArrayList;
import java.util.List;

/**
 * The four lines of a unit at a step. Each starts from what the engine had there: h_{t−1} and, for the later lines, the
 * gates, so that a wrong number shows in the line that made it.
 */
final class UnitStep {
    static final String REST = "1 − z";

    private final StepTrace trace;
    private final int t;
    private final Weights w;
    private final double[] x;
    private final int unit;
    private final double[] h;

    UnitStep(StepTrace trace, int t, Weights w, double[] x, int unit) {
        this.trace = trace;
        this.t = t;
        this.w = w;
        this.x = x;
        this.unit = unit;
        h = new double[trace.hidden()];
        for (int i = 0; i < h.length; i++) {
            h[i] = trace.before(t, i);
        }
    }

    List<Line> lines() {
        return List.of(gate("r", Quantity.RESET), candidate(), gate("z", Quantity.UPDATE), state());
    }

    private Line gate(String gate, Quantity quantity) {
        List<Term> terms = new ArrayList<>();
        terms.add(new Term("W_" + gate + " x", Formulas.inputSide(w, gate, unit, x)));
        terms.add(new Term("U_" + gate + " h", Formulas.recurrentSide(w, gate, unit, h)));
        addBiases(gate, terms);
        return new Line(gate, "σ(" + names(terms) + ")", Shape.SIGMOID, terms, at(quantity));
    }

    private Line candidate() {
        return trace.convention().reset() == ResetPosition.BEFORE ? candidateBefore() : candidateAfter();
    }

    private Line candidateBefore() {
        double[] past = new double[h.length];
        for (int i = 0; i < past.length; i++) {
            past[i] = trace.at(Quantity.RESET, t, i) * h[i];
        }
        List<Term> terms = new ArrayList<>();
        terms.add(new Term("W_n x", Formulas.inputSide(w, "n", unit, x)));
        terms.add(new Term("U_n (r ⊙ h)", Formulas.recurrentSide(w, "n", unit, past)));
        addBiases("n", terms);
        return new Line("n", "tanh(" + names(terms) + ")", Shape.TANH, terms, at(Quantity.CANDIDATE));
    }

    private Line candidateAfter() {
        Term input = new Term(
                w.has("b_in") ? "W_n x + b_n" : "W_n x",
                Formulas.inputSide(w, "n", unit, x) + Formulas.inputBias(w, "n", unit));
        Term reset = new Term("r", at(Quantity.RESET));
        Term past = new Term(w.has("b_hn") ? "U_n h + c_n" : "U_n h", Formulas.candidateRecurrence(w, unit, h));
        return new Line(
                "n",
                "tanh(" + input.name() + " + r ⊙ (" + past.name() + "))",
                Shape.TANH_WITH_PRODUCT,
                List.of(input, reset, past),
                at(Quantity.CANDIDATE));
    }

    private Line state() {
        double z = at(Quantity.UPDATE);
        Term update = new Term("z", z);
        Term rest = new Term(REST, 1 - z);
        Term past = new Term("h", h[unit]);
        Term candidate = new Term("h̃", at(Quantity.CANDIDATE));
        boolean keep = trace.convention().update() == UpdateMeaning.KEEP;
        return new Line(
                "h",
                keep ? "z ⊙ h + (1 − z) ⊙ h̃" : "(1 − z) ⊙ h + z ⊙ h̃",
                Shape.BLEND,
                keep ? List.of(update, past, rest, candidate) : List.of(rest, past, update, candidate),
                at(Quantity.STATE));
    }

    /** b_g + c_g as one term; none where the cell has no bias. */
    private void addBiases(String gate, List<Term> terms) {
        List<String> names = new ArrayList<>();
        if (w.has("b_i" + gate)) {
            names.add("b_" + gate);
        }
        if (w.has("b_h" + gate)) {
            names.add("c_" + gate);
        }
        if (!names.isEmpty()) {
            terms.add(new Term(
                    String.join(" + ", names),
                    Formulas.inputBias(w, gate, unit) + Formulas.recurrentBias(w, gate, unit)));
        }
    }

    private static String names(List<Term> terms) {
        return String.join(" + ", terms.stream().map(Term::name).toList());
    }

    private double at(Quantity quantity) {
        return trace.at(quantity, t, unit);
    }
}
