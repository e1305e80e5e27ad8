package grulab.engine.explain;

import grulab.engine.reference.Formulas;
import grulab.model.Quantity;
import grulab.model.StepTrace;
import grulab.model.Weights;
import grulab.model.arithmetic.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a unit at a step. Each starts from what the engine had there: the state before the step and, for the
 * later lines, the gates, so that a wrong number shows in the line that made it.
 */
abstract class UnitStep {
    final StepTrace trace;
    final int t;
    final Weights w;
    final double[] x;
    final int unit;
    /** h_{t−1} */
    final double[] h;

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

    /** The step of the cell that the trace is of. */
    static UnitStep of(StepTrace trace, int t, Weights w, double[] x, int unit) {
        return switch (trace.cell()) {
            case GRU -> new GruStep(trace, t, w, x, unit);
            case LSTM -> new LstmStep(trace, t, w, x, unit);
            case RNN -> new RnnStep(trace, t, w, x, unit);
        };
    }

    /** In order of computation. */
    abstract List<OpenLine> lines();

    /** σ(W x + U h + b + c) of a gate. */
    final OpenLine sigmoid(String gate, Quantity quantity) {
        List<Term> terms = terms(gate);
        return new OpenLine(gate, "σ(" + names(terms) + ")", Shape.SIGMOID, terms, at(quantity));
    }

    /** tanh(W x + U h + b + c) of a gate. */
    final OpenLine tanh(String gate, Quantity quantity) {
        return tanh(gate, quantity, terms(gate));
    }

    final OpenLine tanh(String gate, Quantity quantity, List<Term> terms) {
        return new OpenLine(gate, "tanh(" + names(terms) + ")", Shape.TANH, terms, at(quantity));
    }

    /** W x, U h and b + c of a gate. */
    private List<Term> terms(String gate) {
        return terms(gate, "h", h);
    }

    /**
     * W x, U past and b + c of a gate; no bias where the cell has none.
     *
     * @param name of {@code past}
     */
    final List<Term> terms(String gate, String name, double[] past) {
        List<Term> terms = new ArrayList<>();
        terms.add(new Term("W" + index(gate) + " x", Formulas.inputSide(w, gate, unit, x)));
        terms.add(new Term("U" + index(gate) + " " + name, Formulas.recurrentSide(w, gate, unit, past)));
        List<String> biases = new ArrayList<>();
        if (w.has("b_i" + gate)) {
            biases.add("b" + index(gate));
        }
        if (w.has("b_h" + gate)) {
            biases.add("c" + index(gate));
        }
        if (!biases.isEmpty()) {
            terms.add(new Term(
                    String.join(" + ", biases),
                    Formulas.inputBias(w, gate, unit) + Formulas.recurrentBias(w, gate, unit)));
        }
        return terms;
    }

    final double at(Quantity quantity) {
        return trace.at(quantity, t, unit);
    }

    /** The one sum of a plain RNN needs no letter. */
    private String index(String gate) {
        return w.cell().gates().size() == 1 ? "" : "_" + gate;
    }

    private static String names(List<Term> terms) {
        return String.join(" + ", terms.stream().map(Term::name).toList());
    }
}
