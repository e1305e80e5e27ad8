package grulab.presentation;

import grulab.engine.explain.Explanation;
import grulab.model.CellType;
import grulab.model.Prediction;
import grulab.model.Snapshot;
import grulab.model.arithmetic.Line;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;

/** The selected unit at the selected step of what is shown, worked out line by line, forward or backward. */
final class StepArithmetic {
    final BooleanProperty backward = new SimpleBooleanProperty(this, "backward");
    final ReadOnlyObjectWrapper<List<Line>> lines = new ReadOnlyObjectWrapper<>(this, "lines", List.of());
    final ReadOnlyObjectWrapper<List<Line>> between = new ReadOnlyObjectWrapper<>(this, "between", List.of());
    final ReadOnlyObjectWrapper<@Nullable Line> otherMeaning = new ReadOnlyObjectWrapper<>(this, "otherMeaning", null);
    final ReadOnlyObjectWrapper<@Nullable Prediction> prediction =
            new ReadOnlyObjectWrapper<>(this, "prediction", null);
    final ReadOnlyObjectWrapper<@Nullable Prediction> originalPrediction =
            new ReadOnlyObjectWrapper<>(this, "originalPrediction", null);
    private final Replaying replaying;
    private final Selection selection;
    private final ObservableBooleanValue active;

    /** @param active while it is not, nothing is worked out */
    StepArithmetic(Replaying replaying, Selection selection, ObservableBooleanValue active) {
        this.replaying = replaying;
        this.selection = selection;
        this.active = active;
        InvalidationListener work = changed -> work();
        replaying.shown().addListener(work);
        selection.time().addListener(work);
        selection.unit().addListener(work);
        backward.addListener(work);
        active.addListener(work);
    }

    private void work() {
        Snapshot shown = replaying.shown().get();
        int t = selection.time().get();
        int unit = selection.unit().get();
        // the selection is of the newest snapshot, which is a moment ahead of what is shown
        if (!active.get()
                || shown == null
                || t >= shown.trace().steps()
                || unit >= shown.trace().hidden()) {
            return;
        }
        Explanation explanation = backward.get()
                ? Explanation.backward(shown, t, unit, replaying.edits())
                : Explanation.of(shown, t, unit, replaying.edits());
        between.set(explanation.between());
        lines.set(explanation.lines());
        otherMeaning.set(
                shown.trace().cell() == CellType.GRU
                        ? Explanation.otherMeaning(shown, t, unit, replaying.edits())
                        : null);
        prediction.set(Explanation.prediction(shown, t));
        Snapshot original = replaying.original();
        originalPrediction.set(original == null ? null : Explanation.prediction(original, t));
    }
}
