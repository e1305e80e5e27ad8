package grulab.engine.explain;

import static grulab.engine.explain.Expression.leaf;
import static grulab.engine.explain.Expression.product;
import static grulab.engine.explain.Expression.slope;
import static grulab.engine.explain.Expression.sum;

import grulab.model.Quantity;
import java.util.List;

/** The way back through an LSTM: dh′, do, dc′, dg, di, df, dc, dh. */
final class LstmBack extends UnitBack {
    LstmBack(Walk walk, int t, int unit) {
        super(walk, t, unit);
    }

    @Override
    List<OpenLine> lines() {
        double past = walk.trace().cellBefore(t, unit);
        return List.of(
                arrives(),
                line(Quantity.OUTPUT, product(arrived(), shown()), Quantity.STATE),
                throughSigmoid(Quantity.OUTPUT),
                cell(),
                fromCell(Quantity.CELL_CANDIDATE, leaf("i", at(Quantity.INPUT))),
                throughTanh(Quantity.CELL_CANDIDATE),
                fromCell(Quantity.INPUT, leaf("g", at(Quantity.CELL_CANDIDATE))),
                throughSigmoid(Quantity.INPUT),
                fromCell(Quantity.FORGET, leaf("c", past)),
                throughSigmoid(Quantity.FORGET),
                cellBack(),
                stateBack());
    }

    /** tanh(c′) */
    private Expression shown() {
        return new Expression.Applied(Key.TANH, leaf("c′", at(Quantity.CELL)));
    }

    /** What comes from the state, and what flows back from the next step's cell. */
    private OpenLine cell() {
        Leaf next = isLast() ? slope("dc⁺", 0) : slope("dc⁺", new LstmBack(walk, t + 1, unit).sentBackToCell());
        return line(Quantity.CELL, sum(List.of(fromState(), next)));
    }

    private Expression fromState() {
        return product(arrived(), leaf("o", at(Quantity.OUTPUT)), Expression.oneMinusSquare(shown()));
    }

    private OpenLine fromCell(Quantity quantity, Leaf factor) {
        return line(quantity, product(arrived(Quantity.CELL), factor), Quantity.CELL);
    }

    private Expression sentBackToCell() {
        return product(arrived(Quantity.CELL), leaf("f", at(Quantity.FORGET)));
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
        return sum(List.of(
                recurrentBack(Quantity.INPUT),
                recurrentBack(Quantity.FORGET),
                recurrentBack(Quantity.CELL_CANDIDATE),
                recurrentBack(Quantity.OUTPUT)));
    }
}
