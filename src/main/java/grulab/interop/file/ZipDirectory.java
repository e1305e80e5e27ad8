package grulab.interop.file;

import static java.util.Comparator.comparingLong;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lists a zip archive from its directory, and believes none of it: entries have to lie in the file, apart from each
 * other, and to begin with the name that the directory gives them (APPNOTE 4.3.7 and 4.3.12).
 */
final class ZipDirectory {
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_BYTES = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_BYTES = 30;
    private static final int ENCRYPTED = 1;
    private static final long IN_EXTRA = 0xffffffffL;

    private final FileBytes file;
    private final ZipEnd end;
    private final List<ZipMember> members = new ArrayList<>();

    private ZipDirectory(FileBytes file, ZipEnd end) {
        this.file = file;
        this.end = end;
    }

    /** Files in the archive, in the order of its directory; folders are left out. */
    static List<ZipMember> read(FileBytes file, Limits limits) throws IOException, BadModel {
        ZipDirectory directory = new ZipDirectory(file, ZipEnd.find(file, limits));
        directory.entries();
        return directory.members;
    }

    private void entries() throws IOException, BadModel {
        ByteBuffer bytes = file.at(end.from(), end.bytes(), "the directory");
        List<long[]> taken = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < end.count(); i++) {
            ByteBuffer fixed = next(bytes, ENTRY_BYTES);
            if (fixed.getInt(0) != ENTRY) {
                throw damaged("entry " + (i + 1) + " is none");
            }
            ByteBuffer rawName = next(bytes, fixed.getShort(28) & 0xffff);
            ByteBuffer extra = next(bytes, fixed.getShort(30) & 0xffff);
            next(bytes, fixed.getShort(32) & 0xffff);
            String name = ZipNames.read(rawName.duplicate());
            if (!names.add(name)) {
                throw new BadModel("entry " + ZipNames.shown(name) + " is there twice; each name must be there once");
            }
            taken.add(entry(name, rawName, fixed, extra));
        }
        if (bytes.hasRemaining()) {
            throw damaged("it is longer than its entries");
        }
        apart(taken);
    }

    /** Adds an entry; returns where it begins and ends in the file. */
    private long[] entry(String name, ByteBuffer rawName, ByteBuffer fixed, ByteBuffer extra)
            throws IOException, BadModel {
        int method = fixed.getShort(10) & 0xffff;
        if ((fixed.getShort(8) & ENCRYPTED) != 0) {
            throw new BadModel("entry " + ZipNames.shown(name) + " is encrypted; write the archive with numpy.savez");
        }
        if (method != 0 && method != 8) {
            throw BadModel.of(
                    "entry %s is packed by method %d; use numpy.savez or numpy.savez_compressed",
                    ZipNames.shown(name), method);
        }
        long crc = fixed.getInt(16) & 0xffffffffL;
        // APPNOTE 4.5.3: what does not fit 32 bits follows in this order, and only that
        ByteBuffer large = zip64(extra);
        long size = wide(fixed.getInt(24), large);
        long packed = wide(fixed.getInt(20), large);
        long start = wide(fixed.getInt(42), large);
        if (size < 0 || packed < 0 || start < 0 || (method == 0 && size != packed)) {
            throw damaged("the sizes of entry " + ZipNames.shown(name) + " cannot be");
        }
        ByteBuffer local = file.at(start, LOCAL_BYTES, "entry " + ZipNames.shown(name));
        int nameLength = local.getShort(26) & 0xffff;
        long data = start + LOCAL_BYTES + nameLength + (local.getShort(28) & 0xffff);
        boolean same = local.getInt(0) == LOCAL
                && (local.getShort(8) & 0xffff) == method
                && nameLength == rawName.remaining()
                && file.at(start + LOCAL_BYTES, nameLength, "a name").equals(rawName);
        if (!same) {
            throw damaged("entry " + ZipNames.shown(name) + " is not where it should be");
        }
        if (data > end.from() || packed > end.from() - data) {
            throw damaged("entry " + ZipNames.shown(name) + " is longer than the file");
        }
        if (!name.endsWith("/")) {
            members.add(new ZipMember(name, method == 8, crc, packed, size, data));
        }
        return new long[] {start, data + packed};
    }

    private static void apart(List<long[]> taken) throws BadModel {
        taken.sort(comparingLong(range -> range[0]));
        for (int i = 1; i < taken.size(); i++) {
            if (taken.get(i)[0] < taken.get(i - 1)[1]) {
                throw damaged("two entries lie upon each other");
            }
        }
    }

    /** The extra field with the large sizes, empty if there is none. */
    private static ByteBuffer zip64(ByteBuffer extra) {
        int at = 0;
        while (at + 4 <= extra.limit()) {
            int length = extra.getShort(at + 2) & 0xffff;
            int from = at + 4;
            if (extra.getShort(at) == 1 && from + length <= extra.limit()) {
                return extra.slice(from, length).order(extra.order());
            }
            at = from + length;
        }
        return extra.slice(0, 0);
    }

    private static long wide(int narrow, ByteBuffer large) {
        long value = narrow & 0xffffffffL;
        return value == IN_EXTRA && large.remaining() >= Long.BYTES ? large.getLong() : value;
    }

    private static ByteBuffer next(ByteBuffer bytes, int count) throws BadModel {
        if (count > bytes.remaining()) {
            throw damaged("it ends within an entry");
        }
        ByteBuffer part = bytes.slice(bytes.position(), count).order(bytes.order());
        bytes.position(bytes.position() + count);
        return part;
    }

    private static BadModel damaged(String how) {
        return new BadModel("the directory of the archive is damaged: " + how);
    }
}
