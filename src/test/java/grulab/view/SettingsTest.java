package grulab.view;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.Experiment;
import grulab.model.Optimizer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class SettingsTest extends WindowFixture {
    @Test
    void nonsenseIsSaidInlineAndTheExperimentGoesOn() {
        oneBatch();
        Experiment before = model.experiment().get();
        type("field-hidden", "many");
        robot.push(KeyCode.ENTER);
        assertThat(text("error-hidden")).isEqualTo("Hidden units must be a whole number from 1 to 1\u2009024.");
        assertThat(find("start-over").isDisabled()).isTrue();
        type("field-lr", "-1");
        robot.push(KeyCode.ENTER);
        assertThat(shown("error-lr")).isTrue();
        oneBatch();
        assertThat(model.experiment().get()).isEqualTo(before);
    }

    @Test
    void aSettingThatNeedsANewStartWaitsForIt() {
        oneBatch();
        type("field-hidden", "5");
        robot.push(KeyCode.ENTER);
        assertThat(model.experiment().get().hidden()).isEqualTo(12);
        until(() -> text("waiting").matches("Changed settings take effect at Start over \\(needs [\\d.]+ MB\\)\\."));
        // V 53, H 5: three gates of W, U and two biases, and the head; what runs has H 12
        assertThat(text("parameters")).isEqualTo("1\u2009218");
        assertThat(shown("waiting")).isTrue();
        startOver();
        until(() -> model.experiment().get().hidden() == 5);
        until(() -> model.snapshot().get().trace().hidden() == 5);
        assertThat(model.waiting().get()).isFalse();
        assertThat(batches()).isZero();
    }

    @Test
    void whatIsNotTrainedYetBeginsAgainAtOnce() {
        type("field-hidden", "5");
        robot.push(KeyCode.ENTER);
        until(() -> model.snapshot().get().trace().hidden() == 5);
    }

    @Test
    void theLearningRateActsOnTheRunningExperiment() {
        oneBatch();
        type("field-lr", "0.02");
        robot.push(KeyCode.ENTER);
        until(() -> model.experiment().get().learningRate() == 0.02);
        assertThat(batches()).isEqualTo(1);
        robot.clickOn("#rate-slider");
        until(() -> model.experiment().get().learningRate() != 0.02);
        assertThat(model.experiment().get().learningRate()).isBetween(0.002, 0.005);
    }

    @Test
    void clippingIsSwitchedOffAndOnWhileItRuns() {
        oneBatch();
        robot.clickOn("#clipping");
        until(() -> model.experiment().get().clip() == Experiment.UNCLIPPED);
        assertThat(find("field-clip").isDisabled()).isTrue();
        assertThat(batches()).isEqualTo(1);
        robot.clickOn("#clipping");
        until(() -> model.experiment().get().clip() == 1);
        type("field-clip", "0.5");
        robot.push(KeyCode.ENTER);
        until(() -> model.experiment().get().clip() == 0.5);
    }

    @Test
    void singleKeysAreOffInATextField() {
        type("field-seed", "");
        robot.write("zb1");
        assertThat(robot.lookup("#field-seed").queryAs(TextField.class).getText())
                .isEqualTo("zb1");
        assertThat(model.convention().asked().get()).isEqualTo(grulab.model.Convention.PYTORCH);
        assertThat(batches()).isZero();
    }

    @Test
    void aPresetOfTheExperimentFillsTheFields() {
        robot.clickOn("#experiment-presets");
        robot.clickOn("#experiment-by-hand");
        until(() -> model.experiment().get().hidden() == 2);
        assertThat(model.experiment().get().optimizer()).isEqualTo(Optimizer.ADAM);
        assertThat(robot.lookup("#field-steps").queryAs(TextField.class).getText())
                .isEqualTo("8");
    }
}
