package grulab.interop.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** One damage to the bytes of a file. */
final class Damage {
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
            "shape",
            " ",
            "\n",
            "{}",
            "[]",
            "()",
            "(2,)",
            "\"a\":1,",
            "\"x\":[1],");

    private final List<byte[]> seeds;
    private final Random random;

    Damage(List<byte[]> seeds, Random random) {
        this.seeds = seeds;
        this.random = random;
    }

    byte[] anywhere(byte[] file) {
        int at = place(file);
        int end = Math.min(file.length, at + 1 + random.nextInt(24));
        return switch (random.nextInt(9)) {
            case 0 -> Arrays.copyOf(file, at);
            case 1 -> spliced(file, at, end, new byte[0]);
            case 2 -> spliced(file, at, at, Arrays.copyOfRange(file, at, end));
            case 3 -> spliced(file, at, end, piece());
            case 4 -> varint(file, at);
            case 5 -> moved(file, at);
            case 6 -> text(file);
            default -> inPlace(file);
        };
    }

    /** Leaves everything where it is: a bit, a byte, a length or offset. */
    byte[] inPlace(byte[] file) {
        int at = place(file);
        byte[] result = file.clone();
        switch (random.nextInt(3)) {
            case 0 -> result[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> result[at] = (byte) random.nextInt(256);
            default -> extreme(result, at);
        }
        return result;
    }

    /** Leaves a text a text: a number, a word, a token. */
    byte[] text(byte[] file) {
        int at = random.nextInt(file.length);
        int from = token(file, at);
        int to = token(file, from);
        return switch (random.nextInt(6)) {
            case 0 -> spliced(file, at, at, word());
            case 1 -> spliced(file, from, to, word());
            case 2 -> spliced(file, from, to, new byte[0]);
            case 3 -> spliced(file, to, to, Arrays.copyOfRange(file, from, to));
            case 4 -> {
                int other = token(file, random.nextInt(file.length));
                yield spliced(file, from, to, Arrays.copyOfRange(file, other, token(file, other)));
            }
            default -> number(file, at);
        };
    }

    /** Where the next token begins: a letter or digit after something else, or the reverse. */
    private static int token(byte[] file, int from) {
        int at = from;
        while (at < file.length && Character.isLetterOrDigit(file[at]) == Character.isLetterOrDigit(file[from])) {
            at++;
        }
        return at;
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

    /** A length or offset of 1, 2, 4 or 8 bytes, in either order, becomes an extreme, or one more or less than the file has. */
    private void extreme(byte[] file, int at) {
        int width = 1 << random.nextInt(4);
        long value = EXTREMES[random.nextInt(EXTREMES.length)];
        value = random.nextInt(4) > 0 ? value : file.length + random.nextInt(3) - 1;
        boolean little = random.nextInt(4) > 0;
        for (int i = 0; i < width && at + i < file.length; i++) {
            file[at + i] = (byte) (value >> (8 * (little ? i : width - 1 - i)));
        }
    }

    /** A length of protobuf, seven bits a byte. */
    private byte[] varint(byte[] file, int at) {
        long value = EXTREMES[random.nextInt(EXTREMES.length)];
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while ((value & ~0x7fL) != 0) {
            bytes.write((int) ((value & 0x7f) | 0x80));
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

    static byte[] spliced(byte[] file, int from, int to, byte[] piece) {
        byte[] all = Arrays.copyOf(file, file.length - (to - from) + piece.length);
        System.arraycopy(piece, 0, all, from, piece.length);
        System.arraycopy(file, to, all, from + piece.length, file.length - to);
        return all;
    }
}
