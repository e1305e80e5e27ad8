package grulab.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class CaseFileFuzzTest {
    private static final List<String> PIECES = List.of(
            "[",
            "]",
            "{",
            "}",
            ",",
            ":",
            "\"",
            "null",
            "true",
            "NaN",
            "-",
            "1e999",
            "1e-999",
            "0",
            "-0.0",
            "9".repeat(500),
            "\"cell\":\"lstm\",",
            "\"c0\":",
            "\"x\":",
            "\"h\":",
            "\\u0000",
            "\u0000",
            "é",
            "\uFEFF",
            "[[[[",
            "/*",
            "\"gradients\":{");

    /** Whatever happens to a file, it is read, or refused in one sentence; never anything else. */
    @Property(tries = 2000)
    void aDamagedCaseIsReadOrRefused(
            @ForAll("cases") String valid, @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int damages)
            throws IOException {
        byte[] bytes = valid.getBytes(StandardCharsets.UTF_8);
        Random random = new Random(seed);
        for (int i = 0; i < damages; i++) {
            bytes = damaged(bytes, random);
        }
        try {
            assertThat(CaseFile.read(new ByteArrayInputStream(bytes), "case").problem())
                    .isNotNull();
        } catch (BadCase e) {
            assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(400);
            assertThat(e.getMessage().chars()).noneMatch(Character::isISOControl);
        }
    }

    @Provide
    Arbitrary<String> cases() {
        return Arbitraries.of(CaseJson.VALID, CaseJson.LSTM, CaseJson.RNN);
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        List<Byte> all = new ArrayList<>();
        for (byte b : bytes) {
            all.add(b);
        }
        int at = random.nextInt(all.size() + 1);
        int end = Math.min(all.size(), at + random.nextInt(12));
        switch (random.nextInt(5)) {
            case 0 -> all.subList(at, end).clear();
            case 1 -> all.addAll(random.nextInt(all.size() + 1), List.copyOf(all.subList(at, end)));
            case 2 -> all.subList(at, all.size()).clear();
            case 3 -> {
                all.subList(at, end).clear();
                insert(all, at, PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
            }
            default -> insert(all, at, new byte[] {(byte) random.nextInt(256)});
        }
        byte[] result = new byte[all.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = all.get(i);
        }
        return result;
    }

    private static void insert(List<Byte> all, int at, byte[] piece) {
        for (int i = 0; i < piece.length; i++) {
            all.add(at + i, piece[i]);
        }
    }
}
