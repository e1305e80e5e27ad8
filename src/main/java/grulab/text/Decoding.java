package grulab.text;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import grulab.text.UnreadableText.Reason;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/** From the bytes of a file to its text. Nothing is guessed over: a byte that does not fit is a refusal. */
final class Decoding {
    private static final int CHUNK = 1 << 15;
    private static final Set<String> CHINESE = Set.of("GB18030", "GBK", "GB2312", "HZ-GB-2312");

    private Decoding() {}

    static String of(String name, byte[] bytes, LongConsumer charactersSoFar, BooleanSupplier cancelled)
            throws UnreadableText {
        int mark = mark(bytes);
        Charset marked = marked(bytes);
        if (bytes.length == mark) {
            throw TextFile.empty(name);
        }
        if (marked == null && isBinary(bytes)) {
            throw TextFile.refusal(
                    Reason.BINARY, name, "is not a text but binary; choose a text file, for example in UTF-8.");
        }
        Charset first = marked == null ? UTF_8 : marked;
        Attempt attempt = decode(bytes, mark, first, charactersSoFar, cancelled);
        if (attempt.text() == null && marked == null && !attempt.brokenOff()) {
            String found = detect(bytes);
            if (found == null || CHINESE.contains(found)) {
                Attempt chinese = decode(bytes, mark, Charset.forName("GB18030"), charactersSoFar, cancelled);
                boolean likely = found != null || (chinese.text() != null && looksChinese(chinese.text()));
                attempt = likely ? chinese : attempt;
            }
        }
        String text = attempt.text();
        if (text == null) {
            throw TextFile.refusal(Reason.NOT_TEXT, name, attempt.complaint());
        }
        if (isControlled(text)) {
            throw TextFile.refusal(
                    Reason.BINARY, name, "is full of control characters; choose a text file, for example in UTF-8.");
        }
        return text;
    }

    /** Either the text, or the place where it could not be read on. */
    private record Attempt(@Nullable String text, Charset charset, long errorAt, boolean brokenOff) {
        String complaint() {
            if (brokenOff) {
                return "breaks off in the middle of a character at byte %d; it is cut short, so take the whole file."
                        .formatted(errorAt);
            }
            return "is not %s text (byte %d does not fit); save it as UTF-8 and open it again."
                    .formatted(charset.equals(UTF_8) ? "UTF-8" : charset.name(), errorAt);
        }
    }

    private static Attempt decode(
            byte[] bytes, int mark, Charset charset, LongConsumer charactersSoFar, BooleanSupplier cancelled) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, mark, bytes.length - mark);
        CharBuffer out = CharBuffer.allocate(CHUNK);
        StringBuilder text = new StringBuilder(bytes.length - mark);
        long characters = 0;
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            out.flip();
            characters += Character.codePointCount(out, 0, out.length());
            text.append(out);
            out.clear();
            charactersSoFar.accept(characters);
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("reading was cancelled");
            }
            if (result.isError()) {
                boolean brokenOff = in.remaining() == result.length() && isStart(bytes, in.position(), charset);
                return new Attempt(null, charset, in.position(), brokenOff);
            }
            if (result.isUnderflow()) {
                return new Attempt(text.toString(), charset, -1, false);
            }
        }
    }

    /** True if the bytes from here to the end are the start of one character that was cut. */
    private static boolean isStart(byte[] bytes, int at, Charset charset) {
        if (!charset.equals(UTF_8)) {
            return true; // only a lone first half is left over in these
        }
        int lead = bytes[at] & 0xFF;
        int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (lead < 0xC2 || lead > 0xF4 || bytes.length - at >= length) {
            return false;
        }
        // the single lead byte could as well be a letter of another charset, unless this was UTF-8 all along
        for (int i = 0; i < at; i++) {
            if (bytes[i] < 0) {
                return true;
            }
        }
        return bytes.length - at > 1;
    }

    private static @Nullable String detect(byte[] bytes) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes, 0, bytes.length);
        detector.dataEnd();
        return detector.getDetectedCharset();
    }

    /** Length of the byte order mark. */
    private static int mark(byte[] b) {
        if (starts(b, 0xEF, 0xBB, 0xBF)) {
            return 3;
        }
        return marked(b) == null ? 0 : 2;
    }

    /** The charset that a byte order mark names. UTF-32's starts like UTF-16's; its zeros make it binary here. */
    private static @Nullable Charset marked(byte[] b) {
        if (starts(b, 0xEF, 0xBB, 0xBF)) {
            return UTF_8;
        }
        if (starts(b, 0xFE, 0xFF)) {
            return UTF_16BE;
        }
        return starts(b, 0xFF, 0xFE) && !starts(b, 0xFF, 0xFE, 0, 0) ? UTF_16LE : null;
    }

    private static boolean starts(byte[] bytes, int... with) {
        if (bytes.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((bytes[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBinary(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    /** More than one character in a hundred that no text has. */
    private static boolean isControlled(String text) {
        long controls = text.codePoints()
                .filter(p -> p == 0 || (p < ' ' && !Character.isWhitespace(p)) || p == 0xFFFE || p == 0xFFFF)
                .count();
        return controls * 100 > text.length();
    }

    /** For texts too short for statistics: nearly everything beyond ASCII is a common ideograph or its punctuation. */
    private static boolean looksChinese(String text) {
        long foreign = text.codePoints().filter(p -> p >= 0x80).count();
        long chinese = text.codePoints()
                .filter(p ->
                        (p >= 0x4E00 && p <= 0x9FA5) || (p >= 0x3000 && p <= 0x3002) || (p >= 0xFF01 && p <= 0xFF5E))
                .count();
        return chinese > 0 && chinese * 10 >= foreign * 9;
    }
}
