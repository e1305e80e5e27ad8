package grulab.interop.file;

import static grulab.interop.file.Archive.floats;
import static grulab.interop.file.Archive.npy;
import static grulab.interop.file.Archive.npyHeader;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives that promise what they do not hold, or hold what they do not promise. */
class HostileArchiveTest {
    private static final int LOCAL = 0x04034b50;
    private static final int ENTRY = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final byte[] TWO = npy(npyHeader("<f4", "(2,)"), floats(1, 2));

    /** As large as the files of this test. */
    private static final Limits FEW = new Limits(8, 4, 400);

    @TempDir
    Path folder;

    @Test
    void anEntryIsReadOnlyAsFarAsItsShapeSays() throws IOException {
        byte[] packed = deflated(npy(npyHeader("<f4", "(2,)"), new byte[60]));
        int start = npy(npyHeader("<f4", "(2,)"), new byte[0]).length;
        // it says truly how much it holds: then the shape is wrong
        assertThat(refusal(packed, start + 60, 0)).startsWith("array w has 60 bytes where its shape [2]");
        // it says what the shape needs: then more comes than was said
        assertThat(refusal(packed, start + 8, 0))
                .isEqualTo("entry w.npy is longer than the archive says; the file is damaged");
        // it says more than comes
        byte[] most = deflated(npy(npyHeader("<f8", "(8,)"), new byte[24]));
        assertThat(refusal(most, npy(npyHeader("<f8", "(8,)"), new byte[0]).length + 64, 0))
                .isEqualTo("entry w.npy is shorter than the archive says; the file is damaged");
    }

    @Test
    void anArrayMayHaveAsManyNumbersAsTheLimitSays() throws IOException {
        byte[] nine = new Archive()
                .with("w.npy", npy(npyHeader("<f4", "(9,)"), new byte[36]))
                .bytes();
        assertThat(refused(nine)).isEqualTo("array w of shape [9] is too large; an array may have 8 numbers");
    }

    @Test
    void aWrongSumIsFoundAtTheEnd() throws IOException {
        byte[] whole = npy(npyHeader("<f8", "(8,)"), new byte[64]);
        assertThat(refusal(deflated(whole), whole.length, 1))
                .isEqualTo("entry w.npy does not have the checksum that the archive says; the file is damaged");
    }

    @Test
    void anArchiveInAnArchiveIsNoArray() throws IOException {
        byte[] inner = new Archive().with("w.npy", TWO).bytes();
        assertThat(refused(new Archive().with("w.npy", inner).bytes())).isEqualTo("array w is no .npy file");
    }

    @Test
    void tooManyEntriesAreNotEvenCounted() throws IOException {
        Archive archive = new Archive();
        for (int i = 0; i < 5; i++) {
            archive.with(i + ".npy", new byte[0]);
        }
        assertThat(refused(archive.bytes()))
                .isEqualTo("the archive has too many entries: 5 in 255 bytes; at most 4 in 400");
        Archive most = new Archive();
        for (int i = 0; i < 4; i++) {
            most.with(i + ".npy", i < 3 ? TWO : new byte[3]);
        }
        assertThat(refused(most.bytes())).isEqualTo("array 3 is no .npy file");
        byte[] named = new Archive().with("w".repeat(400) + ".npy", TWO).bytes();
        assertThat(refused(named)).startsWith("the archive has too many entries: 1 in 4");
    }

    @Test
    void aDirectoryIsNotBelieved() throws IOException {
        assertThat(mended(END, 10, 2, 0x7fff)).startsWith("the archive has too many entries");
        assertThat(mended(END, 10, 2, 2)).startsWith("the directory of the archive is damaged");
        assertThat(mended(END, 10, 2, 0)).startsWith("the directory of the archive is damaged");
        assertThat(mended(END, 12, 4, 0x7fffffff)).startsWith("the archive has too many entries");
        assertThat(mended(END, 12, 4, 1)).startsWith("the directory of the archive is not where its end says");
        assertThat(mended(END, 16, 4, -1)).startsWith("the directory of the archive is not where its end says");
        assertThat(mended(END, 4, 2, 1)).startsWith("an archive in several parts");
        assertThat(mended(END, 20, 2, 1)).startsWith("no zip archive");
        assertThat(mended(ENTRY, 0, 4, 0)).isEqualTo("the directory of the archive is damaged: entry 1 is none");
        assertThat(mended(ENTRY, 8, 2, 1)).isEqualTo("entry w.npy is encrypted; write the archive with numpy.savez");
        assertThat(mended(ENTRY, 10, 2, 14))
                .isEqualTo("entry w.npy is packed by method 14; use numpy.savez or numpy.savez_compressed");
        assertThat(mended(ENTRY, 16, 4, 7))
                .isEqualTo("entry w.npy does not have the checksum that the archive says; the file is damaged");
        assertThat(mended(ENTRY, 20, 4, 0x7fffffff)).endsWith("entry w.npy is longer than the file");
        assertThat(mended(ENTRY, 24, 4, 0x7fffffff)).startsWith("array w has 2,147,483,");
        assertThat(mended(ENTRY, 28, 2, 0xffff)).endsWith("it ends within an entry");
        assertThat(mended(ENTRY, 42, 4, 1)).endsWith("entry w.npy is not where it should be");
        assertThat(mended(ENTRY, 42, 4, -2)).startsWith("the file ends within entry w.npy");
        assertThat(mended(LOCAL, 30, 1, 'v')).endsWith("entry w.npy is not where it should be");
        assertThat(mended(LOCAL, 26, 2, 0xffff)).endsWith("entry w.npy is not where it should be");
        assertThat(mended(LOCAL, 28, 2, 0xffff)).endsWith("entry w.npy is longer than the file");
    }

