package grulab.engine.explain;

import static grulab.engine.explain.Expression.leaf;
import static grulab.engine.explain.Expression.product;
import static grulab.engine.explain.Expression.sum;

import grulab.model.Quantity;
import java.util.List;

/** The six lines of an LSTM. */
final class LstmStep extends UnitStep {
    LstmStep(Walk walk, int t, int unit) {
        super(walk, t, unit);
    }

    @Override
    List<OpenLine> lines() {
        return List.of(
                sigmoid(Quantity.INPUT),
                sigmoid(Quantity.FORGET),
                tanh(Quantity.CELL_CANDIDATE, "g", "h", h),
                sigmoid(Quantity.OUTPUT),
                cell(),
                state());
    }

    private OpenLine cell() {
        Expression kept =
                product(leaf("f", at(Quantity.FORGET)), leaf("c", walk.trace().cellBefore(t, unit)));
        Expression added = product(leaf("i", at(Quantity.INPUT)), leaf("g", at(Quantity.CELL_CANDIDATE)));
        return line(Quantity.CELL, sum(List.of(kept, added)));
    }

    private OpenLine state() {
        Expression shown = new Expression.Applied(Key.TANH, leaf("c′", at(Quantity.CELL)));
        return line(Quantity.STATE, product(leaf("o", at(Quantity.OUTPUT)), shown));
    }
}
