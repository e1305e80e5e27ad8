package grulab.interop.file;

import grulab.model.Array;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An .npz file of NumPy: a zip archive of .npy files, stored or deflated. */
public final class NpzFile implements ArrayFile {
    private static final String NPY = ".npy";
    /** One and the same for every entry, so that the same weights make the same file. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final Path file;
    private final Limits limits;
    private final Map<String, Stored<Place>> arrays;

    private NpzFile(Path file, Limits limits, List<Stored<Place>> arrays) {
        this.file = file;
        this.limits = limits;
        this.arrays = Stored.byName(arrays);
    }

    /** Where the numbers of an array are. */
    private record Place(ZipMember member, NpyHeader header) {}

    /** Reads the directory of the archive and the header of each array. */
    public static NpzFile open(Path file) throws BadModel {
        return open(file, Limits.USUAL);
    }

    /** The same within other limits. */
    static NpzFile open(Path file, Limits limits) throws BadModel {
        return FileBytes.use(file, bytes -> {
            List<Stored<Place>> arrays = new ArrayList<>();
            for (ZipMember member : ZipDirectory.read(bytes, limits)) {
                if (member.name().endsWith(NPY)) {
                    arrays.add(array(bytes, member));
                }
            }
            if (arrays.isEmpty()) {
                throw new BadModel("a zip archive without any .npy; write it with numpy.savez");
            }
            return new NpzFile(file, limits, arrays);
        });
    }

    private static Stored<Place> array(FileBytes bytes, ZipMember member) throws IOException, BadModel {
        String name = member.name().substring(0, member.name().length() - NPY.length());
        try (InputStream in = member.open(bytes)) {
            NpyHeader header = NpyHeader.read(in);
            ArrayEntry entry = header.entry(name);
            long count = Shapes.count(entry);
            long width = header.type().bytes();
            if (width > 0
                    && (count > (Long.MAX_VALUE - header.bytes()) / width
                            || header.bytes() + count * width != member.size())) {
                throw BadModel.of(
                        "has %,d bytes where its shape %s needs another number",
                        member.size() - header.bytes(), Shapes.text(header.shape()));
            }
            return new Stored<>(entry, header.type().name(), new Place(member, header));
        } catch (BadModel e) {
            throw new BadModel("array " + ZipNames.shown(name) + " " + e.getMessage());
        }
    }

    @Override
    public List<ArrayEntry> entries() {
        return arrays.values().stream().map(Stored::entry).toList();
    }

    @Override
    public Array read(String name) throws BadModel {
        return FileBytes.use(file, bytes -> {
            Stored<Place> stored = Stored.readable(arrays, name, limits);
            NpyHeader header = stored.place().header();
            return Numbers.read(
                    () -> {
                        InputStream in = stored.place().member().open(bytes);
                        in.skipNBytes(header.bytes());
                        return in;
                    },
                    stored.entry(),
                    header.type().order(),
                    header.columns());
        });
    }

    /**
     * Writes the arrays in their order, stored, as numpy.savez does; names may contain slashes.
     *
     * @param type F32, to which numbers are rounded, or F64
     */
    public static void write(Path file, Map<String, Array> arrays, ElementType type) throws BadModel {
        PlacedFile.write(file, out -> {
            Stored.checkWritable(arrays, type);
            ZipOutputStream zip = new ZipOutputStream(out);
            for (Map.Entry<String, Array> e : arrays.entrySet()) {
                ZipNames.check(e.getKey());
                CheckedOutputStream sum = new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32());
                npy(e.getValue(), type, sum);
                ZipEntry entry = new ZipEntry(e.getKey() + NPY);
                entry.setMethod(ZipEntry.STORED);
                entry.setTimeLocal(TIME);
                entry.setSize(NpyHeader.written(e.getValue().shape(), type).length
                        + (long) e.getValue().values().length * type.bytes());
                entry.setCrc(sum.getChecksum().getValue());
                zip.putNextEntry(entry);
                npy(e.getValue(), type, zip);
                zip.closeEntry();
            }
            zip.finish();
        });
    }

    private static void npy(Array array, ElementType type, OutputStream out) throws IOException {
        out.write(NpyHeader.written(array.shape(), type));
        Numbers.write(array.values(), type, out);
    }
}
