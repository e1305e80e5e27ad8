package grulab.presentation;

import grulab.model.CellType;
import grulab.model.Edit;
import grulab.model.Quantity;
import grulab.model.Snapshot;

/** What edits become when z gets the other meaning and the weights are relabelled, so that the function stays. */
final class Relabelling {
    private Relabelling() {}

    /** Whether one snapshot is the other with z relabelled, a few batches of training apart at most. */
    static boolean between(Snapshot a, Snapshot b) {
        return a.trace().cell() == CellType.GRU
                && b.trace().cell() == CellType.GRU
                && a.convention().update() != b.convention().update()
                && product(a.weights().get("W_iz"), b.weights().get("W_iz")) < 0;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** The same change of the relabelled cell: 1 − z, and the negative of a weight of z. */
    static Edit of(Edit edit) {
        if (edit instanceof Edit.Value v && v.quantity() == Quantity.UPDATE) {
            return new Edit.Value(v.quantity(), v.from(), v.to(), v.unit(), 1 - v.value());
        }
        if (edit instanceof Edit.Weight w && w.name().endsWith("z")) {
            return new Edit.Weight(w.name(), w.index(), -w.value());
        }
        return edit;
    }
}
