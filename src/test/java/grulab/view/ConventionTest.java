package grulab.view;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.control.Numbers;
import grulab.model.Convention;
import grulab.model.Quantity;
import grulab.model.ResetPosition;
import grulab.model.StepTrace;
import grulab.model.SwitchMode;
import grulab.model.UpdateMeaning;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

class ConventionTest extends WindowFixture {
    private StepTrace trace() {
        return model.snapshot().get().trace();
    }

    private Convention computed() {
        return model.snapshot().get().convention();
    }

    private boolean chosen(String id) {
        return robot.lookup("#" + id).queryAs(ToggleButton.class).isSelected();
    }

    @Test
    void relabellingInvertsZAndLeavesH() {
        oneBatch();
        StepTrace before = trace();
        robot.push(KeyCode.Z);
        until(() -> computed().update() == UpdateMeaning.ADMIT);
        StepTrace after = trace();
        for (int t = 0; t < before.steps(); t++) {
            for (int unit = 0; unit < before.hidden(); unit++) {
                assertThat(after.at(Quantity.UPDATE, t, unit))
                        .isCloseTo(1 - before.at(Quantity.UPDATE, t, unit), within());
                assertThat(after.at(Quantity.STATE, t, unit)).isCloseTo(before.at(Quantity.STATE, t, unit), within());
            }
        }
        assertThat(chosen("admit")).isTrue();
        assertThat(chosen("keep")).isFalse();
        assertThat(text("preset")).isEqualTo("custom");
    }

    private static org.assertj.core.data.Offset<Float> within() {
        return org.assertj.core.data.Offset.offset(1e-6f);
    }

    @Test
    void keepingWeightsChangesTheFunction() {
        oneBatch();
        StepTrace before = trace();
        robot.clickOn("#weights");
        assertThat(model.convention().mode().get()).isEqualTo(SwitchMode.KEEP_WEIGHTS);
        robot.clickOn("#admit");
        until(() -> computed().update() == UpdateMeaning.ADMIT);
        assertThat(trace().of(Quantity.STATE)).isNotEqualTo(before.of(Quantity.STATE));
    }

    /** What the passage costs has one name and one number everywhere, and is new with the first picture after a flip. */
    @Test
    void aFlipThatKeepsTheWeightsChangesThePassagesLossAtOnce() {
        oneBatch();
        robot.clickOn("#weights");
        for (UpdateMeaning meaning : new UpdateMeaning[] {UpdateMeaning.ADMIT, UpdateMeaning.KEEP}) {
            String before = passageLoss();
            assertThat(before).startsWith("passage loss " + Numbers.fixed(loss(), 3));
            robot.push(KeyCode.Z);
            until(() -> computed().update() == meaning);
            assertThat(passageLoss()).isNotEqualTo(before).startsWith("passage loss " + Numbers.fixed(loss(), 3));
        }
        assertThat(text("status-loss")).as("that of the batches stays").isNotEqualTo(Numbers.fixed(loss(), 3));
        robot.push(KeyCode.DIGIT3);
        until(() -> text("outcome-a-loss").equals(Numbers.fixed(loss(), 3)));
    }

    private double loss() {
        return model.snapshot().get().loss();
    }

    private String passageLoss() {
        return robot.lookup("#passage-loss").queryAs(Text.class).getText();
    }

    @Test
    void resetCannotBeRelabelledAndCancelChangesNothing() {
        robot.push(KeyCode.R);
        assertThat(text("no-relabel"))
                .isEqualTo("The reset position cannot be relabelled: no weights make both forms equal.");
        assertThat(text("no-relabel-retrain")).isEqualTo("Retrain from seed 7");
        assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo("no-relabel-cancel");
        robot.push(KeyCode.ESCAPE);
        assertThat(shown("no-relabel-card")).isFalse();
        assertThat(chosen("after")).isTrue();
        assertThat(model.convention().asked().get()).isEqualTo(Convention.PYTORCH);
    }

    @Test
    void resetWithWeightsKept() {
        robot.clickOn("#before");
        assertThat(chosen("after")).isTrue();
        robot.clickOn("#no-relabel-keep");
        until(() -> computed().reset() == ResetPosition.BEFORE);
        assertThat(chosen("before")).isTrue();
        assertThat(shown("no-relabel-card")).isFalse();
    }

    @Test
    void resetRetrainedFromTheSeed() {
        oneBatch();
        robot.clickOn("#before");
        robot.clickOn("#no-relabel-retrain");
        discardIfAsked();
        until(() -> computed().reset() == ResetPosition.BEFORE && running() && batches() > 1);
        assertThat(model.experiment().get().seed()).isEqualTo(7);
    }

    @Test
    void aPresetSetsBothSwitches() {
        robot.push(KeyCode.W);
        robot.clickOn("#preset");
        robot.clickOn("#preset-chung");
        until(() -> computed().equals(new Convention(ResetPosition.BEFORE, UpdateMeaning.ADMIT)));
        assertThat(text("preset")).isEqualTo("Chung et al. 2014");
        robot.push(KeyCode.Z);
        until(() -> computed().update() == UpdateMeaning.KEEP);
        assertThat(text("preset")).isEqualTo("Keras GRU, reset_after=False");
    }
}
