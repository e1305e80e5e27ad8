package grulab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    Path folder;

    @Test
    void whatIsNotCommittedLeavesTheOldFileAndNothingBeside() throws IOException {
        Path target = Files.writeString(folder.resolve("a.csv"), "old");
        try (WholeFile file = new WholeFile(target)) {
            file.writer().write("half of the ne");
        }
        assertThat(target).hasContent("old");
        assertThat(folder).isDirectoryNotContaining(p -> p.toString().endsWith(".part"));
    }

    @Test
    void theOldFileStandsUntilTheNewOneIsWhole() throws IOException {
        Path target = Files.writeString(folder.resolve("a.csv"), "old");
        try (WholeFile file = new WholeFile(target)) {
            file.writer().write("new");
            assertThat(target).hasContent("old");
            file.commit();
        }
        assertThat(target).hasContent("new");
        assertThat(folder).isDirectoryNotContaining(p -> p.toString().endsWith(".part"));
    }
}
