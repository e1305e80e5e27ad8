package grulab.interop.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Good files damaged in the ways that hurt: each time another one, but the same ones for the same seed. */
final class Mutations {
    private static final long[] EXTREMES = {
        0,
        1,
        -1,
        2,
        127,
        128,
        255,
        256,
        0x7fff,
        0xffff,
        0x10000,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        0xffffffffL,
        1L << 32,
        1L << 62,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        10_000_000_000_000L
    };
    private static final List<String> WORDS = List.of(
            "[",
            "]",
            "{",
            "}",
            "(",
            ")",
            ",",
            ":",
            "\"",
            "'",
            "null",
            "true",
            "NaN",
            "-",
            "1e999",
            "0",
            "-0.0",
            "2.5",
            "99999999999999999999",
            "9223372036854775807",
            "4294967296",
            "2147483648",
            "65536",
            "-1",
            "\\u0000",
            "\\ud800",
            "\0",
            "é",
            "\uFEFF",
            "[[[[[[[[",
            "..",
            "/",
            "../",
            "C:\\",
            "F64",
            "BF16",
            "I64",
            "<f8",
            ">f2",
            "|O",
            "<U9",
            "True",
            "L",
            "__metadata__",
            "data_offsets",
            "shape");

    private final List<byte[]> seeds;
    private final Random random;

    Mutations(List<byte[]> seeds, long seed) {
        this.seeds = seeds;
        this.random = new Random(seed);
    }

    /** A file with one to four damages. */
    byte[] next() {
        byte[] file = seeds.get(random.nextInt(seeds.size())).clone();
        boolean archive = file.length > 4 && file[0] == 'P' && file[1] == 'K';
        boolean safetensors = file.length > 9 && file[6] == 0 && file[7] == 0 && file[8] == '{';
        if (archive && random.nextInt(3) > 0) {
            return inside(file);
        }
        if (safetensors && random.nextInt(3) > 0) {
            return header(file);
        }
        return damaged(file);
    }

    private byte[] damaged(byte[] file) {
        byte[] result = file;
        for (int i = 1 + random.nextInt(4); i > 0 && result.length > 0; i--) {
            result = once(result);
        }
        return result;
    }

    /** Damages what is packed in an archive and packs it again, with a checksum that is right. */
    private byte[] inside(byte[] archive) {
        try {
            Map<String, byte[]> content = new LinkedHashMap<>();
            ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive));
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                content.put(entry.getName(), in.readAllBytes());
            }
            int chosen = random.nextInt(content.size());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ZipOutputStream out = new ZipOutputStream(bytes);
            for (Map.Entry<String, byte[]> e : content.entrySet()) {
                boolean damage = chosen-- == 0;
                out.putNextEntry(new ZipEntry(e.getKey()));
                out.write(!damage ? e.getValue() : start(e.getValue(), 128));
                out.closeEntry();
            }
            out.finish();
            return bytes.toByteArray();
        } catch (ZipException e) {
            // PyTorch stores without saying a size in front, which cannot be read as a stream
            return damaged(archive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Damages the header and says truly how long it is then. */
    private byte[] header(byte[] file) {
        int length = (int) ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
        byte[] header = damaged(Arrays.copyOfRange(file, 8, 8 + length));
        byte[] data = Arrays.copyOfRange(file, 8 + length, file.length);
        return ByteBuffer.allocate(8 + header.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header)
                .put(data)
                .array();
    }

    /** Damages the first bytes, more often than all. */
    private byte[] start(byte[] content, int bytes) {
        if (content.length <= bytes || random.nextInt(4) == 0) {
            return damaged(content);
        }
        byte[] first = damaged(Arrays.copyOf(content, bytes));
        return joined(first, Arrays.copyOfRange(content, bytes, content.length));
    }

    private byte[] once(byte[] file) {
        int at = place(file);
        int end = Math.min(file.length, at + 1 + random.nextInt(24));
        return switch (random.nextInt(11)) {
            case 0 -> flipped(file, at);
            case 1 -> set(file, at, (byte) random.nextInt(256));
            case 2 -> Arrays.copyOf(file, at);
            case 3 -> spliced(file, at, end, new byte[0]);
            case 4 -> spliced(file, at, at, Arrays.copyOfRange(file, at, end));
            case 5 -> spliced(file, at, end, piece());
            case 6 -> extreme(file, at);
            case 7 -> varint(file, at);
            case 8 -> number(file, at);
            case 9 -> spliced(file, at, random.nextBoolean() ? at : end, word());
            default -> moved(file, at);
        };
    }

    /** Anywhere, but rather near the start and the end, where lengths and directories are. */
    private int place(byte[] file) {
        int near = 1 + random.nextInt(Math.min(file.length, 160));
        return switch (random.nextInt(3)) {
            case 0 -> near - 1;
            case 1 -> file.length - near;
            default -> random.nextInt(file.length);
        };
    }

    private byte[] flipped(byte[] file, int at) {
        return set(file, at, (byte) (file[at] ^ 1 << random.nextInt(8)));
    }

    private static byte[] set(byte[] file, int at, byte value) {
        byte[] result = file.clone();
        result[at] = value;
        return result;
    }

    /** A length or offset of 1, 2, 4 or 8 bytes, in either order, becomes an extreme, or one more or less. */
    private byte[] extreme(byte[] file, int at) {
        int width = 1 << random.nextInt(4);
        long value = EXTREMES[random.nextInt(EXTREMES.length)];
        value = random.nextInt(4) > 0 ? value : file.length + random.nextInt(3) - 1;
        boolean little = random.nextInt(4) > 0;
        byte[] result = file.clone();
        for (int i = 0; i < width && at + i < file.length; i++) {
            result[at + i] = (byte) (value >> 8 * (little ? i : width - 1 - i));
        }
        return result;
    }

    /** A length of protobuf, seven bits a byte. */
    private byte[] varint(byte[] file, int at) {
        long value = EXTREMES[random.nextInt(EXTREMES.length)];
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while ((value & ~0x7fL) != 0) {
            bytes.write((int) (value & 0x7f | 0x80));
            value >>>= 7;
        }
        bytes.write((int) value);
        return spliced(file, at, Math.min(file.length, at + random.nextInt(3)), bytes.toByteArray());
    }

    /** The next number in digits becomes another. */
    private byte[] number(byte[] file, int at) {
        int from = at;
        while (from < file.length && !Character.isDigit(file[from])) {
            from++;
        }
        int to = from;
        while (to < file.length && Character.isDigit(file[to])) {
            to++;
        }
        String other = random.nextBoolean()
                ? String.valueOf(EXTREMES[random.nextInt(EXTREMES.length)])
                : String.valueOf(random.nextInt(100));
        return spliced(file, from, to, other.getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] moved(byte[] file, int at) {
        int to = random.nextInt(file.length);
        int end = Math.min(file.length, at + random.nextInt(200));
        return spliced(file, to, to, Arrays.copyOfRange(file, at, end));
    }

    private byte[] piece() {
        byte[] other = seeds.get(random.nextInt(seeds.size()));
        int from = random.nextInt(other.length);
        return Arrays.copyOfRange(other, from, Math.min(other.length, from + random.nextInt(300)));
    }

    private byte[] word() {
        return WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] spliced(byte[] file, int from, int to, byte[] piece) {
        return joined(joined(Arrays.copyOf(file, from), piece), Arrays.copyOfRange(file, to, file.length));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
