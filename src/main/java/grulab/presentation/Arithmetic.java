package grulab.presentation;

import grulab.engine.explain.Explanation;
import grulab.model.Snapshot;
import grulab.model.arithmetic.Line;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The selected unit at the selected time, worked out again from the newest snapshot and held against the engine. */
public final class Arithmetic {
    private static final int DECIMALS_OF_A_MISMATCH = 6;

    private final ReadOnlyObjectProperty<@Nullable Snapshot> snapshot;
    private final Selection selection;
    private final ReadOnlyObjectWrapper<List<Line>> lines = new ReadOnlyObjectWrapper<>(this, "lines", List.of());
    private final ReadOnlyObjectWrapper<List<Line>> between = new ReadOnlyObjectWrapper<>(this, "between", List.of());
    private final ReadOnlyObjectWrapper<@Nullable Message> mismatch =
            new ReadOnlyObjectWrapper<>(this, "mismatch", null);

    Arithmetic(ReadOnlyObjectProperty<@Nullable Snapshot> snapshot, Selection selection) {
        this.snapshot = snapshot;
        this.selection = selection;
        snapshot.addListener((o, old, now) -> work());
        selection.unit().addListener((o, old, now) -> work());
        selection.time().addListener((o, old, now) -> work());
    }

    /** In the order r, h̃, z, h; empty before the first snapshot. */
    public ReadOnlyObjectProperty<List<Line>> lines() {
        return lines.getReadOnlyProperty();
    }

    /** What the micro-steps make that have no line of their own; changes before {@link #lines}. */
    public ReadOnlyObjectProperty<List<Line>> between() {
        return between.getReadOnlyProperty();
    }

    /** What to say if the engine and the reference differ; null while they agree. */
    public ReadOnlyObjectProperty<@Nullable Message> mismatch() {
        return mismatch.getReadOnlyProperty();
    }

    private void work() {
        Snapshot now = snapshot.get();
        if (now == null) {
            between.set(List.of());
            lines.set(List.of());
            mismatch.set(null);
            return;
        }
        int t = Math.min(selection.time().get(), now.trace().steps() - 1);
        int unit = Math.min(selection.unit().get(), now.trace().hidden() - 1);
        Explanation explanation = Explanation.of(now, t, unit, List.of());
        List<Line> explained = explanation.lines();
        between.set(explanation.between());
        lines.set(explained);
        mismatch.set(explained.stream()
                .filter(l -> !l.agrees())
                .findFirst()
                .map(l -> Message.of("state.check", digits(l.value()), digits(l.reference())))
                .orElse(null));
    }

    private static String digits(double value) {
        return String.format(Locale.ROOT, "%." + DECIMALS_OF_A_MISMATCH + "f", value)
                .replace('-', '\u2212');
    }
}
