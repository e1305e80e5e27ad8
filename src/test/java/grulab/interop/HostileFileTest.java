package grulab.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileFileTest {
    private static final Duration AT_ONCE = Duration.ofSeconds(20);

    @ParameterizedTest
    @ValueSource(strings = {"{\"meta\": ", "{\"x\": ", "{\"weights\": {\"W_ii\": ", "{\"expected\": {\"c\": "})
    void listsWithoutEndAreRefusedInOneSentence(String start) {
        assertRefused(new Endless(start, "["));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"x\": [[[0", "{\"meta\": [0", "{\"targets\": [[0", "{\"weights\": {\"W_ii\": [0"})
    void numbersWithoutEndAreRefusedInOneSentence(String start) {
        assertRefused(new Endless(start, ",1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\": \"", "{\"", "{\"meta\": {\"", "{\"lr\": 1", "{\"x\": [[[0."})
    void wordsAndDigitsWithoutEndAreRefusedInOneSentence(String start) {
        assertRefused(new Endless(start, "1"));
    }

    @Test
    void nothingButZeroBytesIsRefused() {
        assertRefused(new Endless("", "\0"));
    }

    @Test
    void tenGigabytesAreNotEvenOpened(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("huge.json");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(10L << 30);
        }
        BadCase refusal = catchThrowableOfType(BadCase.class, () -> CaseFile.read(file));
        assertThat(refusal).hasMessage(file + ": 10,737,418,240 bytes are too many; a case file may have 142,606,336");
    }

    @Test
    void sizesThatWouldStopTheMachineAreRefused() {
        String wide = CaseJson.with("[[0.1, 0.2], [0.3, 0.4]]", "[" + "[0],".repeat(1024) + "[0]]");
        assertThat(refusal(wide))
                .hasMessage("H = 1025 hidden units from $.weights.W_hr are too many; a case may have 1024");
        String row = "[" + "0,".repeat(1023) + "0]";
        String square = "[" + (row + ",").repeat(1023) + row + "]";
        String one = "[" + "[0],".repeat(1023) + "[0]]";
        String weights = "\"W_ir\":%1$s,\"W_iz\":%1$s,\"W_in\":%1$s,\"W_hr\":%2$s,\"W_hz\":%2$s,\"W_hn\":%2$s"
                .formatted(one, square);
        String batch = "[" + "[0],".repeat(99) + "[0]]";
        String heavy = "{\"cell\":\"gru\",\"reset\":\"after\",\"update\":\"keep\",\"weights\":{%s},\"x\":[%s]}"
                .formatted(weights, (batch + ",").repeat(99) + batch);
        assertThat(refusal(heavy))
                .hasMessage("the case is too large: 3e+10 multiplications and 1e+07 numbers a gate;"
                        + " at most 1e+11 and 1e+07");
    }

    private static BadCase refusal(String json) {
        return catchThrowableOfType(
                BadCase.class,
                () -> CaseFile.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "case"));
    }

    private static void assertRefused(InputStream in) {
        long start = System.nanoTime();
        BadCase refusal = catchThrowableOfType(BadCase.class, () -> CaseFile.read(in, "case"));
        assertThat(refusal.getMessage()).isNotBlank().doesNotContain("\n").hasSizeLessThan(300);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
    }

    /** A start, then the same piece for ever. */
    private static final class Endless extends InputStream {
        private final byte[] start;
        private final byte[] piece;
        private long at;

        Endless(String start, String piece) {
            this.start = start.getBytes(StandardCharsets.UTF_8);
            this.piece = piece.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            long i = at++;
            return i < start.length ? start[(int) i] : piece[(int) ((i - start.length) % piece.length)];
        }

        @Override
        public int read(byte[] into, int from, int length) {
            for (int i = 0; i < length; i++) {
                into[from + i] = (byte) read();
            }
            return length;
        }
    }
}
