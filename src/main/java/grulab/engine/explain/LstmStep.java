package grulab.engine.explain;

import static grulab.engine.explain.Expression.leaf;
import static grulab.engine.explain.Expression.product;
import static grulab.engine.explain.Expression.rest;
import static grulab.engine.explain.Expression.sum;

import grulab.model.CellOptions.Coupling;
import grulab.model.Quantity;
import java.util.ArrayList;
import java.util.List;

/** The six lines of an LSTM. */
final class LstmStep extends UnitStep {
    LstmStep(Walk walk, int t, int unit) {
        super(walk, t, unit);
    }

    @Override
    List<OpenLine> lines() {
        Coupling coupled = walk.options().coupled();
        List<OpenLine> lines = new ArrayList<>();
        if (coupled == Coupling.INPUT_FROM_FORGET) {
            lines.add(gate(Quantity.FORGET));
            lines.add(line(Quantity.INPUT, rest("f", at(Quantity.FORGET))));
        } else {
            lines.add(gate(Quantity.INPUT));
            lines.add(coupled == null ? gate(Quantity.FORGET) : line(Quantity.FORGET, rest("i", at(Quantity.INPUT))));
        }
        lines.addAll(List.of(gate(Quantity.CELL_CANDIDATE), gate(Quantity.OUTPUT), cell(), state()));
        return lines;
    }

    private OpenLine cell() {
        Expression kept =
                product(leaf("f", at(Quantity.FORGET)), leaf("c", walk.trace().cellBefore(t, unit)));
        Expression added = product(leaf("i", at(Quantity.INPUT)), leaf("g", at(Quantity.CELL_CANDIDATE)));
        Expression sum = sum(List.of(kept, added));
        Double clip = walk.options().cellClip();
        return line(Quantity.CELL, clip == null ? sum : new Expression.Applied(DefinedFunction.clip(clip), sum));
    }

    private OpenLine state() {
        Expression shown = new Expression.Applied(
                DefinedFunction.of(walk.options().activation(w.cell(), "h")), leaf("c′", at(Quantity.CELL)));
        return line(Quantity.STATE, product(leaf("o", at(Quantity.OUTPUT)), shown));
    }
}
