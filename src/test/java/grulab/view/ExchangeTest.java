package grulab.view;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.interop.file.NpzFile;
import grulab.model.CellType;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves the window by a file, and comes in by one. */
class ExchangeTest extends WindowFixture {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/files");

    @TempDir
    Path folder;

    @BeforeEach
    void goToConventions() {
        robot.push(KeyCode.DIGIT3);
        until(() ->
                model.twin().twin().get() != null && !model.twin().computing().get());
    }

    private void export(Path file) {
        export("#export-chosen", file);
    }

    private void export(String item, Path file) {
        files.answers.add(file);
        robot.clickOn("#export").clickOn(item);
        until(() -> shown("exported") && !text("exported-words").startsWith("Writing"));
    }

    private void open(Path file) {
        files.answers.add(file);
        robot.clickOn("#diagnosis-open");
    }

    private void diagnose() {
        robot.clickOn("#diagnose");
        until(() -> shown("diagnosis"));
    }

    @Test
    void weightsAreWrittenWhereTheDialogSaysWithTheEndingOfTheRow() throws Exception {
        robot.clickOn("#framework-keras-before");
        robot.clickOn("#framework-keras");
        export(folder.resolve("mine"));
        assertThat(text("exported-words")).startsWith("mine.safetensors is written for Keras GRU, reset_after=True");
        assertThat(folder.resolve("mine.safetensors")).isNotEmptyFile();
        export(folder.resolve("mine.npz"));
        assertThat(NpzFile.open(folder.resolve("mine.npz")).entries()).isNotEmpty();
        assertThat(files.asked.get(0).getInitialFileName()).isEqualTo("weights.safetensors");
        robot.interact(() -> model.twin()
                .choose(grulab.model.FrameworkRow.byId(CellType.GRU, "onnx-after")
                        .orElseThrow()));
        export(folder.resolve("mine"));
        assertThat(folder.resolve("mine.onnx")).isNotEmptyFile();
    }

