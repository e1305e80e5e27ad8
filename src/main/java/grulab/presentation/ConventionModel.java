package grulab.presentation;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.FrameworkRow;
import grulab.model.ResetPosition;
import grulab.model.SwitchMode;
import grulab.model.UpdateMeaning;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The two switches: what was asked for, what the shown numbers were computed under, and what a switch does to the
 * weights. A switch that is asked for stays pending until a snapshot computed under it arrives.
 */
public final class ConventionModel {
    private final BiConsumer<Convention, SwitchMode> switchTo;
    private final Consumer<Convention> retrainUnder;
    private final ReadOnlyObjectWrapper<Convention> asked;
    private final ReadOnlyObjectWrapper<Convention> computed;
    private final ReadOnlyObjectWrapper<@Nullable Convention> refused =
            new ReadOnlyObjectWrapper<>(this, "refused", null);
    private final ReadOnlyObjectWrapper<@Nullable FrameworkRow> row = new ReadOnlyObjectWrapper<>(this, "row", null);
    private final ReadOnlyBooleanWrapper applies = new ReadOnlyBooleanWrapper(this, "applies", true);
    private final ObjectProperty<SwitchMode> mode = new SimpleObjectProperty<>(this, "mode", SwitchMode.RELABEL);
    private final BooleanBinding updatePending;
    private final BooleanBinding resetPending;
    private @Nullable FrameworkRow preset;

    ConventionModel(Convention start, BiConsumer<Convention, SwitchMode> switchTo, Consumer<Convention> retrainUnder) {
        this.switchTo = switchTo;
        this.retrainUnder = retrainUnder;
        asked = new ReadOnlyObjectWrapper<>(this, "asked", start);
        computed = new ReadOnlyObjectWrapper<>(this, "computed", start);
        preset = firstRow(start);
        row.set(preset);
        updatePending = Bindings.createBooleanBinding(
                () -> asked.get().update() != computed.get().update(), asked, computed);
        resetPending = Bindings.createBooleanBinding(
                () -> asked.get().reset() != computed.get().reset(), asked, computed);
    }

    /** False while the running cell has only one form: then there is nothing to switch, and no command does anything. */
    public ReadOnlyBooleanProperty applies() {
        return applies.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Convention> asked() {
        return asked.getReadOnlyProperty();
    }

    /** The convention of the newest snapshot: what every picture on the screen shows. */
    public ReadOnlyObjectProperty<Convention> computed() {
        return computed.getReadOnlyProperty();
    }

    public BooleanBinding updatePending() {
        return updatePending;
    }

    public BooleanBinding resetPending() {
        return resetPending;
    }

    /** A framework that has both switches so, if it fits the one that was chosen; null, where none does, is "custom". */
    public ReadOnlyObjectProperty<@Nullable FrameworkRow> row() {
        return row.getReadOnlyProperty();
    }

    /** A change that cannot be relabelled, and waits for the answer to a question; null if there is none. */
    public ReadOnlyObjectProperty<@Nullable Convention> refused() {
        return refused.getReadOnlyProperty();
    }

    public ObjectProperty<SwitchMode> mode() {
        return mode;
    }

    public void choose(UpdateMeaning meaning) {
        request(asked.get().with(meaning));
    }

    public void choose(ResetPosition position) {
        request(asked.get().with(position));
    }

    /** Sets both switches as the framework has them. */
    public void choose(FrameworkRow framework) {
        request(framework.convention());
        if (asked.get().equals(framework.convention())) {
            preset = framework;
            row.set(framework);
        }
    }

    public void flipUpdate() {
        choose(asked.get().update().opposite());
    }

    public void flipReset() {
        choose(asked.get().reset().opposite());
    }

    public void flipMode() {
        if (!applies.get()) {
            return;
        }
        mode.set(mode.get() == SwitchMode.RELABEL ? SwitchMode.KEEP_WEIGHTS : SwitchMode.RELABEL);
    }

    /** Answers the question: the refused change, with the weights as they are. */
    public void keepWeights() {
        answer(to -> {
            ask(to);
            switchTo.accept(to, SwitchMode.KEEP_WEIGHTS);
        });
    }

    /** Answers the question: the refused convention from the start, with the same seed. */
    public void retrain() {
        answer(to -> {
            ask(to);
            retrainUnder.accept(to);
        });
    }

    /** Answers the question: nothing changes. */
    public void cancel() {
        refused.set(null);
    }

    private void answer(Consumer<Convention> action) {
        Convention to = refused.get();
        refused.set(null);
        if (to != null) {
            action.accept(to);
        }
    }

    private void request(Convention to) {
        refused.set(null);
        if (!applies.get() || to.equals(asked.get())) {
            return;
        }
        if (mode.get() == SwitchMode.RELABEL && !asked.get().relabelsTo(to)) {
            refused.set(to);
            return;
        }
        ask(to);
        switchTo.accept(to, mode.get());
    }

    private void ask(Convention to) {
        asked.set(to);
        fitRow();
    }

    /** A snapshot arrived. */
    void computed(Convention convention) {
        computed.set(convention);
    }

    /** The cell that is in force. */
    void cell(CellType cell) {
        applies.set(cell == CellType.GRU);
        if (!applies.get()) {
            refused.set(null);
        }
    }

    /** Another experiment is in force: nothing is pending. */
    void start(Convention convention) {
        refused.set(null);
        asked.set(convention);
        fitRow();
    }

    /** The preset that was chosen, while it fits or as soon as it fits again; else the first that does. */
    private void fitRow() {
        FrameworkRow chosen = preset;
        row.set(chosen != null && chosen.convention().equals(asked.get()) ? chosen : firstRow(asked.get()));
    }

    private static @Nullable FrameworkRow firstRow(Convention convention) {
        Optional<FrameworkRow> first = FrameworkRow.ALL.stream()
                .filter(r -> r.convention().equals(convention))
                .findFirst();
        return first.orElse(null);
    }
}
