package grulab.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every limit of a case, shown by limits that a few numbers pass. */
class HostileFileTest {
    private static final CaseLimits USUAL = CaseLimits.USUAL;
    private static final int LENGTH = 400;
    private static final CaseLimits FEW = new CaseLimits(LENGTH, 6, 40, 3, 12, 1, 2, 3, 2, 40);

    @ParameterizedTest
    @ValueSource(strings = {"{\"meta\": ", "{\"x\": ", "{\"weights\": {\"W_ii\": ", "{\"expected\": {\"c\": "})
    void listsInListsAreRefused(String start) {
        assertOneSentence(refusal(start + "[".repeat(7) + "]".repeat(7) + "}", FEW));
    }

    @Test
    void aDepthIsRefusedForItself() {
        assertThat(refusal("{\"meta\": [[[[[[0]]]]]]}", FEW))
                .hasMessageStartingWith("too deep, too long or too much for a case file");
        assertThat(refusal("{\"meta\": [[[[[0]]]]]}", FEW)).hasMessageStartingWith("$.cell is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\": \"", "{\"", "{\"meta\": {\"", "{\"lr\": 1", "{\"x\": [[[0.", "{\"meta\": [0"})
    void aFileIsReadNoFurtherThanItMayBeLong(String start) {
        assertOneSentence(refusal(start + "1".repeat(2 * LENGTH), FEW));
    }

    @Test
    void nothingButZeroBytesIsRefused() {
        assertOneSentence(refusal("\0".repeat(100), FEW));
    }

    @Test
    void aFileThatIsTooLongIsNotEvenOpened(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("long.json"), new byte[LENGTH + 1]);
        BadCase refusal = catchThrowableOfType(BadCase.class, () -> CaseFile.read(file, FEW));
        assertThat(refusal).hasMessage(file + ": 401 bytes are too many; a case file may have 400");
    }

    @Test
    void numbersAreCountedAsTheyAreRead() {
        String most = "{\"x\": [[[" + "0,".repeat(19) + "0]]]}";
        assertThat(refusal(most, FEW)).hasMessageStartingWith("$.cell is missing");
        String more = "{\"x\": [[[" + "0,".repeat(20) + "0]]]}";
        assertThat(refusal(more, FEW))
                .hasMessage("$.x[0][0][20]: too many numbers; a case may hold 40, an array of it half as many");
    }

    @Test
    void namesThatMeanNothingAreCounted() {
        assertThat(refusal("{\"meta\": {\"a\": 0, \"b\": 0, \"c\": 0}}", FEW))
                .hasMessage("$.meta.c: more than 3 names that mean nothing here");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[0.1, 0.2], [0.3, 0.4]] | [[[0]]] | H = 2 hidden units from $.weights.W_hh are too many; a case may have 1",
                "[[0.1]] | [[[0], [0], [0]]] | B = 3 rows in a batch from $.x are too many; a case may have 2",
                "[[0.1]] | [[[0]], [[0]], [[0]], [[0]]] | T = 4 steps from $.x are too many; a case may have 3",
                "[[0.1]] | [[[0, 0, 0]]] | I = 3 inputs from $.x are too many; a case may have 2",
            })
    void sizesHaveTheirLimits(String recurrent, String x, String sentence) {
        assertThat(refusal(rnn("[[0.5]]", recurrent, x), FEW)).hasMessage(sentence);
    }

    @Test
    void theWorkOfAllPassesHasALimit() {
        String steps = "[" + "[[0], [0]],".repeat(2) + "[[0], [0]]]";
        CaseLimits little = new CaseLimits(LENGTH, 6, 40, 3, 12, 1, 2, 3, 2, 11);
        assertThat(refusal(rnn("[[0.5]]", "[[0.1]]", steps), little))
                .hasMessage(
                        "the case is too large: 1e+01 multiplications and 6 numbers a gate; at most 1e+01 and 1e+01");
    }

    @Test
    void theUsualLimitsLetThroughWhatTheLabWrites() {
        assertThat(USUAL.hidden()).isEqualTo(1024);
        assertThat(USUAL.fileBytes()).isEqualTo(142_606_336);
        assertThat(USUAL.depth()).isGreaterThan(FEW.depth());
    }

    private static String rnn(String input, String recurrent, String x) {
        return "{\"cell\":\"rnn\",\"weights\":{\"W_ih\":%s,\"W_hh\":%s},\"x\":%s}".formatted(input, recurrent, x);
    }

    private static BadCase refusal(String json, CaseLimits limits) {
        return catchThrowableOfType(
                BadCase.class,
                () -> CaseFile.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "case", limits));
    }

    private static void assertOneSentence(BadCase refusal) {
        assertThat(refusal.getMessage()).isNotBlank().doesNotContain("\n").hasSizeLessThan(300);
    }
}
