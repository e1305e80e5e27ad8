package grulab.control;

import grulab.model.Snapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that the parts of a time stack are drawn from. */
record StackState(
        @Nullable Snapshot snapshot,
        int unit,
        int t,
        UnitOrder order,
        UnitSorting sorting,
        boolean logarithmic,
        Look look,
        StackWords words,
        StackFrame frame,
        ColumnAxis columns) {

    RowAxis rows() {
        return RowAxis.of(order, unit, frame.mapHeight(), look);
    }

    /** What each column reads, empty without a snapshot. */
    List<String> labels() {
        return snapshot == null ? List.of() : snapshot.passage().labels();
    }

    String label(int step) {
        return step < labels().size() ? labels().get(step) : "";
    }
}
