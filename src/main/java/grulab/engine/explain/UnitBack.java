package grulab.engine.explain;

import static grulab.engine.explain.Expression.product;
import static grulab.engine.explain.Expression.rest;
import static grulab.engine.explain.Expression.slope;
import static grulab.engine.explain.Expression.sum;

import grulab.engine.reference.Formulas;
import grulab.model.Activation;
import grulab.model.Quantity;
import grulab.model.Weights;
import grulab.model.arithmetic.DotProduct;
import grulab.model.arithmetic.Term;
import java.util.List;

/**
 * The lines of the way back through a step, for one unit. Each starts from the totals that the engine had; what the
 * engine does not keep is worked out from them. A value that was set by hand sends nothing back.
 *
 * <p>Names: dh′ is ∂L/∂ of the state after the step and dh what the step sends back to the state before it; dh⁺ is what
 * the next step sent back to dh′; da_z is ∂L/∂ of the sum inside z; dy is ∂L/∂ of the logits.
 */
abstract class UnitBack {
    /** What ends the symbol of the line of what a step sends back to the state before it. */
    static final String BACK = "_prev";
    /** That to h_{t−1}. */
    static final String STATE_BACK = "dh" + BACK;
    /** That to c_{t−1}. */
    static final String CELL_BACK = "dc" + BACK;

    final Walk walk;
    final int t;
    final int unit;
    final Weights w;

    UnitBack(Walk walk, int t, int unit) {
        this.walk = walk;
        this.t = t;
        this.unit = unit;
        w = walk.weights();
    }

    /** The way back of the cell that the trace is of. */
    static UnitBack of(Walk walk, int t, int unit) {
        walk.check(t, unit);
        return switch (walk.trace().cell()) {
            case GRU -> new GruBack(walk, t, unit);
            case LSTM -> new LstmBack(walk, t, unit);
            case RNN -> new RnnBack(walk, t, unit);
        };
    }

    /** In the order of the micro-steps, the sums inside the gates after their gates. */
    abstract List<OpenLine> lines();

    /** What the step sends back to h_{t−1}. */
    abstract Expression sentBack();

    /** The head's share and what flows back from the next step. */
    final OpenLine arrives() {
        Leaf next =
                isLast() ? slope("dh⁺", 0) : slope("dh⁺", of(walk, t + 1, unit).sentBack());
        return line(Quantity.STATE, sum(List.of(slope(new HeadStep(walk, t).share(unit)), next)));
    }

    final boolean isLast() {
        return t + 1 == walk.length();
    }

    /** A total that the engine kept. */
    final OpenLine line(Quantity quantity, Expression expression) {
        return OpenLine.slope("d" + quantity.id(), expression, slopeOf(quantity));
    }

    /** The same where the way leads through a state that was set by hand, which sends nothing back. */
    final OpenLine line(Quantity quantity, Expression expression, Quantity through) {
        return line(quantity, expression).given(walk.given(through, t, unit));
    }

    /** What the engine did not keep. */
    final OpenLine line(String symbol, Expression expression) {
        return OpenLine.slope(symbol, expression, expression.value());
    }

    /** What flows back to h_{t−1}; the engine's is what its total there has beside the head's share. */
    final OpenLine stateBack() {
        Expression all = sentBack();
        if (t == 0) {
            return OpenLine.slope(STATE_BACK, all, all.value());
        }
        double total = slopeOf(Quantity.STATE, t - 1);
        double value = total - new HeadStep(walk, t - 1).share(unit).value();
        return OpenLine.slope(STATE_BACK, all, value).outOf(total);
    }

    /** ∂L/∂ of the sum inside a gate: dz ⊙ z ⊙ (1 − z) of σ, dh̃ ⊙ (1 − h̃²) of tanh. */
    final OpenLine through(Quantity gate) {
        return through(gate, throughActivation(gate));
    }

    final Expression throughActivation(Quantity gate) {
        Leaf slope = slopeLeaf(gate, slopeOf(gate));
        String name = PlainName.of(gate.id());
        double v = at(gate);
        if (cut(gate, unit)) {
            return product(slope, Expression.leaf("clip′", 0));
        }
        Activation activation = activation(gate);
        if (activation.equals(Activation.SIGMOID)) {
            return product(slope, Expression.leaf(name, v), rest(name, v));
        }
        if (activation.equals(Activation.TANH)) {
            return product(slope, Expression.oneMinusSquare(Expression.leaf(name, v)));
        }
        double derivative = activation.derivative(argument(gate, unit), v);
        return product(slope, Expression.leaf(DefinedFunction.of(activation).sign() + "′", derivative));
    }

