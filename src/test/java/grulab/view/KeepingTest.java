package grulab.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training that is in no file is not given up without a question, and there is no question where nothing is lost. */
class KeepingTest extends WindowFixture {
    @TempDir
    Path folder;

    @Test
    void startingOverAsksAndEscapeLeavesAllAsItWas() {
        oneBatch();
        robot.clickOn("#start-over");
        assertThat(text("keep-question")).isEqualTo("This training is not saved. Save it first?");
        assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo("keep-save");
        robot.push(KeyCode.ESCAPE);
        assertThat(shown("keep-card")).isFalse();
        oneBatch();
        assertThat(batches()).isEqualTo(2);
    }

    @Test
    void savedFirstItIsInTheFileAndThenOver() {
        oneBatch();
        files.answers.add(folder.resolve("kept.grulab"));
        robot.clickOn("#start-over");
        robot.clickOn("#keep-save");
        until(() -> batches() == 0);
        assertThat(folder.resolve("kept.grulab")).exists();
        robot.interact(() -> model.open(folder.resolve("kept.grulab")));
        until(() -> batches() == 1);
    }

    @Test
    void aFileThatCannotBeWrittenLosesNothing() {
        oneBatch();
        files.answers.add(folder.resolve("nowhere/kept.grulab"));
        robot.clickOn("#start-over");
        robot.clickOn("#keep-save");
        until(() -> shown("notice"));
        assertThat(text("notice-words")).contains("cannot be written");
        assertThat(batches()).isEqualTo(1);
        assertThat(model.keeping().unsaved().get()).isTrue();
    }

    @Test
    void discardedItComesBackWithControlZ() {
        oneBatch();
        double[] weights = model.snapshot().get().weights().get("W_hn").clone();
        robot.clickOn("#start-over");
        robot.clickOn("#keep-discard");
        until(() -> batches() == 0 && shown("notice"));
        assertThat(text("notice-words")).isEqualTo("Started over. Ctrl+Z takes it back.");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> batches() == 1 && model.snapshot().get().batch() == 1);
        assertThat(model.snapshot().get().weights().get("W_hn")).isEqualTo(weights);
        oneBatch();
        assertThat(batches()).isEqualTo(2);
    }

    @Test
    void whatIsNotTrainedOrIsSavedIsNotAskedAbout() {
        robot.clickOn("#start-over");
        assertThat(shown("keep-card")).isFalse();
        oneBatch();
        Path file = folder.resolve("run.grulab");
        robot.interact(() -> model.save(file));
        until(() -> !model.keeping().unsaved().get());
        robot.clickOn("#start-over");
        assertThat(shown("keep-card")).isFalse();
        until(() -> batches() == 0);
        robot.interact(() -> model.open(file));
        until(() -> batches() == 1 && !model.keeping().unsaved().get());
        AtomicInteger closed = new AtomicInteger();
        robot.interact(() -> window.unlessLost(closed::incrementAndGet));
        assertThat(closed).hasValue(1);
    }

    @Test
    void closingAsksToo() {
        oneBatch();
        AtomicInteger closed = new AtomicInteger();
        robot.interact(() -> window.unlessLost(closed::incrementAndGet));
        assertThat(closed).hasValue(0);
        robot.clickOn("#keep-cancel");
        assertThat(closed).hasValue(0);
        robot.interact(() -> window.unlessLost(closed::incrementAndGet));
        robot.clickOn("#keep-discard");
        assertThat(closed).hasValue(1);
    }

    @Test
    void retrainingFromTheSeedAsksTooAndThenTrains() {
        oneBatch();
        robot.push(KeyCode.R);
        robot.clickOn("#no-relabel-retrain");
        assertThat(shown("keep-card")).isTrue();
        robot.clickOn("#keep-cancel");
        assertThat(model.convention().asked().get())
                .isEqualTo(model.experiment().get().convention());
        robot.push(KeyCode.R);
        robot.clickOn("#no-relabel-retrain");
        robot.clickOn("#keep-discard");
        until(() -> running() && batches() > 1);
        assertThat(model.convention().resetPending().get()).isFalse();
    }

    @Test
    void savingAgainGoesToTheSameFileAndTheTitleTellsWhichAndWhetherItIsChanged() {
        assertThat(stage.getTitle()).isEqualTo("GRU Lab: GRU, The lighthouse");
        oneBatch();
        assertThat(stage.getTitle()).isEqualTo("GRU Lab: GRU, The lighthouse •");
        Path file = folder.resolve("mine.grulab");
        files.answers.add(file);
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> stage.getTitle().equals("mine.grulab – GRU Lab: GRU, The lighthouse"));
        oneBatch();
        assertThat(stage.getTitle()).startsWith("mine.grulab • – ");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> !model.keeping().unsaved().get());
        assertThat(files.asked).hasSize(1);
        Path other = folder.resolve("other.grulab");
        files.answers.add(other);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        until(() -> Files.exists(other) && stage.getTitle().startsWith("other.grulab – "));
    }
}
