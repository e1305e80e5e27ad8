package grulab.interop.file;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Where the directory of a zip archive lies, as the record at the archive's end says (APPNOTE 4.3.14 to 4.3.16).
 *
 * @param count of entries
 */
record ZipEnd(long from, int bytes, int count) {
    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int END_BYTES = 22;
    private static final int LOCATOR_BYTES = 20;
    private static final int END_64_BYTES = 56;
    private static final int LONGEST_COMMENT = 0xffff;

    static ZipEnd find(FileBytes file, Limits limits) throws IOException, BadModel {
        int tail = (int) Math.min(file.size(), END_BYTES + LONGEST_COMMENT);
        long start = file.size() - tail;
        ByteBuffer bytes = file.at(start, tail, "the end of the archive");
        for (int i = tail - END_BYTES; i >= 0; i--) {
            if (bytes.getInt(i) == END && (bytes.getShort(i + 20) & 0xffff) == tail - END_BYTES - i) {
                return read(file, start + i, bytes, i, limits);
            }
        }
        throw new BadModel("no zip archive, or one that was cut off: there is no directory at its end");
    }

    private static ZipEnd read(FileBytes file, long end, ByteBuffer bytes, int at, Limits limits)
            throws IOException, BadModel {
        int disk = bytes.getShort(at + 4) & 0xffff;
        long count = bytes.getShort(at + 10) & 0xffff;
        long size = bytes.getInt(at + 12) & 0xffffffffL;
        long from = bytes.getInt(at + 16) & 0xffffffffL;
        long behind = end;
        if (end >= LOCATOR_BYTES) {
            ByteBuffer locator = file.at(end - LOCATOR_BYTES, LOCATOR_BYTES, "the archive");
            if (locator.getInt(0) == LOCATOR_64) {
                behind = locator.getLong(8);
                ByteBuffer large = file.at(behind, END_64_BYTES, "the directory");
                if (large.getInt(0) != END_64) {
                    throw inconsistent();
                }
                count = large.getLong(32);
                size = large.getLong(40);
                from = large.getLong(48);
            }
        }
        if (disk != 0 && disk != 0xffff) {
            throw new BadModel("an archive in several parts; one file is needed");
        }
        if (size > limits.directoryBytes() || count > limits.arrays()) {
            throw BadModel.of(
                    "the archive has too many entries: %s in %s bytes; at most %,d in %,d",
                    Long.toUnsignedString(count),
                    Long.toUnsignedString(size),
                    limits.arrays(),
                    limits.directoryBytes());
        }
        if (count < 0 || size < 0 || from < 0 || from != behind - size) {
            throw inconsistent();
        }
        return new ZipEnd(from, (int) size, (int) count);
    }

    private static BadModel inconsistent() {
        return new BadModel("the directory of the archive is not where its end says; the file is damaged");
    }
}
