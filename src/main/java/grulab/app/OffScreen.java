package grulab.app;

import grulab.cli.BadRequest;
import grulab.cli.Screens.Moment;
import grulab.model.Convention;
import grulab.model.RunState;
import grulab.model.Snapshot;
import grulab.presentation.LabPreferences;
import grulab.presentation.Selection;
import grulab.presentation.StepModel;
import grulab.presentation.TwinModel;
import grulab.presentation.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

/** A lab whose window is memory: the same scene, used and drawn from another thread than JavaFX's. */
final class OffScreen implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final Lab lab;
    private final LabPreferences preferences;
    private final Stage stage;

    private OffScreen(Lab lab, LabPreferences preferences, Stage stage) {
        this.lab = lab;
        this.preferences = preferences;
        this.stage = stage;
    }

    /** JavaFX must have been started. */
    static OffScreen of(int width, int height, boolean dark, String language) {
        return FxThread.call(() -> {
            LabPreferences preferences = LabPreferences.passing(Locale.forLanguageTag(language), dark);
            preferences.reducedMotion().set(true);
            Lab lab = new Lab(preferences);
            Scene scene = new Scene(lab.window.root(), width, height);
            lab.window.attach(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            return new OffScreen(lab, preferences, stage);
        });
    }

    /** Begins the experiment that the lab opens with, and returns when it is on the screen. */
    void begin() {
        FxThread.run(lab.model::begin);
        firstSnapshot();
    }

    /** Opens a lab file that is known to be whole, and returns when it is on the screen. */
    void open(Path file) {
        FxThread.run(() -> lab.model.open(file));
        firstSnapshot();
    }

    private void firstSnapshot() {
        expect(lab.model.snapshot(), Objects::nonNull, "the experiment did not begin");
        expect(lab.model.sample(), Objects::nonNull, "the model did not write");
    }

    /** Presses Train, or Pause; returns when the state has changed. */
    void trainOrPause() {
        RunState.Phase before = FxThread.call(() -> lab.model.state().get().phase());
        FxThread.run(lab.model::trainOrPause);
        expect(lab.model.state(), s -> s.phase() != before, "the state stayed " + before);
    }

    /** Returns when a snapshot computed under a convention is on the screen. */
    Snapshot shown(Convention convention) {
        expect(
                lab.model.snapshot(),
                s -> s != null && s.convention().equals(convention),
                "nothing was computed under " + convention);
        return snapshot();
    }

    Snapshot snapshot() {
        return Objects.requireNonNull(FxThread.call(() -> lab.model.snapshot().get()));
    }

    private static <T> void expect(ObservableValue<T> value, Predicate<? super T> condition, String otherwise) {
        if (!FxThread.await(value, condition, PATIENCE)) {
            throw new IllegalStateException(otherwise + " within " + PATIENCE.toSeconds() + " s");
        }
    }

    void projector(boolean on) {
        FxThread.run(() -> lab.window.projector().set(on));
    }

    /**
     * Goes to a workspace and what is selected in it, and returns when its arithmetic is on the screen.
     *
     * @throws BadRequest if the lab has no such step, unit or micro-step
     */
    void go(Workspace workspace, Moment moment) {
        FxThread.run(() -> {
            Selection selection = lab.model.selection();
            int t = place("--t", moment.t(), selection.steps(), selection.time().get() + 1);
            int unit = place(
                    "--unit", moment.unit(), selection.units(), selection.unit().get() + 1);
            int micro = place("--micro", moment.micro(), selection.microSteps(), selection.microSteps());
            lab.model.workspace().set(workspace);
            lab.model.step().backward().set(moment.backward());
            selection.time(t - 1);
            selection.unit(unit - 1);
            selection.microStep(micro);
        });
        if (workspace == Workspace.CONVENTIONS) {
            twin();
        }
        if (workspace == Workspace.STEP) {
            StepModel step = lab.model.step();
            expect(step.lines(), lines -> !lines.isEmpty(), "the step was not worked out");
            if (moment.progress() < 1) {
                FxThread.run(() -> lab.window.progress(moment.progress()));
            }
            if (moment.backward()) {
                FxThread.await(
                        step.spectrum(), s -> s != null || step.spectrumWaits().get(), PATIENCE);
            }
        }
    }

    /** The twin of what is shown; LSTM and RNN have none. */
    private void twin() {
        TwinModel twin = lab.model.twin();
        if (FxThread.call(() -> twin.applies().get())) {
            expect(twin.twin(), Objects::nonNull, "the twin was not worked out");
            expect(twin.computing(), busy -> !busy, "the twin was not worked out");
        }
    }

    private static int place(String option, int wished, int most, int otherwise) {
        if (wished > most) {
            throw new BadRequest(
                    "%s must be a whole number from 1 to %d in this lab, not %d".formatted(option, most, wished));
        }
        return wished == 0 ? otherwise : wished;
    }

    void look(boolean dark, String language) {
        FxThread.run(() -> {
            preferences.dark().set(dark);
            preferences.language().set(Locale.forLanguageTag(language));
        });
    }

    /** Draws the window at a size of logical pixels, each of so many device pixels. */
    void picture(int width, int height, double scale, Path file) throws IOException {
        WritableImage image = FxThread.call(() -> lab.window.picture(width, height, scale));
        Picture.write(image, file);
    }

    @Override
    public void close() {
        FxThread.run(() -> {
            stage.hide();
            lab.close();
        });
    }
}
