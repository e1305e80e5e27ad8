package grulab.engine.whatif;

import grulab.model.Edit;
import grulab.model.Quantity;
import grulab.model.Range;
import grulab.model.Snapshot;

/** What an edit may set: a curve's range where there is a curve, and elsewhere what is still worth looking at. */
public final class EditRange {
    private static final Range SIGMOID = new Range(0, 1);
    private static final Range TANH = new Range(-1, 1);
    private static final Range WIDE = new Range(-100, 100);

    private EditRange() {}

    /** Of the value that an edit gives, or of the symbol's number. */
    public static Range of(Snapshot base, Edit edit) {
        if (edit instanceof Edit.Value value) {
            return of(value.quantity());
        } else if (edit instanceof Edit.Start start) {
            return of(start.state());
        }
        return edit instanceof Edit.Input ? new Range(0, base.weights().inputs() - 1) : WIDE;
    }

    /** Of a gate or state. A GRU's product cannot be given; what it can be is what its factors can be. */
    private static Range of(Quantity quantity) {
        return switch (quantity) {
            case RESET, UPDATE, INPUT, FORGET, OUTPUT -> SIGMOID;
            case CANDIDATE, CELL_CANDIDATE, STATE -> TANH;
            case CELL, PRODUCT -> WIDE;
        };
    }
}
