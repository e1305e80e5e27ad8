package grulab.engine.explain;

import static grulab.engine.explain.Expression.difference;
import static grulab.engine.explain.Expression.leaf;
import static grulab.engine.explain.Expression.product;
import static grulab.engine.explain.Expression.slope;
import static grulab.engine.explain.Expression.sum;

import grulab.model.Activation;
import grulab.model.CellOptions.Coupling;
import grulab.model.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The way back through an LSTM: dh′, do, dc′, dg, di, df, dc, dh. */
final class LstmBack extends UnitBack {
    LstmBack(Walk walk, int t, int unit) {
        super(walk, t, unit);
    }

    @Override
    List<OpenLine> lines() {
        List<OpenLine> lines = new ArrayList<>(List.of(
                arrives(),
                line(Quantity.OUTPUT, product(arrived(), shown()), Quantity.STATE),
                through(Quantity.OUTPUT),
                cell(),
                line(Quantity.CELL_CANDIDATE, fromCell(leaf("i", at(Quantity.INPUT))), Quantity.CELL),
                through(Quantity.CELL_CANDIDATE)));
        lines.addAll(inputAndForget());
        lines.addAll(List.of(cellBack(), stateBack()));
        return lines;
    }

    /** Where one is what the other leaves of 1, nothing goes on from it but to the other. */
    private List<OpenLine> inputAndForget() {
        Expression input = fromCell(leaf("g", at(Quantity.CELL_CANDIDATE)));
        Expression forget = fromCell(leaf("c", walk.trace().cellBefore(t, unit)));
        Coupling coupled = walk.options().coupled();
        if (coupled == null) {
            return List.of(
                    line(Quantity.INPUT, input, Quantity.CELL),
                    through(Quantity.INPUT),
                    line(Quantity.FORGET, forget, Quantity.CELL),
                    through(Quantity.FORGET));
        }
        return coupled == Coupling.INPUT_FROM_FORGET
                ? List.of(
                        line(Quantity.INPUT, input, Quantity.CELL),
                        line(Quantity.FORGET, difference(forget, slope("di", input)), Quantity.CELL),
                        through(Quantity.FORGET))
                : List.of(
                        line(Quantity.FORGET, forget, Quantity.CELL),
                        line(Quantity.INPUT, difference(input, slope("df", forget)), Quantity.CELL),
                        through(Quantity.INPUT));
    }

    /** tanh(c′), or another function of it. */
    private Expression shown() {
        return new Expression.Applied(DefinedFunction.of(shows()), leaf("c′", at(Quantity.CELL)));
    }

    private Activation shows() {
        return walk.options().activation(w.cell(), "h");
    }

    /** What comes from the state, and what flows back from the next step's cell. */
    private OpenLine cell() {
        Leaf next = isLast() ? slope("dc⁺", 0) : slope("dc⁺", new LstmBack(walk, t + 1, unit).sentBackToCell());
        return line(Quantity.CELL, sum(List.of(fromState(), next)));
    }

    private Expression fromState() {
        double c = at(Quantity.CELL);
        Expression slope = shows().equals(Activation.TANH)
                ? Expression.oneMinusSquare(shown())
                : leaf(DefinedFunction.of(shows()).sign() + "′", shows().derivative(c, shows().value(c)));
        return product(arrived(), leaf("o", at(Quantity.OUTPUT)), slope);
    }

    /** What goes back from c′ through one of the products that it is the sum of; nothing where c′ was cut. */
    private Expression fromCell(Leaf factor) {
        double updated = at(Quantity.FORGET) * walk.trace().cellBefore(t, unit)
                + at(Quantity.INPUT) * at(Quantity.CELL_CANDIDATE);
        return walk.options().cutsCell(updated)
                ? product(arrived(Quantity.CELL), leaf("clip′", 0), factor)
                : product(arrived(Quantity.CELL), factor);
    }

    private Expression sentBackToCell() {
        return fromCell(leaf("f", at(Quantity.FORGET)));
    }

    /** Of the engine's total there only what the state does not bring is from this step. */
    private OpenLine cellBack() {
        Expression all = sentBackToCell();
        if (t == 0) {
            return OpenLine.slope(CELL_BACK, all, all.value());
        }
        LstmBack earlier = new LstmBack(walk, t - 1, unit);
        double total = earlier.slopeOf(Quantity.CELL);
        return OpenLine.slope(CELL_BACK, all, total - earlier.fromState().value())
                .outOf(total);
    }

    @Override
    Expression sentBack() {
        Coupling coupled = walk.options().coupled();
        return sum(Stream.of(Quantity.INPUT, Quantity.FORGET, Quantity.CELL_CANDIDATE, Quantity.OUTPUT)
                .filter(gate -> coupled == null || !coupled.gate().equals(gate.id()))
                .map(this::recurrentBack)
                .toList());
    }
}