    private Activation activation(Quantity gate) {
        return walk.options().activation(w.cell(), gate.id());
    }

    /** Whether the sum inside a gate was cut, so that nothing goes back through it. */
    private boolean cut(Quantity gate, int k) {
        return walk.options().clip() != null && walk.options().cuts(argument(gate, k));
    }

    /** The sum inside a gate, before it is cut. */
    double argument(Quantity gate, int k) {
        double added = gate == Quantity.FORGET ? walk.options().forgetBias() : 0;
        return Formulas.argument(
                        w, gate.id(), k, walk.input().apply(t), walk.trace().before(t))
                + added;
    }

    private OpenLine through(Quantity quantity, Expression all) {
        return through("da_" + quantity.id(), quantity, all);
    }

    /** A number behind a quantity; nothing comes to it where the quantity was set by hand. */
    final OpenLine through(String symbol, Quantity quantity, Expression all) {
        boolean cut = walk.given(quantity, t, unit);
        return OpenLine.slope(symbol, all, cut ? 0 : all.value()).given(cut);
    }

    /** ∂L/∂ of the sums inside a gate or candidate, of all units; 0 where the value was set by hand. */
    final double[] sums(Quantity quantity) {
        double[] d = walk.trace().gradientRow(quantity, t);
        double[] v = walk.trace().row(quantity, t);
        Activation activation = activation(quantity);
        // of these two the slope is in the value, and the sum need not be worked out again
        boolean usual = activation.equals(Activation.SIGMOID) || activation.equals(Activation.TANH);
        double[] sums = new double[d.length];
        for (int k = 0; k < sums.length; k++) {
            boolean stopped = walk.given(quantity, t, k) || cut(quantity, k);
            sums[k] = stopped ? 0 : d[k] * activation.derivative(usual ? 0 : argument(quantity, k), v[k]);
        }
        return sums;
    }

    /** U_gᵀ da of a gate. */
    final Leaf recurrentBack(Quantity gate) {
        return recurrentBack(gate, PlainName.of("da_" + gate.id()), sums(gate));
    }

    /** U_gᵀ times what goes back through a gate, all units of it. */
    final Leaf recurrentBack(Quantity gate, String name, double[] d) {
        String matrix = "U" + PlainName.index(w.cell(), gate.id()) + "ᵀ";
        double[] column = new double[d.length];
        double[] all = w.get("W_h" + gate.id());
        // 1 − v² is what 1 and v² leave of each other, so where a tanh is flat float32 is as rough as before it
        double[] sizes =
                !activation(gate).equals(Activation.SIGMOID) ? walk.trace().gradientRow(gate, t) : d;
        double size = 0;
        for (int k = 0; k < column.length; k++) {
            column[k] = all[k * d.length + unit];
            size += Math.abs(column[k] * sizes[k]);
        }
        double value = Formulas.recurrentBack(w, gate.id(), unit, d);
        return new Leaf(new Term(matrix + " " + name, value, new DotProduct(matrix, name, column, d)), 1, false, size);
    }

    /** The number of a gate that the step sends something back through. */
    final double at(Quantity quantity) {
        return walk.trace().at(quantity, t, unit);
    }

    /** Total ∂L/∂ of a quantity. */
    final double slopeOf(Quantity quantity) {
        return slopeOf(quantity, t);
    }

    private double slopeOf(Quantity quantity, int step) {
        return walk.trace().gradient(quantity)[step * walk.trace().hidden() + unit];
    }

    /** dh′, as far as it goes on from there. */
    final Leaf arrived() {
        return arrived(Quantity.STATE);
    }

    final Leaf arrived(Quantity state) {
        return slopeLeaf(state, walk.given(state, t, unit) ? 0 : slopeOf(state));
    }

    private static Leaf slopeLeaf(Quantity quantity, double value) {
        return slope(PlainName.of("d" + quantity.id()), value);
    }
}
