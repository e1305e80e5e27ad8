package grulab.engine.diagnose;

import grulab.model.Case;
import grulab.model.CellOptions;
import grulab.model.CellType;
import grulab.model.Deviation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a cell computes beside its convention, and how that departs from what a case describes.
 *
 * @param deviations the departures in words
 * @param weight how far they are from the case; 0 if there are none
 */
record Variant(Formula formula, Addends addends, List<Deviation> deviations, int weight) {

    /** What a case describes. */
    static Variant of(Case given) {
        CellType cell = given.weights().cell();
        CellOptions options = given.options();
        Addends own = Addends.own(cell.gates().size());
        Addends addends =
                options.forgetBias() == 0 ? own : own.plus(cell.gates().indexOf("f"), options.forgetBias());
        return new Variant(Formula.of(cell, options), addends, List.of(), 0);
    }

    Variant with(Formula other, int more, Deviation... named) {
        return new Variant(other, addends, and(named), weight + more);
    }

    Variant with(Addends other, int more, Deviation... named) {
        return new Variant(formula, other, and(named), weight + more);
    }

    private List<Deviation> and(Deviation... named) {
        List<Deviation> all = new ArrayList<>(deviations);
        all.addAll(Arrays.asList(named));
        return List.copyOf(all);
    }
}
