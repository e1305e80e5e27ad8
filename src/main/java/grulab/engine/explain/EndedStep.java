package grulab.engine.explain;

import static grulab.engine.explain.Expression.leaf;

import grulab.model.CellOptions.AfterEnd;
import grulab.model.CellOptions.Lengths;
import grulab.model.Quantity;
import java.util.ArrayList;
import java.util.List;

/** A step after a row's end: nothing is computed, states are 0 or as they were. */
final class EndedStep extends UnitStep {
    EndedStep(Walk walk, int t, int unit) {
        super(walk, t, unit);
    }

    @Override
    List<OpenLine> lines() {
        List<OpenLine> lines = new ArrayList<>();
        if (w.cell().hasCellState()) {
            lines.add(line(Quantity.CELL, state("c", walk.trace().cellBefore(t, unit))));
        }
        lines.add(line(Quantity.STATE, state("h", h[unit])));
        return lines;
    }

    private Leaf state(String name, double before) {
        Lengths lengths = walk.options().lengths();
        return lengths != null && lengths.after() == AfterEnd.HELD ? leaf(name, before) : leaf("0", 0);
    }
}
