package grulab.text;

import grulab.text.UnreadableText.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/** A text in a file of one's own. */
public final class TextFile {
    /** Largest file that is read, bytes: 64 MB. */
    public static final long LARGEST = 64L << 20;

    private static final int CHUNK = 1 << 16;

    private TextFile() {}

    /** Reads a file without telling anybody. */
    public static Corpus read(Path file) throws UnreadableText {
        return read(file, soFar -> {}, () -> false);
    }

    /**
     * Reads a text in UTF-8 (with or without byte order mark), UTF-16 with byte order mark, or GB18030 (and so GBK
     * and GB2312). Ends of lines become \n.
     *
     * @param charactersSoFar told now and then how many characters have been read
     * @param cancelled asked now and then
     * @throws UnreadableText if the file is none of these, or too large
     * @throws CancellationException if it was cancelled
     */
    public static Corpus read(Path file, LongConsumer charactersSoFar, BooleanSupplier cancelled)
            throws UnreadableText {
        Path leaf = file.getFileName();
        String name = leaf == null ? file.toString() : leaf.toString();
        byte[] bytes = bytes(file, name, cancelled);
        return new Corpus(name, Lines.normalized(Decoding.of(name, bytes, charactersSoFar, cancelled)));
    }

    private static byte[] bytes(Path file, String name, BooleanSupplier cancelled) throws UnreadableText {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                String what = attributes.isDirectory() ? "a folder" : "not a file";
                throw refusal(Reason.DIRECTORY, name, "is " + what + "; choose a text file.");
            }
            if (attributes.size() > LARGEST) {
                throw tooLarge(name);
            }
            if (attributes.size() == 0) {
                throw empty(name);
            }
            ByteArrayOutputStream all = new ByteArrayOutputStream((int) attributes.size());
            byte[] chunk = new byte[CHUNK];
            try (InputStream in = Files.newInputStream(file)) {
                for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                    if (cancelled.getAsBoolean()) {
                        throw new CancellationException("reading was cancelled");
                    }
                    all.write(chunk, 0, n);
                    if (all.size() > LARGEST) {
                        throw tooLarge(name); // it grew while it was read
                    }
                }
            }
            return all.toByteArray();
        } catch (NoSuchFileException e) {
            throw refusal(Reason.MISSING, name, "does not exist; choose a text file.");
        } catch (IOException e) {
            throw refusal(
                    Reason.UNREADABLE, name, "cannot be read; check that you may open it and that its disk is there.");
        }
    }

    static UnreadableText refusal(Reason reason, String name, String what) {
        return new UnreadableText(reason, name, name + " " + what);
    }

    static UnreadableText empty(String name) {
        return refusal(Reason.EMPTY, name, "is empty; choose a file with some text in it.");
    }

    private static UnreadableText tooLarge(String name) {
        return refusal(Reason.TOO_LARGE, name, "is larger than 64 MB; choose a shorter text or a part of this one.");
    }
}
