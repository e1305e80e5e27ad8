package grulab.presentation;

import grulab.model.Edit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The edits in force, in the order in which they are made, and the lists that were in force before. */
final class EditList {
    final ReadOnlyObjectWrapper<List<Edit>> edits = new ReadOnlyObjectWrapper<>(this, "edits", List.of());
    final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(this, "canUndo");
    final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper(this, "canRedo");
    private final Deque<List<Edit>> before = new ArrayDeque<>();
    private final Deque<List<Edit>> after = new ArrayDeque<>();

    /** Makes edits in one step; earlier ones that they overrule go. */
    void add(Collection<? extends Edit> made) {
        List<Edit> next = new ArrayList<>(edits.get());
        for (Edit edit : made) {
            next.removeIf(earlier -> overrules(edit, earlier));
            next.add(edit);
        }
        change(next);
    }

    /** Takes all edits back, which can be undone. */
    void reset() {
        if (!edits.get().isEmpty()) {
            change(List.of());
        }
    }

    private void change(List<Edit> next) {
        before.push(edits.get());
        after.clear();
        show(next);
    }

    void undo() {
        if (!before.isEmpty()) {
            after.push(edits.get());
            show(before.pop());
        }
    }

    void redo() {
        if (!after.isEmpty()) {
            before.push(edits.get());
            show(after.pop());
        }
    }

    /** Forgets edits for good: there is no way back to them. */
    void forget(Predicate<Edit> which) {
        before.clear();
        after.clear();
        show(edits.get().stream().filter(which.negate()).toList());
    }

    /** Turns every edit, also those that can be undone or redone, into another. */
    void map(UnaryOperator<Edit> turned) {
        for (Deque<List<Edit>> lists : List.of(before, after)) {
            List<List<Edit>> all = lists.stream()
                    .map(edits -> edits.stream().map(turned).toList())
                    .toList();
            lists.clear();
            lists.addAll(all);
        }
        show(edits.get().stream().map(turned).toList());
    }

    private void show(List<Edit> now) {
        canUndo.set(!before.isEmpty());
        canRedo.set(!after.isEmpty());
        edits.set(List.copyOf(now));
    }

    private static boolean overrules(Edit edit, Edit earlier) {
        if (edit instanceof Edit.Value v && earlier instanceof Edit.Value e) {
            return v.quantity() == e.quantity()
                    && v.from() <= e.from()
                    && v.to() >= e.to()
                    && (v.unit() == Edit.EVERY || v.unit() == e.unit());
        }
        return target(edit).equals(target(earlier));
    }

    /** The edit whatever its value. */
    private static Edit target(Edit edit) {
        if (edit instanceof Edit.Value v) {
            return new Edit.Value(v.quantity(), v.from(), v.to(), v.unit(), 0);
        }
        if (edit instanceof Edit.Start s) {
            return new Edit.Start(s.state(), s.unit(), 0);
        }
        if (edit instanceof Edit.Weight w) {
            return new Edit.Weight(w.name(), w.index(), 0);
        }
        if (edit instanceof Edit.Input i) {
            return new Edit.Input(i.t(), 0);
        }
        throw new AssertionError(edit);
    }
}
