package grulab.engine.explain;

import static grulab.engine.explain.Expression.leaf;
import static grulab.engine.explain.Expression.sum;

import grulab.engine.reference.Formulas;
import grulab.model.Quantity;
import grulab.model.Weights;
import grulab.model.arithmetic.DotProduct;
import grulab.model.arithmetic.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a unit at a step. Each starts from what the engine had there: the state before the step and, for the
 * later lines, the gates, so that a wrong number shows in the line that made it.
 */
abstract class UnitStep {
    /** Symbol of the state before the step. */
    static final String BEFORE = "h_before";
    /** Symbol of the sum that a plain RNN squashes. */
    static final String SUM = "a";

    final Walk walk;
    final int t;
    final int unit;
    final Weights w;
    /** h_{t−1} */
    final double[] h;

    private final double[] x;

    UnitStep(Walk walk, int t, int unit) {
        this.walk = walk;
        this.t = t;
        this.unit = unit;
        w = walk.weights();
        x = walk.input().apply(t);
        h = walk.trace().before(t);
    }

    /** The step of the cell that the trace is of. */
    static UnitStep of(Walk walk, int t, int unit) {
        walk.check(t, unit);
        if (walk.ended(t)) {
            return new EndedStep(walk, t, unit);
        }
        return switch (walk.trace().cell()) {
            case GRU -> new GruStep(walk, t, unit);
            case LSTM -> new LstmStep(walk, t, unit);
            case RNN -> new RnnStep(walk, t, unit);
        };
    }

    /** In the order in which they are shown. */
    abstract List<OpenLine> lines();

    /** What a micro-step makes that is no line of its own, in the order of the micro-steps. */
    List<OpenLine> between() {
        return List.of();
    }

    /** h_{t−1} of the unit, with which a GRU's step begins. */
    final OpenLine before() {
        return new OpenLine(BEFORE, leaf("h", h[unit]), h[unit]);
    }

    /** σ(W x + U h + b + c) of a gate, or another function of it. */
    final OpenLine gate(Quantity gate) {
        return gate(gate, gate.id(), "h", h);
    }

    /** The same with U past. @param name of {@code past} */
    final OpenLine gate(Quantity quantity, String gate, String name, double[] past) {
        return line(quantity, activated(gate, sum(terms(gate, name, past))));
    }

    /** A gate's activation of its sum, which is cut first where the cell cuts it. */
    final Expression activated(String gate, Expression sum) {
        Double clip = walk.options().clip();
        Expression inside = clip == null ? sum : new Expression.Applied(DefinedFunction.clip(clip), sum);
        return new Expression.Applied(DefinedFunction.of(walk.options().activation(w.cell(), gate)), inside);
    }

    final OpenLine line(Quantity quantity, Expression expression) {
        return new OpenLine(quantity.id(), expression, at(quantity)).given(walk.given(quantity, t, unit));
    }

    /** W x, U past and b + c of a gate, and what is added to f; no bias where the cell has none. */
    private List<Leaf> terms(String gate, String name, double[] past) {
        List<Leaf> terms = new ArrayList<>();
        terms.add(leaf(inputSide(gate)));
        terms.add(leaf(recurrentSide(gate, name, past)));
        biases(gate).ifPresent(b -> terms.add(leaf(b)));
        if (gate.equals("f") && walk.options().forgetBias() != 0) {
            terms.add(leaf("forget_bias", walk.options().forgetBias()));
        }
        return terms;
    }

    /** b + c of a gate, or the one that there is. */
    private Optional<Term> biases(String gate) {
        List<Term> biases = new ArrayList<>();
        if (w.has("b_i" + gate)) {
            biases.add(new Term("b" + index(gate), Formulas.inputBias(w, gate, unit)));
        }
        if (w.has("b_h" + gate)) {
            biases.add(new Term("c" + index(gate), Formulas.recurrentBias(w, gate, unit)));
        }
        return biases.stream()
                .reduce((b, c) -> new Term(b.name() + " + " + c.name(), b.value() + c.value(), null, biases));
    }

    /** W x */
    final Term inputSide(String gate) {
        String name = "W" + index(gate);
        return new Term(
                name + " x",
                Formulas.inputSide(w, gate, unit, x),
                new DotProduct(name, "x", row(w.get("W_i" + gate), x.length), x));
    }

    /** U past */
    final Term recurrentSide(String gate, String name, double[] past) {
        String matrix = "U" + index(gate);
        return new Term(
                matrix + " " + (name.contains(" ") ? "(" + name + ")" : name),
                Formulas.recurrentSide(w, gate, unit, past),
                new DotProduct(matrix, name, row(w.get("W_h" + gate), past.length), past));
    }

    final double at(Quantity quantity) {
        return walk.trace().at(quantity, t, unit);
    }

    private double[] row(double[] matrix, int columns) {
        return Arrays.copyOfRange(matrix, unit * columns, (unit + 1) * columns);
    }

    private String index(String gate) {
        return PlainName.index(w.cell(), gate);
    }
}
