package grulab.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabPreferencesTest {
    @TempDir
    Path folder;

    @Test
    void choicesAreKept() {
        Path file = folder.resolve("a").resolve("preferences.properties");
        LabPreferences first = LabPreferences.of(file);
        first.chinese(true);
        first.dark().set(true);
        first.reducedMotion().set(true);
        LabPreferences second = LabPreferences.of(file);
        assertThat(second.language().get().getLanguage()).isEqualTo("zh");
        assertThat(second.dark().get()).isTrue();
        assertThat(second.reducedMotion().get()).isTrue();
    }

    @Test
    void aDamagedFileCountsAsEmpty() throws IOException {
        Path file = Files.write(folder.resolve("p"), new byte[] {(byte) 0xff, '\\', 'u', 'x', '='});
        LabPreferences preferences = LabPreferences.of(file);
        assertThat(preferences.dark().get()).isFalse();
    }

    @Test
    void aFolderThatCannotBeWrittenStopsNobody() throws IOException {
        Path file = Files.createFile(folder.resolve("file")).resolve("preferences.properties");
        LabPreferences preferences = LabPreferences.of(file);
        preferences.dark().set(true);
        assertThat(preferences.dark().get()).isTrue();
    }

    @Test
    void passingPreferencesTouchNoFile() {
        LabPreferences preferences = LabPreferences.passing(Locale.CHINA, true);
        assertThat(preferences.language().get()).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        preferences.dark().set(false);
    }
}
