package grulab.presentation;

import grulab.engine.explain.Explanation;
import grulab.model.Snapshot;
import grulab.model.Twin;
import grulab.model.arithmetic.Line;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;

/** The selected unit at the selected step in both of two twin cells, worked out line by line. */
final class TwinLines {
    final ReadOnlyObjectWrapper<List<Line>> a = new ReadOnlyObjectWrapper<>(this, "a", List.of());
    final ReadOnlyObjectWrapper<List<Line>> b = new ReadOnlyObjectWrapper<>(this, "b", List.of());
    final ReadOnlyObjectWrapper<List<Line>> betweenA = new ReadOnlyObjectWrapper<>(this, "betweenA", List.of());
    final ReadOnlyObjectWrapper<List<Line>> betweenB = new ReadOnlyObjectWrapper<>(this, "betweenB", List.of());
    private final ReadOnlyObjectProperty<@Nullable Twin> twin;
    private final Selection selection;
    private final ObservableBooleanValue active;

    /** @param active while it is not, nothing is worked out */
    TwinLines(ReadOnlyObjectWrapper<@Nullable Twin> twin, Selection selection, ObservableBooleanValue active) {
        this.twin = twin.getReadOnlyProperty();
        this.selection = selection;
        this.active = active;
        InvalidationListener work = changed -> work();
        twin.addListener(work);
        selection.time().addListener(work);
        selection.unit().addListener(work);
        active.addListener(work);
    }

    private void work() {
        Twin now = twin.get();
        if (now == null) {
            a.set(List.of());
            b.set(List.of());
        } else if (active.get() && there(now.a())) {
            Explanation one = explained(now.a());
            Explanation other = explained(now.b());
            betweenA.set(one.between());
            betweenB.set(other.between());
            a.set(one.lines());
            b.set(other.lines());
        }
    }

    /** The selection is of the newest snapshot, which is a moment ahead of what is paired. */
    private boolean there(Snapshot shown) {
        return selection.time().get() < shown.trace().steps()
                && selection.unit().get() < shown.trace().hidden();
    }

    private Explanation explained(Snapshot shown) {
        return Explanation.of(shown, selection.time().get(), selection.unit().get(), List.of());
    }
}
