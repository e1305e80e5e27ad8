package grulab.presentation;

import grulab.model.Snapshot;
import grulab.model.Twin;
import java.util.List;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** Which picture the workspace shows: the newest, what has been made of it by edits, or what it was paired into. */
final class ShownPicture {
    private ShownPicture() {}

    /** The age of what is shown, for as long as the experiment is. */
    static PictureAge age(
            RunningExperiment run,
            StepModel step,
            TwinModel twin,
            ReadOnlyObjectProperty<Workspace> workspace,
            LongSupplier clock) {
        PictureAge age = new PictureAge(clock);
        ChangeListener<Object> shows = (o, old, now) -> {
            Snapshot shown = shown(run, step, twin, workspace.get());
            if (shown != null) {
                age.shows(shown.batch());
            }
        };
        run.snapshot.addListener((o, old, now) -> {
            if (now != null) {
                age.computed(now.batch());
            }
        });
        for (ObservableValue<?> each : List.of(run.snapshot, step.shown(), twin.twin(), workspace)) {
            each.addListener(shows);
        }
        run.metrics.addListener((o, old, now) -> age.step(now.batches()));
        run.state.addListener((o, old, now) -> {
            if (now.running() != old.running()) {
                age.trains(now.running());
            }
        });
        return age;
    }

    private static @Nullable Snapshot shown(
            RunningExperiment run, StepModel step, TwinModel twin, Workspace workspace) {
        Twin pair = twin.twin().get();
        Snapshot edited = step.shown().get();
        return switch (workspace) {
            case TRAIN -> run.snapshot.get();
            case STEP -> edited == null ? run.snapshot.get() : edited;
            case CONVENTIONS -> pair == null ? run.snapshot.get() : pair.a();
        };
    }
}
