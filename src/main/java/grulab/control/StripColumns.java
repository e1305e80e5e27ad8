package grulab.control;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of the moment that is shown, worked out once and not for every frame. */
final class StripColumns {
    private final Map<DiagramPart, StripColumn> columns = new HashMap<>();
    private @Nullable DiagramMoment made;

    void clear() {
        columns.clear();
    }

    /** What a part's strip shows in a frame, null if nothing is computed yet. */
    @Nullable
    StripColumn of(DiagramFrame frame, DiagramPart part, CellDrawing drawing) {
        DiagramMoment now = frame.now();
        if (now == null) {
            return null;
        }
        if (now != made) {
            columns.clear();
            made = now;
        }
        StripColumn column = columns.computeIfAbsent(part, p -> made(now, p, drawing));
        DiagramMoment earlier = frame.earlier();
        return earlier == null || frame.mix() >= 1 ? column : column.from(made(earlier, part, drawing), frame.mix());
    }

    private static StripColumn made(DiagramMoment moment, DiagramPart part, CellDrawing drawing) {
        DiagramMoment fitting = drawing.fitting(moment);
        Palette palette = drawing.shownLook().palette();
        return drawing.isDetailed()
                ? StripColumn.detailed(fitting, part, palette, drawing.isNumbered())
                : StripColumn.of(fitting, part, palette);
    }
}
