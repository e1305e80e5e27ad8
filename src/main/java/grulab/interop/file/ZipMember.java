package grulab.interop.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * A file in a zip archive, as the archive's directory promises it.
 *
 * @param crc CRC-32 of the content
 * @param packed bytes in the archive
 * @param size bytes of the content
 * @param from where the packed bytes begin
 */
record ZipMember(String name, boolean deflated, long crc, long packed, long size, long from) {

    private static final int CHUNK = 1 << 13;

    /** The content; with the last byte it has shown that length and checksum are as promised, or thrown a ZipException. */
    InputStream open(FileBytes bytes) {
        InputStream stored = bytes.stream(from, packed);
        return new Content(deflated ? new Inflated(stored, packed) : stored);
    }

    private static final class Inflated extends InflaterInputStream {
        Inflated(InputStream in, long packed) {
            super(in, new Inflater(true), (int) Math.max(1, Math.min(packed, CHUNK)));
        }

        @Override
        public void close() throws IOException {
            super.close();
            inf.end();
        }
    }

    private final class Content extends InputStream {
        private final InputStream in;
        private final CRC32 sum = new CRC32();
        private long left = size;

        Content(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (left == 0 || length == 0) {
                return left == 0 ? -1 : 0;
            }
            int got;
            try {
                got = in.read(into, from, (int) Math.min(length, left));
            } catch (ZipException | EOFException e) {
                throw damaged("cannot be unpacked");
            }
            if (got < 0) {
                throw damaged("is shorter than the archive says");
            }
            sum.update(into, from, got);
            left -= got;
            if (left == 0) {
                end();
            }
            return got;
        }

        private void end() throws IOException {
            boolean more;
            try {
                more = in.read() >= 0;
            } catch (ZipException | EOFException e) {
                throw damaged("cannot be unpacked");
            }
            if (more) {
                throw damaged("is longer than the archive says");
            }
            if (sum.getValue() != crc) {
                throw damaged("does not have the checksum that the archive says");
            }
        }

        private ZipException damaged(String how) {
            return new ZipException("entry %s %s; the file is damaged".formatted(ZipNames.shown(name), how));
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
