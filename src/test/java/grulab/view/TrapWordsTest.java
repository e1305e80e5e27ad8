package grulab.view;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.CellType;
import grulab.model.FrameworkRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrapWordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"conventions", "conventions_zh"})
    void everyTrapOfEveryRowHasASentenceAndNoSentenceIsLeftOver(String bundle) throws IOException {
        Properties words = new Properties();
        try (InputStream in = TrapWordsTest.class.getResourceAsStream("/grulab/view/" + bundle + ".properties");
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        List<String> keys = Arrays.stream(CellType.values())
                .flatMap(cell -> FrameworkRow.of(cell).stream())
                .flatMap(row -> IntStream.rangeClosed(1, row.traps()).mapToObj(row::trapKey))
                .toList();
        assertThat(words.stringPropertyNames().stream().filter(key -> key.startsWith("trap.")))
                .containsExactlyInAnyOrderElementsOf(keys);
    }
}
