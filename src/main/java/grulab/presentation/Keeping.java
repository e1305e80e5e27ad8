package grulab.presentation;

import grulab.model.Experiment;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Which file the experiment lies in, what of it is in none, and the question that is asked before that is given up. */
public final class Keeping {
    /** How far the experiment had come, and what was in force, when it was written. */
    private record Mark(long batch, Experiment experiment, int edits) {}

    private final RunningExperiment run;
    private final Consumer<Path> save;
    private final ReadOnlyObjectWrapper<@Nullable Path> file = new ReadOnlyObjectWrapper<>(this, "file", null);
    private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper(this, "unsaved");
    private final ReadOnlyObjectWrapper<@Nullable Runnable> question =
            new ReadOnlyObjectWrapper<>(this, "question", null);
    private int edits;
    private @Nullable Mark kept;
    private @Nullable Path fileBefore;
    private @Nullable Mark keptBefore;
    /** A lab was opened, of which it is not known yet how far it has come. */
    private boolean opened;
    /** What waits until it is saved; null if nothing does. */
    private @Nullable Runnable afterSaving;

    /** @param save writes the experiment, and tells by {@link #saved} or {@link #notSaved} */
    Keeping(RunningExperiment run, Consumer<Path> save) {
        this.run = run;
        this.save = save;
        run.metrics.addListener(o -> {
            if (opened) {
                opened = false;
                kept = now();
            }
            compare();
        });
        run.experiment.addListener(o -> compare());
    }

    /** The file that it was opened from or saved to; null if there is none. */
    public ReadOnlyObjectProperty<@Nullable Path> file() {
        return file.getReadOnlyProperty();
    }

    /** True if training would be lost. */
    public ReadOnlyBooleanProperty unsaved() {
        return unsaved.getReadOnlyProperty();
    }

    /** What somebody wants to do although training would be lost by it; null if nothing is asked. */
    public ReadOnlyObjectProperty<@Nullable Runnable> question() {
        return question.getReadOnlyProperty();
    }

    /** Does it, or asks first where training would be lost by it. */
    public void unlessLost(Runnable then) {
        if (unsaved.get()) {
            question.set(then);
        } else {
            then.run();
        }
    }

    /** Answers the question: write it to a file, then go on; if it cannot be written nothing is done. */
    public void saveFirst(Path to) {
        Runnable then = question.get();
        question.set(null);
        if (then != null) {
            afterSaving = then;
            save.accept(to);
        }
    }

    /** Answers the question: what is not saved may go. */
    public void discard() {
        Runnable then = question.get();
        question.set(null);
        if (then != null) {
            then.run();
        }
    }

    /** Answers the question: nothing is done. */
    public void cancel() {
        question.set(null);
    }

    /** It is in that file, as it was after a batch. */
    void saved(Path to, long batch) {
        file.set(to);
        kept = new Mark(batch, run.experiment.get(), edits);
        compare();
        Runnable then = afterSaving;
        afterSaving = null;
        if (then != null) {
            then.run();
        }
    }

    /** It could not be written, and what waited for that is called off. */
    void notSaved() {
        afterSaving = null;
    }

    /** Another experiment is there: from a file, or from none. */
    void begun(@Nullable Path from) {
        fileBefore = file.get();
        keptBefore = kept;
        file.set(from);
        kept = null;
        opened = from != null;
        compare();
    }

    /** The experiment before this one is there again. */
    void takenBack() {
        file.set(fileBefore);
        kept = keptBefore;
        compare();
    }

    /** Weights were changed by hand. */
    void edited() {
        edits++;
        compare();
    }

    private void compare() {
        unsaved.set(run.metrics.get().batches() > 0 && !opened && !Objects.equals(kept, now()));
    }

    private Mark now() {
        return new Mark(run.metrics.get().batches(), run.experiment.get(), edits);
    }
}
