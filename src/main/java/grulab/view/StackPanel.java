package grulab.view;

import grulab.control.StackWords;
import grulab.control.TimeStack;
import grulab.control.UnitOrder;
import grulab.control.UnitSorting;
import grulab.model.Snapshot;
import grulab.presentation.Selection;
import grulab.presentation.TrainModel;
import grulab.presentation.Workspace;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The time stack, bound to the newest snapshot and to the selection. */
final class StackPanel extends Region {
    private final Workbench bench;
    private final TimeStack stack;

    StackPanel(Workbench bench) {
        this.bench = bench;
        TrainModel model = bench.model();
        stack = new TimeStack(words());
        getStyleClass().add("panel");
        getChildren().add(stack);
        bench.onLook(stack::look);
        bench.texts().language().addListener((o, old, now) -> stack.words(words()));
        Selection selection = model.selection();
        stack.unitProperty().set(selection.unit().get());
        stack.timeProperty().set(selection.time().get());
        selection.unit().addListener((o, old, now) -> stack.unitProperty().set(now.intValue()));
        selection.time().addListener((o, old, now) -> stack.timeProperty().set(now.intValue()));
        stack.unitProperty().addListener((o, old, now) -> selection.unit(now.intValue()));
        stack.timeProperty().addListener((o, old, now) -> selection.time(now.intValue()));
        stack.onAsk(subject -> {
            model.workspace().set(Workspace.STEP);
            model.step().ask(subject);
        });
        model.snapshot().addListener((o, old, now) -> show(now));
        show(model.snapshot().get());
        model.state().addListener((o, old, now) -> {
            if (!now.running()) {
                stack.sortAgain();
            }
        });
    }

    ReadOnlyObjectProperty<UnitOrder> order() {
        return stack.orderProperty();
    }

    /** By what units are in order, in every map and strip. */
    UnitSorting sorting() {
        return stack.sorting();
    }

    void sort(UnitSorting by) {
        stack.sorting(by);
    }

    void moveUnit(int rows) {
        stack.moveUnit(rows);
    }

    private void show(@Nullable Snapshot snapshot) {
        if (snapshot == null) {
            stack.awaiting(
                    bench.model().experiment().get().cell(),
                    bench.model().experiment().get().steps());
        } else {
            stack.snapshot(snapshot);
        }
    }

    private StackWords words() {
        return StackWords.of(bench.texts()::of);
    }

    @Override
    protected void layoutChildren() {
        stack.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
