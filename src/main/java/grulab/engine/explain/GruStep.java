package grulab.engine.explain;

import grulab.engine.reference.Formulas;
import grulab.model.Quantity;
import grulab.model.ResetPosition;
import grulab.model.StepTrace;
import grulab.model.UpdateMeaning;
import grulab.model.Weights;
import grulab.model.arithmetic.Term;
import java.util.List;

/** The four lines of a GRU, as the trace's convention writes them. */
final class GruStep extends UnitStep {
    /** A share that is what the other leaves of 1. */
    static final String REST = "1 − z";

    GruStep(StepTrace trace, int t, Weights w, double[] x, int unit) {
        super(trace, t, w, x, unit);
    }

    @Override
    List<OpenLine> lines() {
        OpenLine candidate = trace.convention().reset() == ResetPosition.BEFORE ? candidateBefore() : candidateAfter();
        return List.of(sigmoid("r", Quantity.RESET), candidate, sigmoid("z", Quantity.UPDATE), state());
    }

    private OpenLine candidateBefore() {
        double[] past = new double[h.length];
        for (int i = 0; i < past.length; i++) {
            past[i] = trace.at(Quantity.RESET, t, i) * h[i];
        }
        return tanh("n", Quantity.CANDIDATE, terms("n", "(r ⊙ h)", past));
    }

    private OpenLine candidateAfter() {
        Term input = new Term(
                w.has("b_in") ? "W_n x + b_n" : "W_n x",
                Formulas.inputSide(w, "n", unit, x) + Formulas.inputBias(w, "n", unit));
        Term reset = new Term("r", at(Quantity.RESET));
        Term past = new Term(w.has("b_hn") ? "U_n h + c_n" : "U_n h", Formulas.candidateRecurrence(w, unit, h));
        return new OpenLine(
                "n",
                "tanh(" + input.name() + " + r ⊙ (" + past.name() + "))",
                Shape.TANH_WITH_PRODUCT,
                List.of(input, reset, past),
                at(Quantity.CANDIDATE));
    }

    private OpenLine state() {
        double z = at(Quantity.UPDATE);
        Term update = new Term("z", z);
        Term rest = new Term(REST, 1 - z);
        Term past = new Term("h", h[unit]);
        Term candidate = new Term("h̃", at(Quantity.CANDIDATE));
        boolean keep = trace.convention().update() == UpdateMeaning.KEEP;
        return new OpenLine(
                "h",
                keep ? "z ⊙ h + (1 − z) ⊙ h̃" : "(1 − z) ⊙ h + z ⊙ h̃",
                Shape.TWO_PRODUCTS,
                keep ? List.of(update, past, rest, candidate) : List.of(rest, past, update, candidate),
                at(Quantity.STATE));
    }
}
