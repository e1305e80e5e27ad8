package grulab.interop.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import grulab.model.Array;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A safetensors file: eight bytes that say how long the header is, the header in JSON, and the numbers. */
public final class SafetensorsFile implements ArrayFile {
    private static final int LENGTH = 8;

    private final Path file;
    private final Limits limits;
    private final long data;
    private final Map<String, Stored<SafetensorsHeader.Extent>> arrays;

    private SafetensorsFile(Path file, Limits limits, long data, List<Stored<SafetensorsHeader.Extent>> arrays) {
        this.file = file;
        this.limits = limits;
        this.data = data;
        this.arrays = Stored.byName(arrays);
    }

    /** Reads the header alone. */
    public static SafetensorsFile open(Path file) throws BadModel {
        return open(file, Limits.USUAL);
    }

    /** The same within other limits. */
    static SafetensorsFile open(Path file, Limits limits) throws BadModel {
        return FileBytes.use(file, bytes -> {
            if (bytes.size() < LENGTH) {
                throw BadModel.of(
                        "%d bytes are no safetensors file; it begins with the length of its header", bytes.size());
            }
            long length = bytes.at(0, LENGTH, "the length").getLong();
            long rest = bytes.size() - LENGTH;
            if (length < 2 || length > rest) {
                throw BadModel.of(
                        "no safetensors file, or one that was cut off: its header should have %s bytes, but %,d follow",
                        Long.toUnsignedString(length), rest);
            }
            if (length > limits.directoryBytes()) {
                throw BadModel.of("a header of %,d bytes is too long; at most %,d", length, limits.directoryBytes());
            }
            String json = text(bytes.at(LENGTH, (int) length, "the header"));
            return new SafetensorsFile(
                    file, limits, LENGTH + length, SafetensorsHeader.read(json, rest - length, limits));
        });
    }

    private static String text(ByteBuffer bytes) throws BadModel {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new BadModel("no safetensors file: its header is not UTF-8");
        }
    }

    @Override
    public List<ArrayEntry> entries() {
        return arrays.values().stream().map(Stored::entry).toList();
    }

    @Override
    public Array read(String name) throws BadModel {
        return FileBytes.use(file, bytes -> {
            Stored<SafetensorsHeader.Extent> stored = Stored.readable(arrays, name, limits);
            return Numbers.read(
                    () -> bytes.stream(data + stored.place().from(), bytes.size()),
                    stored.entry(),
                    ByteOrder.LITTLE_ENDIAN,
                    false);
        });
    }

    /** With the metadata that PyTorch's own functions write, without which some readers refuse a file. */
    public static void write(Path file, Map<String, Array> arrays, ElementType type) throws BadModel {
        write(file, arrays, type, Map.of("format", "pt"));
    }

    /**
     * Writes byte for byte what the safetensors library (0.8) writes: arrays sorted by name, the header filled up with
     * spaces to a multiple of 8.
     *
     * @param type F32, to which numbers are rounded, or F64
     * @param metadata free texts by name; none are written if it is empty
     */
    public static void write(Path file, Map<String, Array> arrays, ElementType type, Map<String, String> metadata)
            throws BadModel {
        Map<String, Array> sorted = new TreeMap<>((a, b) -> Arrays.compareUnsigned(utf8(a), utf8(b)));
        sorted.putAll(arrays);
        PlacedFile.write(file, out -> {
            Stored.checkWritable(arrays, type);
            if (arrays.containsKey(SafetensorsHeader.METADATA)) {
                throw new BadModel("no array may be called " + SafetensorsHeader.METADATA);
            }
            byte[] header = header(sorted, type, metadata);
            int padded = (header.length + LENGTH - 1) / LENGTH * LENGTH;
            byte[] whole = Arrays.copyOf(header, padded);
            Arrays.fill(whole, header.length, padded, (byte) ' ');
            out.write(ByteBuffer.allocate(LENGTH)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(padded)
                    .array());
            out.write(whole);
            for (Array array : sorted.values()) {
                Numbers.write(array.values(), type, out);
            }
        });
    }

    private static byte[] header(Map<String, Array> arrays, ElementType type, Map<String, String> metadata)
            throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(header)) {
            json.writeStartObject();
            if (!metadata.isEmpty()) {
                json.writeObjectFieldStart(SafetensorsHeader.METADATA);
                for (Map.Entry<String, String> e : new TreeMap<>(metadata).entrySet()) {
                    json.writeStringField(e.getKey(), e.getValue());
                }
                json.writeEndObject();
            }
            long at = 0;
            for (Map.Entry<String, Array> e : arrays.entrySet()) {
                json.writeObjectFieldStart(e.getKey());
                json.writeStringField("dtype", type.name());
                list("shape", Arrays.stream(e.getValue().shape()).asLongStream().toArray(), json);
                long end = at + (long) e.getValue().values().length * type.bytes();
                list("data_offsets", new long[] {at, end}, json);
                json.writeEndObject();
                at = end;
            }
            json.writeEndObject();
        }
        return header.toByteArray();
    }

    private static void list(String name, long[] numbers, JsonGenerator json) throws IOException {
        json.writeFieldName(name);
        json.writeArray(numbers, 0, numbers.length);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
