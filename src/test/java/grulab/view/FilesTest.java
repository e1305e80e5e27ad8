package grulab.view;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.presentation.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest extends WindowFixture {
    @TempDir
    Path folder;

    private void open(Path file) {
        robot.interact(() -> model.open(file));
        discardIfAsked();
    }

    @Test
    void aTextOfOnesOwnIsLearned() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.txt"), "the cat sat on the mat. ".repeat(40));
        open(file);
        until(() -> model.experiment().get().corpus().equals("mine.txt"));
        assertThat(text("text-menu")).isEqualTo("mine.txt");
        assertThat(text("text-counts")).isEqualTo("960 chars, 11 kinds");
        oneBatch();
    }

    @Test
    void aFileThatIsNoTextIsSaidInlineAndTheOldTextStays() throws IOException {
        Path file =
                Files.write(folder.resolve("photo.jpg"), new byte[] {(byte) 0xff, (byte) 0xd8, 0, 1, 2, (byte) 0x80});
        open(file);
        until(() -> shown("text-problem"));
        assertThat(text("text-problem")).isEqualTo("photo.jpg is not UTF-8 text. The old text is still in use.");
        assertThat(text("text-menu")).isEqualTo("The lighthouse");
        oneBatch();
    }

    @Test
    void aTextThatIsTooShortSaysHowManyCharactersItNeeds() throws IOException {
        open(Files.writeString(folder.resolve("tiny.txt"), "hello"));
        until(() -> text("text-menu").equals("tiny.txt"));
        assertThat(text("too-short")).isEqualTo("The text needs at least 180 characters.");
        assertThat(find("train").isDisabled()).isTrue();
        assertThat(model.experiment().get().corpus()).isEqualTo("lighthouse");
        robot.interact(() -> model.text().choose("lighthouse"));
        until(() -> !find("train").isDisabled());
    }

    @Test
    void weightsThatAreOpenedGoToTheDiagnosis() {
        Path file = Path.of("src/test/resources/golden/files/st_gru.safetensors");
        robot.interact(() -> window.open(file));
        until(() ->
                shown("diagnosis-back") && model.exchange().weights().chosen().get() != null);
        assertThat(model.workspace().get()).isEqualTo(Workspace.CONVENTIONS);
    }

    @Test
    void aMissingFileIsSaid() {
        open(folder.resolve("gone.txt"));
        until(() -> shown("text-problem"));
        assertThat(text("text-problem")).isEqualTo("gone.txt is not there any more. The old text is still in use.");
    }

    @Test
    void theKeysOfAllProgramsSaveAndOpen() {
        oneBatch();
        Path file = folder.resolve("run.grulab");
        files.answers.add(folder.resolve("run"));
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> Files.exists(file) && shown("notice"));
        oneBatch();
        files.answers.add(file);
        robot.clickOn("#field-hidden");
        robot.push(KeyCode.CONTROL, KeyCode.O);
        discardIfAsked();
        until(() -> batches() == 1);
        robot.push(KeyCode.CONTROL, KeyCode.O);
        assertThat(files.asked).hasSize(3);
        assertThat(batches()).isEqualTo(1);
    }

    @Test
    void aSavedExperimentIsRestored() {
        oneBatch();
        Path file = folder.resolve("run.grulab");
        robot.interact(() -> model.save(file));
        until(() -> Files.exists(file) && shown("notice"));
        assertThat(text("notice-words")).isEqualTo("Saved run.grulab");
        oneBatch();
        type("field-hidden", "33");
        open(file);
        until(() -> batches() == 1);
        until(() -> model.draft().hidden.text().get().equals("12"));
        assertThat(model.waiting().get()).isFalse();
        oneBatch();
    }

    @Test
    void aLabFileThatIsNoneIsSaid() throws IOException {
        open(Files.writeString(folder.resolve("broken.grulab"), "not a lab"));
        until(() -> shown("text-problem"));
        assertThat(text("text-problem")).contains("broken.grulab");
        assertThat(batches()).isZero();
    }
}
