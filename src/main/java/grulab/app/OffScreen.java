package grulab.app;

import grulab.model.Convention;
import grulab.model.RunState;
import grulab.model.Snapshot;
import grulab.presentation.LabPreferences;
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
