package grulab.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import grulab.engine.train.TrainerState;
import grulab.model.BatchSource;
import grulab.model.Experiment;
import grulab.text.Corpus;
import grulab.text.TextFile;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The .grulab file: a zip of lab.json (settings, numbers, metrics), text.txt (UTF-8) and arrays.f32 (big-endian
 * float32, one array after the other as lab.json lists them). The zip's checksums show damage.
 */
public final class LabFile {
    private static final int FORMAT = 1;
    private static final String HEAD = "lab.json";
    private static final String TEXT = "text.txt";
    private static final String ARRAYS = "arrays.f32";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private LabFile() {}

    private record Head(
            int format,
            Experiment experiment,
            long batch,
            int epoch,
            long updates,
            double seconds,
            BatchSource.Position position,
            int watched,
            long sampleRandom,
            boolean altered,
            String textName,
            Map<String, Integer> arrays,
            MetricLog.Kept metrics,
            Map<String, String> place) {}

    /** Writes beside the file and moves it into place, so that no reader ever sees half of it. */
    public static void write(Path file, SavedLab lab) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path beside = absolute.resolveSibling(absolute.getFileName() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(
                            beside,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE);
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                write(zip, lab);
            }
            move(beside, absolute);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void write(ZipOutputStream zip, SavedLab lab) throws IOException {
        TrainerState state = lab.state();
        Map<String, float[]> arrays = new TreeMap<>(state.arrays());
        Map<String, Integer> sizes = new LinkedHashMap<>();
        arrays.forEach((name, values) -> sizes.put(name, values.length));
        Head head = new Head(
                FORMAT,
                state.experiment(),
                state.batch(),
                state.epoch(),
                state.updates(),
                state.seconds(),
                state.source(),
                lab.watched(),
                lab.sampleRandom(),
                lab.altered(),
                lab.corpus().name(),
                sizes,
                lab.metrics(),
                new TreeMap<>(lab.place()));
        zip.putNextEntry(new ZipEntry(HEAD));
        zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(head));
        zip.putNextEntry(new ZipEntry(TEXT));
        zip.write(lab.corpus().text().getBytes(StandardCharsets.UTF_8));
        zip.putNextEntry(new ZipEntry(ARRAYS));
        DataOutputStream numbers = new DataOutputStream(zip);
        for (float[] values : arrays.values()) {
            ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
            bytes.asFloatBuffer().put(values);
            numbers.write(bytes.array());
        }
        numbers.flush();
        zip.closeEntry();
    }

    /**
     * Reads a whole lab.
     *
     * @throws UnreadableLab if it is not there, no lab file, damaged, or made by a later version
     */
    public static SavedLab read(Path file) throws UnreadableLab {
        Path leaf = file.getFileName();
        String name = leaf == null ? file.toString() : leaf.toString();
        if (Files.isDirectory(file)) {
            throw new UnreadableLab(name + " is a folder; choose a .grulab file.", new IOException(name));
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return read(zip);
        } catch (NoSuchFileException e) {
            throw new UnreadableLab(name + " does not exist; choose a .grulab file.", e);
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableLab(
                    "%s is no whole lab file (%s); choose a .grulab file that the lab saved."
                            .formatted(name, reason(e)),
                    e);
        }
    }

    private static String reason(Exception e) {
        if (e instanceof JsonProcessingException json) {
            return HEAD + ": " + json.getOriginalMessage();
        }
        return e.getMessage() == null ? "damaged" : e.getMessage();
    }

    private static SavedLab read(ZipFile zip) throws IOException {
        JsonNode written = JSON.readTree(bytes(zip, HEAD, 64L << 20));
        if (!(written instanceof ObjectNode object)) {
            throw new IllegalArgumentException(HEAD + " is no object");
        }
        // files made before these were kept do not say
        if (!object.has("place")) {
            object.putObject("place");
        }
        if (!object.has("altered")) {
            object.put("altered", false);
        }
        Head head = JSON.treeToValue(written, Head.class);
        if (head.format != FORMAT) {
            throw new IllegalArgumentException(
                    "it has format %d and this version reads %d".formatted(head.format, FORMAT));
        }
        long size = 0;
        for (int length : head.arrays.values()) {
            if (length < 0) {
                throw new IllegalArgumentException("an array has " + length + " numbers");
            }
            size += (long) length * Float.BYTES;
        }
        byte[] numbers = bytes(zip, ARRAYS, Integer.MAX_VALUE - 8L);
        if (numbers.length != size) {
            throw new IllegalArgumentException(
                    "%s has %d bytes where %d are needed".formatted(ARRAYS, numbers.length, size));
        }
        ByteBuffer rest = ByteBuffer.wrap(numbers);
        Map<String, float[]> arrays = new LinkedHashMap<>();
        head.arrays.forEach((name, length) -> {
            float[] values = new float[length];
            rest.asFloatBuffer().get(values);
            rest.position(rest.position() + length * Float.BYTES);
            arrays.put(name, values);
        });
        // a character of the largest file that can be read takes at most four bytes
        String text = new String(bytes(zip, TEXT, 4 * TextFile.LARGEST), StandardCharsets.UTF_8);
        TrainerState state = new TrainerState(
                head.experiment, head.batch, head.epoch, head.updates, head.seconds, head.position, arrays);
        return new SavedLab(
                new Corpus(head.textName, text),
                state,
                head.metrics,
                head.watched,
                head.sampleRandom,
                head.altered,
                head.place);
    }

    /** Compares the checksum too: a ZipFile, unlike a stream, leaves that to its reader. */
    private static byte[] bytes(ZipFile zip, String name, long most) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        if (entry.getSize() > most) {
            throw new IllegalArgumentException(name + " is too large");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes((int) Math.min(most, Integer.MAX_VALUE - 8));
            if (in.read() >= 0) {
                throw new IllegalArgumentException(name + " is too large");
            }
            CRC32 sum = new CRC32();
            sum.update(bytes);
            if (sum.getValue() != entry.getCrc()) {
                throw new IllegalArgumentException(name + " is damaged");
            }
            return bytes;
        }
    }
}
