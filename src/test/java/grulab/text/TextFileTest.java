package grulab.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import grulab.text.UnreadableText.Reason;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextFileTest {
    private static final String CHINESE = Corpora.load("tea-mountain").text().substring(0, 3000);
    private static final Charset GB18030 = Charset.forName("GB18030");

    @TempDir
    Path folder;

    @Test
    void readsUtf8WithAndWithoutMark() throws Exception {
        assertThat(read(CHINESE.getBytes(UTF_8))).isEqualTo(CHINESE);
        assertThat(read(("\uFEFF" + CHINESE).getBytes(UTF_8))).isEqualTo(CHINESE);
        assertThat(read("naïve café 😀 — “yes”".getBytes(UTF_8))).isEqualTo("naïve café 😀 — “yes”");
    }

    @Test
    void readsUtf16ByItsMark() throws Exception {
        String text = "\uFEFFzwölf 茶山 😀\r\nline";
        assertThat(read(text.getBytes(UTF_16LE))).isEqualTo("zwölf 茶山 😀\nline");
        assertThat(read(text.getBytes(UTF_16BE))).isEqualTo("zwölf 茶山 😀\nline");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB18030", "GBK", "GB2312"})
    void readsChineseNationalCharsets(String charset) throws Exception {
        assertThat(read(CHINESE.getBytes(Charset.forName(charset)))).isEqualTo(CHINESE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"春天，山是绿的。夏天，山也是绿的。", "第一章\n南边有一座山，山上都是茶树，大家叫它茶山。"})
    void readsShortChineseToo(String text) throws Exception {
        assertThat(read(text.getBytes(GB18030))).isEqualTo(text);
    }

    @Test
    void readsFourByteCharactersOfGb18030() throws Exception {
        String text = CHINESE + "𠮷野家 😀";
        assertThat(read(text.getBytes(GB18030))).isEqualTo(text);
    }

    @Test
    void endsOfLinesBecomeOne() throws Exception {
        assertThat(read("a\r\nb\rc\nd\r\n\r\n".getBytes(UTF_8))).isEqualTo("a\nb\nc\nd\n\n");
    }

    @Test
    void nameIsTheFilesWithoutItsFolder() throws Exception {
        Path file = Files.writeString(folder.resolve("my story.txt"), "once upon a time");
        assertThat(TextFile.read(file)).isEqualTo(new Corpus("my story.txt", "once upon a time"));
    }

    @Test
    void refusesWhatIsMissingOrAFolder() {
        refused(folder.resolve("none.txt"), Reason.MISSING, "none.txt does not exist; choose a text file.");
        refused(folder, Reason.DIRECTORY, folder.getFileName() + " is a folder; choose a text file.");
    }

    @Test
    void refusesEmptyFiles() throws Exception {
        refused(file(new byte[0]), Reason.EMPTY, "story.txt is empty; choose a file with some text in it.");
        refused(
                file("\uFEFF".getBytes(UTF_8)),
                Reason.EMPTY,
                "story.txt is empty; choose a file with some text in it.");
    }

    @Test
    void refusesAHugeFileBeforeReadingIt() throws Exception {
        Path file = folder.resolve("huge.txt");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(TextFile.LARGEST + 1);
        }
        AtomicInteger asked = new AtomicInteger();
        assertThatThrownBy(() -> TextFile.read(file, n -> {}, () -> asked.incrementAndGet() > 0))
                .isInstanceOfSatisfying(
                        UnreadableText.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE))
                .hasMessage("huge.txt is larger than 64 MB; choose a shorter text or a part of this one.");
        assertThat(asked).hasValue(0);
    }

    @Test
    void refusesBinary() throws Exception {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
        refused(
                file(png),
                Reason.BINARY,
                "story.txt is not a text but binary; choose a text file, for example in UTF-8.");
        byte[] noise = new byte[5000];
        new Random(1).nextBytes(noise);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = noise[i] == 0 ? 1 : noise[i];
        }
        UnreadableText refusal = catchThrowableOfType(UnreadableText.class, () -> TextFile.read(file(noise)));
        assertThat(refusal.reason()).isIn(Reason.BINARY, Reason.NOT_TEXT);
        byte[] controls = "\u0001\u0002\u0003text".repeat(50).getBytes(UTF_8);
        assertThat(catchThrowableOfType(UnreadableText.class, () -> TextFile.read(file(controls)))
                        .reason())
                .isEqualTo(Reason.BINARY);
    }

    @Test
    void refusesUtf32() throws Exception {
        UnreadableText refusal = catchThrowableOfType(
                UnreadableText.class, () -> TextFile.read(file("\uFEFFabc".getBytes(Charset.forName("UTF-32LE")))));
        assertThat(refusal.reason()).isEqualTo(Reason.BINARY);
    }

    @Test
    void refusesUtf8ThatBreaksOffAndSaysWhere() throws Exception {
        byte[] whole = "茶".repeat(100).getBytes(UTF_8);
        for (int cut = 1; cut <= 2; cut++) {
            refused(
                    file(Arrays.copyOf(whole, whole.length - cut)),
                    Reason.NOT_TEXT,
                    "story.txt breaks off in the middle of a character at byte 297; it is cut short, so take the whole"
                            + " file.");
        }
    }

    @Test
    void refusesDamagedUtf8() throws Exception {
        byte[] bytes = CHINESE.getBytes(UTF_8);
        bytes[1500] = 'x';
        UnreadableText refusal = catchThrowableOfType(UnreadableText.class, () -> TextFile.read(file(bytes)));
        assertThat(refusal.reason()).isEqualTo(Reason.NOT_TEXT);
        assertThat(refusal).hasMessageContaining("story.txt is not UTF-8 text (byte 1");
    }

    @ParameterizedTest
    @CsvSource({
        "ISO-8859-1, 'Er fährt übermütig über die größte Brücke, und das Mädchen läuft hinterher. Schöne Grüße!'",
        "Shift_JIS, '吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。'",
        "EUC-KR, '나는 고양이로소이다. 이름은 아직 없다. 어디서 태어났는지 도무지 짐작이 가지 않는다.'",
        "windows-1251, 'Все счастливые семьи похожи друг на друга, каждая несчастливая семья несчастлива по-своему.'"
    })
    void refusesOtherCharsetsRatherThanGuess(String charset, String text) throws Exception {
        UnreadableText refusal = catchThrowableOfType(
                UnreadableText.class, () -> TextFile.read(file(text.getBytes(Charset.forName(charset)))));
        assertThat(refusal).as(charset).isNotNull();
        assertThat(refusal.reason()).isEqualTo(Reason.NOT_TEXT);
        assertThat(refusal).hasMessageEndingWith("save it as UTF-8 and open it again.");
    }

    @Test
    void tellsHowFarItIsAndStopsWhenAsked() throws Exception {
        Path file = file("茶".repeat(200_000).getBytes(UTF_8));
        List<Long> counts = new ArrayList<>();
        TextFile.read(file, counts::add, () -> false);
        assertThat(counts).isSorted().hasSizeGreaterThan(3).endsWith(200_000L);

        counts.clear();
        assertThatThrownBy(() -> TextFile.read(file, counts::add, () -> counts.size() == 2))
                .isInstanceOf(CancellationException.class);
        assertThat(counts).hasSize(2);
    }

    @Test
    void asciiAndLatinAreNotConfusedWithChinese() throws Exception {
        assertThat(read("plain".getBytes(ISO_8859_1))).isEqualTo("plain");
        assertThat(catchThrowableOfType(UnreadableText.class, () -> TextFile.read(file("café".getBytes(ISO_8859_1)))))
                .isNotNull();
    }

    private String read(byte[] bytes) throws IOException, UnreadableText {
        return TextFile.read(file(bytes)).text();
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("story.txt"), bytes);
    }

    private static void refused(Path file, Reason reason, String sentence) {
        UnreadableText refusal = catchThrowableOfType(UnreadableText.class, () -> TextFile.read(file));
        assertThat(refusal).as(sentence).isNotNull().hasMessage(sentence);
        assertThat(refusal.reason()).isEqualTo(reason);
    }
}