    @Test
    void whatCannotBeWrittenIsSaidAndACalledOffDialogSaysNothing() {
        robot.clickOn("#export").clickOn("#export-chosen");
        assertThat(shown("exported")).isFalse();
        export(folder.resolve("mine.npz"));
        assertThat(text("exported-words")).startsWith("Not written: Chung et al. 2014 has the reset gate before U.");
        robot.clickOn("#framework-keras");
        export(folder.resolve("nowhere").resolve("mine.npz"));
        assertThat(text("exported-words")).contains("nowhere");
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @Test
    void whatComputesTheSameIsOfferedWhateverRowWasChosen() {
        export("#export-own", folder.resolve("mine"));
        assertThat(text("exported-words")).startsWith("mine.safetensors is written for PyTorch nn.GRU: every number");
        robot.interact(() -> model.convention().choose(grulab.model.UpdateMeaning.ADMIT));
        until(() -> model.snapshot().get().convention().update() == grulab.model.UpdateMeaning.ADMIT);
        export("#export-own", folder.resolve("other"));
        assertThat(text("exported-words")).startsWith("other.safetensors is written for PyTorch nn.GRU: z relabelled");
    }

    @Test
    void aProgramIsSavedIntoTheFolder() {
        files.answers.add(folder);
        robot.clickOn("#code").clickOn("#code-numpy").moveTo("#code-copy-numpy").clickOn("#code-save-numpy");
        until(() -> shown("code-notice"));
        assertThat(text("code-notice-words")).contains("and its numbers are in");
        assertThat(folder).isDirectoryContaining("glob:**.py");
    }

    @Test
    void aProgramThatCannotBeSavedLeavesTheReason() throws Exception {
        files.answers.add(Files.writeString(folder.resolve("taken"), "no folder"));
        robot.clickOn("#code").clickOn("#code-numpy").moveTo("#code-copy-numpy").clickOn("#code-save-numpy");
        until(() -> shown("code-notice"));
        assertThat(text("code-notice-words")).contains("taken").doesNotContain("and its numbers");
    }

    @Test
    void whatIsExportedAsTheLabsOwnJsonOpensAgain() {
        robot.clickOn("#framework-keras");
        export(folder.resolve("mine.json"));
        diagnose();
        open(folder.resolve("mine.json"));
        until(() -> text("diagnosis-weights").startsWith("mine.json: GRU, I "));
        assertThat(text("diagnosis-problem")).isEmpty();
    }

    @Test
    void aLayerIsChosenAmongSeveralAndWhatCannotBeUsedIsNamed() {
        diagnose();
        robot.clickOn("#diagnosis-own");
        open(GOLDEN.resolve("st_model_2layer_bi.safetensors"));
        until(() -> shown("diagnosis-layers"));
        assertThat(text("diagnosis-weights")).isEqualTo("st_model_2layer_bi.safetensors has 4 layers: choose one.");
        assertThat(text("diagnosis-unsupported")).startsWith("head.bias, head.weight: no part of a recurrent layer");
        robot.clickOn("#diagnosis-run");
        assertThat(text("diagnosis-problem")).startsWith("Choose the weights first");
        robot.clickOn("#diagnosis-layers").clickOn("#diagnosis-layer-3");
        until(() -> text("diagnosis-weights").startsWith("st_model_2layer_bi.safetensors: GRU, I 12"));
        assertThat(text("diagnosis-layers")).isEqualTo("rnn.l1");
        robot.clickOn("#diagnosis-own");
        until(() -> text("diagnosis-weights").startsWith("This experiment"));
        assertThat(shown("diagnosis-layers")).isFalse();
        assertThat(shown("diagnosis-unsupported")).isFalse();
    }

    @Test
    void whatAFileLeavesOpenIsAskedForByButtons() {
        diagnose();
        open(GOLDEN.resolve("npz_gru_nobias.npz"));
        until(() -> shown("diagnosis-before"));
        assertThat(text("diagnosis-notice"))
                .isEqualTo("Nothing in the file tells where the reset gate acts. Which is it?");
        robot.clickOn("#diagnosis-before");
        until(() -> text("diagnosis-weights").endsWith("z keeps, reset before"));
        assertThat(shown("diagnosis-before")).isFalse();
        open(GOLDEN.resolve("torch_state_dict.pt"));
        until(() -> shown("diagnosis-notice"));
        assertThat(text("diagnosis-notice")).contains("pickle");
        assertThat(shown("diagnosis-before")).isFalse();
        assertThat(text("diagnosis-weights")).startsWith("npz_gru_nobias.npz");
    }

    @Test
    void onlyAnLstmIsAskedForItsCellState() {
        diagnose();
        robot.clickOn("#diagnosis-own");
        assertThat(shown("diagnosis-c0")).isFalse();
        open(GOLDEN.resolve("st_lstm.safetensors"));
        until(() -> shown("diagnosis-c0"));
        robot.clickOn("#diagnosis-c0").write("0.5");
        assertThat(model.exchange().diagnosis().startCell().get()).isEqualTo("0.5");
    }

    @Test
    void tabGoesThroughTheDiagnosisFromFirstToLast() {
        diagnose();
        Node back = find("diagnosis-back");
        robot.interact(back::requestFocus);
        for (String next : new String[] {
            "diagnosis-own",
            "diagnosis-open",
            "diagnosis-x",
            "diagnosis-h0",
            "diagnosis-expected",
            "diagnosis-expected-open",
            "diagnosis-run",
            "diagnosis-example"
        }) {
            robot.push(KeyCode.TAB);
            assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo(next);
        }
        assertThat(((TextInputControl) find("diagnosis-x")).getText()).isEmpty();
        assertThat(find("diagnosis-x").getAccessibleText()).isEqualTo("Input x");
    }
}