    @Test
    void twoEntriesOfOneNameAreRefused() throws IOException {
        byte[] twice = new Archive().with("w.npy", TWO).with("v.npy", TWO).bytes();
        assertThat(refused(replaced(twice, "v.npy", "w.npy")))
                .isEqualTo("entry w.npy is there twice; each name must be there once");
    }

    /** A whole archive stored as w.npy, whose one entry the outer directory names too: the same bytes counted twice. */
    @Test
    void entriesThatLieInEachOtherAreRefused() throws IOException {
        byte[] inner = new Archive().with("v.npy", TWO).bytes();
        int start = 30 + 5;
        int entry = find(inner, ENTRY, 0);
        int end = find(inner, END, 0);
        ByteBuffer zip = ByteBuffer.allocate(2 * inner.length + 200).order(ByteOrder.LITTLE_ENDIAN);
        byte[] name = "w.npy".getBytes(StandardCharsets.UTF_8);
        zip.putInt(0, LOCAL).putShort(26, (short) name.length).position(30);
        zip.put(name).put(inner);
        int directory = zip.position();
        zip.putInt(directory, ENTRY).putInt(directory + 20, inner.length).putInt(directory + 24, inner.length);
        zip.putShort(directory + 28, (short) name.length).position(directory + 46);
        zip.put(name);
        int second = zip.position();
        zip.put(inner, entry, end - entry).putInt(second + 42, start);
        int length = zip.position() - directory;
        zip.putInt(END)
                .putInt(0)
                .putShort((short) 2)
                .putShort((short) 2)
                .putInt(length)
                .putInt(directory);
        zip.putShort((short) 0);
        assertThat(refused(Arrays.copyOf(zip.array(), zip.position())))
                .isEqualTo("the directory of the archive is damaged: two entries lie upon each other");
    }

    @Test
    void bytesThatCannotBeUnpackedAreRefused() throws IOException {
        UnaryOperator<byte[]> noise = bytes -> {
            bytes[0] = 7;
            return bytes;
        };
        assertThat(refusal(noise.apply(new byte[50]), 100, 0))
                .isEqualTo("entry w.npy cannot be unpacked; the file is damaged");
    }

    /** One number of a good archive changed: {@code bytes} of it, behind the first record of a kind. */
    private String mended(int signature, int at, int bytes, int value) throws IOException {
        ByteBuffer archive =
                ByteBuffer.wrap(new Archive().with("w.npy", TWO).bytes()).order(ByteOrder.LITTLE_ENDIAN);
        int place = find(archive.array(), signature, 0) + at;
        for (int i = 0; i < bytes; i++) {
            archive.put(place + i, (byte) (value >> (8 * i)));
        }
        return refused(archive.array());
    }

    private static int find(byte[] bytes, int signature, int number) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int found = 0;
        for (int i = 0; i <= bytes.length - 4; i++) {
            if (buffer.getInt(i) == signature && found++ == number) {
                return i;
            }
        }
        throw new AssertionError("no such record");
    }

    private static byte[] replaced(byte[] bytes, String from, String to) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] deflated(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(packed, new Deflater(9, true))) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    /** An archive of one deflated entry, of which it says anything. */
    private String refusal(byte[] deflated, int size, int crc) throws IOException {
        byte[] name = "w.npy".getBytes(StandardCharsets.UTF_8);
        ByteBuffer zip = ByteBuffer.allocate(deflated.length + 200).order(ByteOrder.LITTLE_ENDIAN);
        zip.putInt(LOCAL)
                .putShort((short) 45)
                .putShort((short) 0)
                .putShort((short) 8)
                .putInt(0);
        zip.putInt(crc).putInt(deflated.length).putInt(size);
        zip.putShort((short) name.length).putShort((short) 0).put(name).put(deflated);
        int directory = zip.position();
        zip.putInt(ENTRY)
                .putShort((short) 45)
                .putShort((short) 45)
                .putShort((short) 0)
                .putShort((short) 8)
                .putInt(0);
        zip.putInt(crc).putInt(deflated.length).putInt(size);
        zip.putShort((short) name.length).putShort((short) 0).putShort((short) 0);
        zip.putShort((short) 0).putShort((short) 0).putInt(0).putInt(0).put(name);
        int length = zip.position() - directory;
        zip.putInt(END)
                .putInt(0)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(length)
                .putInt(directory);
        zip.putShort((short) 0);
        byte[] bytes = new byte[zip.position()];
        zip.flip().get(bytes);
        return refused(bytes);
    }

    private String refused(byte[] bytes) throws IOException {
        return Cost.ofRefusal(
                Files.write(folder.resolve("x.npz"), bytes), path -> Cost.everything(NpzFile.open(path, FEW)));
    }
}
