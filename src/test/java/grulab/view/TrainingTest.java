package grulab.view;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.RunState;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class TrainingTest extends WindowFixture {
    @Test
    void spaceTrainsAndPauses() {
        assertThat(shown("untrained")).isTrue();
        assertThat(text("untrained-words")).isEqualTo("Not trained yet. Press Space to train.");
        robot.push(KeyCode.SPACE);
        until(() -> running() && batches() > 3);
        assertThat(text("train")).isEqualTo("Pause");
        assertThat(text("run-state")).isEqualTo("Training");
        assertThat(shown("untrained")).isFalse();
        robot.push(KeyCode.SPACE);
        until(() -> !running());
        assertThat(text("train")).isEqualTo("Train");
        assertThat(text("run-state")).isEqualTo("Paused");
        assertThat(text("status-step")).isEqualTo(grulab.control.Numbers.count(batches()));
        assertThat(model.snapshot().get().batch()).isEqualTo(batches());
    }

    @Test
    void oneBatchIsOneBatch() {
        oneBatch();
        assertThat(text("status-step")).isEqualTo("1");
        assertThat(text("status-epoch")).isEqualTo("1");
        robot.push(KeyCode.B);
        until(() -> batches() == 2);
    }

    @Test
    void trainingStopsAtTheStepThatWasSet() {
        robot.clickOn("#stop-at-step");
        type("field-stop-step", "25");
        robot.clickOn("#train");
        until(() -> batches() == 25 && model.state().get().phase() == RunState.Phase.PAUSED);
    }

    @Test
    void theModelWritesWhenAskedTo() {
        oneBatch();
        until(() -> model.sample().get() != null && model.sample().get().batch() == 1);
        var first = model.sample().get();
        robot.clickOn("#again");
        until(() -> model.sample().get() != first);
        assertThat(text("sample-step")).isEqualTo("at step 1");
    }

    @Test
    void aRunThatDivergesStopsAndGoesBack() {
        oneBatch();
        robot.interact(() -> model.draft().optimizer().set(grulab.model.Optimizer.SGD));
        startOver();
        until(() -> batches() == 0 && model.experiment().get().optimizer() == grulab.model.Optimizer.SGD);
        oneBatch();
        type("field-clip", "1000");
        robot.push(KeyCode.ENTER);
        type("field-lr", "100");
        robot.push(KeyCode.ENTER);
        until(() -> model.experiment().get().learningRate() == 100);
        robot.clickOn("#train");
        until(() -> model.state().get().divergence() != null);
        var divergence = model.state().get().divergence();
        assertThat(shown("diverged")).isTrue();
        assertThat(text("diverged-words"))
                .startsWith("Loss became")
                .contains("at step " + divergence.batch())
                .endsWith("Lower the learning rate or clip sooner.");
        assertThat(text("back-to-good")).isEqualTo("Back to step " + divergence.lastGood());
        robot.clickOn("#back-to-good");
        until(() -> model.state().get().divergence() == null && batches() == divergence.lastGood());
        assertThat(shown("diverged")).isFalse();
    }
}
