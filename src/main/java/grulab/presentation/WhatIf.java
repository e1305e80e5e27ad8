package grulab.presentation;

import grulab.engine.whatif.Replay;
import grulab.model.Edit;
import grulab.model.Experiment;
import grulab.model.Snapshot;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What a person changes in the window to see what would have happened: a list of edits, which outlives snapshots and
 * ends with the experiment. Training knows nothing of them until edited weights are applied.
 */
public final class WhatIf {
    private final BatchHistory history;
    private final Consumer<List<Edit.Weight>> training;
    private final EditList list = new EditList();
    private final ReadOnlyObjectWrapper<@Nullable Message> refusal = new ReadOnlyObjectWrapper<>(this, "refusal", null);
    private final ReadOnlyObjectWrapper<@Nullable Effect> effect = new ReadOnlyObjectWrapper<>(this, "effect", null);
    private final ReadOnlyBooleanWrapper canPlainRnn = new ReadOnlyBooleanWrapper(this, "canPlainRnn");
    private final ReadOnlyBooleanWrapper canWire = new ReadOnlyBooleanWrapper(this, "canWire");
    private final ReadOnlyBooleanWrapper canApply = new ReadOnlyBooleanWrapper(this, "canApply");
    private @Nullable Snapshot before;
    private List<Edit.Weight> applied = List.of();

    /** @param training has edited weights put into the model that is trained */
    WhatIf(BatchHistory history, Consumer<List<Edit.Weight>> training) {
        this.history = history;
        this.training = training;
        history.base().addListener((o, old, now) -> based(now));
        list.edits.addListener((o, old, now) -> refreshCanApply());
        history.isPast().addListener((o, old, now) -> refreshCanApply());
    }

    /** In the order in which they are made; a later one goes before an earlier. */
    public ReadOnlyObjectProperty<List<Edit>> edits() {
        return list.edits.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canUndo() {
        return list.canUndo.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canRedo() {
        return list.canRedo.getReadOnlyProperty();
    }

    /** Why the last edit was not made; null if it was. */
    public ReadOnlyObjectProperty<@Nullable Message> refusal() {
        return refusal.getReadOnlyProperty();
    }

    /** Takes the refusal away, which has been read. */
    public void dismiss() {
        refusal.set(null);
    }

    /** What the edits changed; null without edits, or while that is not known. */
    public ReadOnlyObjectProperty<@Nullable Effect> effect() {
        return effect.getReadOnlyProperty();
    }

    /** Makes an edit; one that is not possible is refused. */
    public void add(Edit edit) {
        add(List.of(edit));
    }

    /** Edits of a lab that was opened, in the place of all there were. */
    void replace(List<Edit> edits) {
        list.reset();
        if (!edits.isEmpty()) {
            add(edits);
        }
    }

    private void add(List<Edit> made) {
        Snapshot base = history.base().get();
        if (base == null) {
            return;
        }
        try {
            made.forEach(edit -> Replay.check(base, edit));
        } catch (IllegalArgumentException e) {
            refused(Sentences.of(e));
            return;
        }
        refusal.set(null);
        list.add(made);
    }

    public void undo() {
        refusal.set(null);
        list.undo();
    }

    public void redo() {
        refusal.set(null);
        list.redo();
    }

    /** Takes all edits back; that can be undone. */
    public void reset() {
        refusal.set(null);
        list.reset();
    }

    /** True of a GRU: an LSTM's output gate and second state leave no setting that makes it a plain RNN. */
    public ReadOnlyBooleanProperty canPlainRnn() {
        return canPlainRnn.getReadOnlyProperty();
    }

    /** True of cells that have a gate that keeps the past. */
    public ReadOnlyBooleanProperty canWire() {
        return canWire.getReadOnlyProperty();
    }

    /** True if there are edited weights, and they are of the model as it is trained now. */
    public ReadOnlyBooleanProperty canApply() {
        return canApply.getReadOnlyProperty();
    }

    /** A GRU that uses all of the past for the candidate and keeps none beside it: r = 1 and z admits all, everywhere. */
    public void plainRnn() {
        limit(Limits::plainRnn);
    }

    /** A cell that hands its state on untouched: z keeps all; in an LSTM f = 1 and i = 0. */
    public void wire() {
        limit(Limits::wire);
    }

    private void limit(Function<Snapshot, List<Edit>> of) {
        Snapshot base = history.base().get();
        if (base != null && !of.apply(base).isEmpty()) {
            add(of.apply(base));
        }
    }

    /** Puts the edited weights into the model that is trained; they are no edits any more once it has them. */
    public void apply() {
        if (canApply.get()) {
            applied = weights().toList();
            training.accept(applied);
        }
    }

    void notApplied() {
        applied = List.of();
    }

    void effect(@Nullable Effect now) {
        effect.set(now);
    }

    void refused(String sentence) {
        refusal.set(Message.of("plain", sentence));
    }

    private Stream<Edit.Weight> weights() {
        return list.edits.get().stream().filter(Edit.Weight.class::isInstance).map(Edit.Weight.class::cast);
    }

    private void refreshCanApply() {
        canApply.set(!history.isPast().get() && weights().findAny().isPresent());
    }

    private void based(@Nullable Snapshot now) {
        if (now == null) {
            return;
        }
        canPlainRnn.set(!Limits.plainRnn(now).isEmpty());
        canWire.set(!Limits.wire(now).isEmpty());
        if (before != null && !sameSizes(before, now)) {
            refusal.set(null);
            list.forget(edit -> true);
        } else if (before != null && before.generation() != now.generation() && !applied.isEmpty()) {
            list.forget(applied::contains);
            applied = List.of();
        } else if (before != null && Relabelling.between(before, now)) {
            list.map(Relabelling::of);
        }
        before = now;
    }

    private static boolean sameSizes(Snapshot a, Snapshot b) {
        Experiment one = a.experiment();
        Experiment other = b.experiment();
        return one.cell() == other.cell()
                && one.hidden() == other.hidden()
                && one.steps() == other.steps()
                && one.corpus().equals(other.corpus())
                && one.tokens() == other.tokens()
                && a.weights().inputs() == b.weights().inputs();
    }
}
