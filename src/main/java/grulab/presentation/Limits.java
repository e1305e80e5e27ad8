package grulab.presentation;

import grulab.model.CellType;
import grulab.model.Edit;
import grulab.model.Quantity;
import grulab.model.Snapshot;
import grulab.model.UpdateMeaning;
import java.util.List;

/** The simpler cells that a gated cell is at its limits, as edits of every unit at every step; none where there is none. */
final class Limits {
    private Limits() {}

    /** r = 1 and z admits all. An LSTM's output gate and second state leave no setting that makes it a plain RNN. */
    static List<Edit> plainRnn(Snapshot base) {
        return base.trace().cell() == CellType.GRU
                ? List.of(everywhere(base, Quantity.RESET, 1), everywhere(base, Quantity.UPDATE, 1 - keeps(base)))
                : List.of();
    }

    /** z keeps all; f = 1 and i = 0. */
    static List<Edit> wire(Snapshot base) {
        return switch (base.trace().cell()) {
            case GRU -> List.of(everywhere(base, Quantity.UPDATE, keeps(base)));
            case LSTM -> List.of(everywhere(base, Quantity.FORGET, 1), everywhere(base, Quantity.INPUT, 0));
            case RNN -> List.of();
        };
    }

    private static Edit everywhere(Snapshot base, Quantity gate, double value) {
        return new Edit.Value(gate, 0, base.trace().steps() - 1, Edit.EVERY, value);
    }

    /** The z that keeps all, in the convention in force. */
    private static double keeps(Snapshot base) {
        return base.convention().update() == UpdateMeaning.KEEP ? 1 : 0;
    }
}
