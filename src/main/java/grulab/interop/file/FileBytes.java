package grulab.interop.file;

import grulab.interop.JsonPlace;
import grulab.interop.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipException;

/** The bytes of a file, asked for at any place, within the file or refused. It is open only while it is used. */
public final class FileBytes {
    private final FileChannel channel;
    private final long size;

    private FileBytes(FileChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    /** Opens a file and closes it again; what is wrong with it is said in one sentence that begins with its name. */
    public static <T> T use(Path file, Use<T> use) throws BadModel {
        String name = shown(file);
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw BadModel.of(
                        "this is %s; a model file is needed",
                        Files.isDirectory(file) ? "a folder" : "a device or a pipe");
            }
            try (FileChannel channel = FileChannel.open(file)) {
                return use.of(new FileBytes(channel));
            }
        } catch (BadModel e) {
            throw e.in(name);
        } catch (ZipException e) {
            throw new BadModel(name + ": " + e.getMessage());
        } catch (IOException e) {
            throw new BadModel(name + ": " + Unreadable.because(e));
        }
    }

    /** The name of a file as sentences about it begin. */
    static String shown(Path file) {
        return JsonPlace.quoted(file.toString());
    }

    public long size() {
        return size;
    }

    /**
     * Bytes in little-endian order.
     *
     * @param what they are, for the sentence if the file ends before they do
     */
    public ByteBuffer at(long from, int count, String what) throws IOException, BadModel {
        if (from < 0 || from > size - count) {
            throw cutOff(what);
        }
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw cutOff(what);
            }
        }
        return bytes.flip();
    }

    /** Up to that many bytes, fewer where the file ends. */
    public InputStream stream(long from, long count) {
        return new Part(from, from + Math.min(size - from, count));
    }

    private static BadModel cutOff(String what) {
        return new BadModel("the file ends within " + what + "; it was cut off, copy it again");
    }

    /** What is done with a file while it is open. */
    public interface Use<T> {
        T of(FileBytes bytes) throws IOException, BadModel;
    }

    private final class Part extends InputStream {
        private final long end;
        private long at;

        Part(long from, long end) {
            this.at = from;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            Objects.checkFromIndexSize(from, length, into.length);
            if (at >= end) {
                return -1;
            }
            int got = channel.read(ByteBuffer.wrap(into, from, (int) Math.min(length, end - at)), at);
            at += Math.max(got, 0);
            return got;
        }
    }
}
