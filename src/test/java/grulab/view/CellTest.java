package grulab.view;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.UpdateMeaning;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellTest extends WindowFixture {
    @TempDir
    Path folder;

    private CellType shownCell() {
        return model.snapshot().get().trace().cell();
    }

    private void choose(CellType cell) {
        robot.clickOn("#cell-" + cell.id());
        until(() -> shownCell() == cell && model.experiment().get().cell() == cell);
    }

    private boolean chosen(CellType cell) {
        return this.<ToggleButton>find("cell-" + cell.id()).isSelected();
    }

    @Test
    void whatIsNotTrainedYetBeginsWithTheOtherCellAtOnceAndEverythingFollows() {
        assertThat(stage.getTitle()).isEqualTo("GRU Lab: GRU, The lighthouse");
        choose(CellType.LSTM);
        assertThat(chosen(CellType.LSTM)).isTrue();
        assertThat(chosen(CellType.GRU)).isFalse();
        for (String lane : new String[] {"map-i", "map-f", "map-g", "map-o", "map-c", "map-h"}) {
            assertThat(shown(lane)).as(lane).isTrue();
        }
        assertThat(shown("map-z")).isFalse();
        assertThat(find("map-f").getAccessibleText()).startsWith("forget f, unit 12, time 16, character");
        // V 53, H 12: four gates of W, U and two biases, and the head
        assertThat(text("parameters")).isEqualTo("3\u2009905");
        assertThat(stage.getTitle()).isEqualTo("GRU Lab: LSTM, The lighthouse");
        oneBatch();
        until(() -> model.sample().get() != null && model.sample().get().batch() == 1);
        choose(CellType.LSTM);
        assertThat(batches()).isEqualTo(1);
    }

    @Test
    void aTrainedModelGoesOnUntilTheOtherCellIsStarted() {
        oneBatch();
        robot.clickOn("#cell-rnn");
        assertThat(shownCell()).isEqualTo(CellType.GRU);
        assertThat(find("cell-rnn").getPseudoClassStates()).contains(Segments.PENDING);
        robot.clickOn("#cell-lstm");
        assertThat(find("cell-lstm").getPseudoClassStates()).contains(Segments.PENDING);
        assertThat(find("cell-rnn").getPseudoClassStates()).doesNotContain(Segments.PENDING);
        assertThat(shown("waiting")).isTrue();
        oneBatch();
        startOver();
        until(() -> shownCell() == CellType.LSTM && batches() == 0);
        assertThat(find("cell-lstm").getPseudoClassStates()).doesNotContain(Segments.PENDING);
        assertThat(shown("waiting")).isFalse();
        assertThat(model.metrics().get().points()).isEmpty();
    }

    @Test
    void aCellWithOneFormHasNothingToSwitch() {
        choose(CellType.RNN);
        assertThat(shown("cell-form")).isTrue();
        assertThat(text("cell-form-name")).isEqualTo("RNN");
        assertThat(text("cell-form-note")).startsWith("One form, nothing to switch.");
        for (String switches : new String[] {"preset", "z-toggle", "r-toggle", "switch-mode"}) {
            assertThat(shown(switches)).as(switches).isFalse();
        }
        robot.push(KeyCode.Z);
        robot.push(KeyCode.R);
        robot.push(KeyCode.W);
        assertThat(shown("no-relabel-card")).isFalse();
        assertThat(model.convention().asked().get()).isEqualTo(Convention.PYTORCH);
        oneBatch();
        robot.push(KeyCode.F11);
        assertThat(text("projector-preset")).isEqualTo("RNN");
        assertThat(shown("projector-z")).isFalse();
        robot.push(KeyCode.ESCAPE);
    }

    @Test
    void theGruIsGivenBackItsSwitchesAsTheyStood() {
        robot.push(KeyCode.Z);
        until(() -> model.snapshot().get().convention().update() == UpdateMeaning.ADMIT);
        double height = find("convention-bar").getLayoutBounds().getHeight();
        choose(CellType.LSTM);
        assertThat(find("convention-bar").getLayoutBounds().getHeight()).isEqualTo(height);
        choose(CellType.GRU);
        assertThat(shown("cell-form")).isFalse();
        assertThat(shown("z-toggle")).isTrue();
        assertThat(model.snapshot().get().convention().update()).isEqualTo(UpdateMeaning.ADMIT);
    }

    @Test
    void theUsualLearningRateGoesWithTheCellAndAnotherStays() {
        choose(CellType.LSTM);
        assertThat(model.experiment().get().learningRate()).isEqualTo(0.012);
        choose(CellType.RNN);
        assertThat(model.experiment().get().learningRate()).isEqualTo(0.006);
        type("field-lr", "0.02");
        robot.push(KeyCode.ENTER);
        choose(CellType.LSTM);
        assertThat(model.experiment().get().learningRate()).isEqualTo(0.02);
    }

    @Test
    void whileAnotherCellIsChosenItsRateDoesNotActOnTheOneThatRuns() {
        oneBatch();
        robot.clickOn("#cell-lstm");
        type("field-clip", "2");
        robot.push(KeyCode.ENTER);
        oneBatch();
        assertThat(model.experiment().get().learningRate()).isEqualTo(0.006);
        assertThat(model.experiment().get().clip()).isEqualTo(1);
        startOver();
        until(() -> shownCell() == CellType.LSTM);
        assertThat(model.experiment().get().learningRate()).isEqualTo(0.012);
        assertThat(model.experiment().get().clip()).isEqualTo(2);
    }

    @Test
    void aSavedLstmIsOpenedAsAnLstm() {
        choose(CellType.LSTM);
        oneBatch();
        float[] c = model.snapshot().get().trace().of(grulab.model.Quantity.CELL);
        Path file = folder.resolve("lstm.grulab");
        robot.interact(() -> model.save(file));
        until(() -> Files.exists(file) && shown("notice"));
        robot.clickOn("#cell-gru");
        startOver();
        until(() -> shownCell() == CellType.GRU);
        robot.interact(() -> model.open(file));
        until(() -> shownCell() == CellType.LSTM && batches() == 1);
        assertThat(chosen(CellType.LSTM)).isTrue();
        assertThat(model.waiting().get()).isFalse();
        assertThat(model.snapshot().get().trace().of(grulab.model.Quantity.CELL))
                .containsExactly(c);
        oneBatch();
    }

    @Test
    void theGradientThatIsShownIsChosenFromAMenuAndRememberedWhileTheCellStays() {
        choose(CellType.LSTM);
        Node bars = find("gradient-bars");
        assertThat(bars.getAccessibleText()).startsWith("Gradient of state h, time 16");
        robot.clickOn("#gradient-quantity");
        robot.clickOn("#gradient-of-forget");
        assertThat(bars.getAccessibleText()).startsWith("Gradient of forget f, time 16");
        oneBatch();
        assertThat(bars.getAccessibleText()).startsWith("Gradient of forget f, time 16");
        robot.clickOn("#cell-gru");
        startOver();
        until(() -> shownCell() == CellType.GRU);
        assertThat(bars.getAccessibleText()).startsWith("Gradient of state h, time 16");
    }

    @Test
    void spaceOpensTheMenuThatHasTheFocusAndDoesNotTrain() {
        robot.interact(() -> find("gradient-quantity").requestFocus());
        // reached by the keyboard, not by a click
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        robot.push(KeyCode.TAB);
        robot.push(KeyCode.SPACE);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER);
        assertThat(find("gradient-bars").getAccessibleText()).startsWith("Gradient of update z");
        assertThat(running()).isFalse();
        assertThat(batches()).isZero();
    }

    @Test
    void whatDoesNotFitIntoMemoryCannotBeStartedAndOneClickSetsWhatDoes() {
        oneBatch();
        until(() -> text("memory").startsWith("needs "));
        robot.interact(() -> {
            model.draft().hidden.text().set("1024");
            model.draft().steps.text().set("512");
            model.draft().batch.text().set("57");
        });
        until(() -> shown("memory-refusal"));
        assertThat(text("memory-refusal")).matches("needs \\d\\.\\d GB, \\d+ MB is free");
        assertThat(find("start-over").isDisabled()).isTrue();
        assertThat(text("fit-hidden")).matches("\\d+ units");
        robot.clickOn("#fit-hidden");
        until(() -> !shown("memory-refusal") && !find("start-over").isDisabled());
        assertThat(model.draft().hidden.value().get()).isBetween(10.0, 1000.0);
        assertThat(model.experiment().get().hidden()).isEqualTo(12);
        oneBatch();
    }
}
