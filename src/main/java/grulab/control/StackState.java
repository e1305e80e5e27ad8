package grulab.control;

import grulab.model.CellType;
import grulab.model.Passage;
import grulab.model.Snapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the parts of a time stack are drawn from.
 *
 * @param passage what is read, also where there is no snapshot of a single cell; null before there are numbers
 * @param cell of the snapshot, or of the one that is awaited
 * @param lanes the maps, from top to bottom
 * @param gradient of what the bars are
 */
record StackState(
        @Nullable Snapshot snapshot,
        @Nullable Passage passage,
        CellType cell,
        List<MapQuantity> lanes,
        int unit,
        int t,
        UnitOrder order,
        UnitSorting sorting,
        MapQuantity gradient,
        boolean logarithmic,
        Look look,
        StackWords words,
        StackFrame frame,
        ColumnAxis columns) {

    double mapTop(MapQuantity what) {
        return frame.mapTop(lanes.indexOf(what));
    }

    RowAxis rows() {
        return RowAxis.of(order, unit, frame.mapHeight(), look);
    }

    /** What each column reads, empty before there are numbers. */
    List<String> labels() {
        return passage == null ? List.of() : passage.labels();
    }

    String label(int step) {
        return step < labels().size() ? labels().get(step) : "";
    }
}
