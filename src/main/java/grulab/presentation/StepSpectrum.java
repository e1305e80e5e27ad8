package grulab.presentation;

import grulab.engine.whatif.Eigenvalues;
import grulab.model.Edit;
import grulab.model.Snapshot;
import grulab.model.Spectrum;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;

/** The eigenvalues of the selected step, worked out aside while the way back is shown. */
final class StepSpectrum {
    /** Rows of the Jacobian above which it takes seconds, so that somebody has to ask for it. */
    private static final int LARGE = 512;
    /** Rows above which it would slow the training down, so that it waits for a pause. */
    private static final int LARGE_WHILE_RUNNING = 64;

    private record Question(Snapshot shown, int t, List<Edit> edits) {}

    final ReadOnlyObjectWrapper<@Nullable Spectrum> spectrum = new ReadOnlyObjectWrapper<>(this, "spectrum", null);
    final ReadOnlyBooleanWrapper waits = new ReadOnlyBooleanWrapper(this, "waits");
    private final Replaying replaying;
    private final Selection selection;
    private final ObservableBooleanValue wanted;
    private final ObservableBooleanValue running;
    private final Aside<Question, Spectrum> aside;

    /**
     * @param wanted whether it is shown
     * @param running whether training goes on
     */
    StepSpectrum(
            Replaying replaying,
            Selection selection,
            ObservableBooleanValue wanted,
            ObservableBooleanValue running,
            Executor worker,
            Executor fx) {
        this.replaying = replaying;
        this.selection = selection;
        this.wanted = wanted;
        this.running = running;
        aside = new Aside<>(worker, fx, q -> Eigenvalues.of(q.shown, q.t, q.edits), new Aside.Ears<>() {
            @Override
            public void answered(Question question, Spectrum answer) {
                spectrum.set(answer);
            }

            @Override
            public void failed(Question question, RuntimeException reason) {
                spectrum.set(null); // numbers that are not finite have no eigenvalues
            }
        });
        InvalidationListener work = changed -> update(false);
        replaying.shown().addListener(work);
        selection.time().addListener(work);
        wanted.addListener(work);
        running.addListener(work);
    }

    /** Works it out now, however long it takes. */
    void demand() {
        update(true);
    }

    private void update(boolean demanded) {
        Snapshot shown = replaying.shown().get();
        int t = selection.time().get();
        boolean there = wanted.get() && shown != null && t < shown.trace().steps();
        int rows = shown == null ? 0 : rows(shown);
        boolean soon = demanded || rows <= (running.get() ? LARGE_WHILE_RUNNING : LARGE);
        waits.set(there && !soon);
        if (there && shown != null && soon) {
            aside.ask(new Question(shown, t, replaying.edits()));
        } else {
            aside.forget();
            spectrum.set(null);
        }
    }

    /** An LSTM's step is of two states. */
    private static int rows(Snapshot shown) {
        return shown.trace().hidden() * (shown.trace().cell().hasCellState() ? 2 : 1);
    }
}
