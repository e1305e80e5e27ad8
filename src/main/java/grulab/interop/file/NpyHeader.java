package grulab.interop.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What an .npy file, version 1.0, 2.0 or 3.0, says of its array (numpy.lib.format).
 *
 * @param columns true if the first index runs fastest
 * @param bytes of the header: where the numbers begin
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once and never written
record NpyHeader(NpyType type, boolean columns, int[] shape, int bytes) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    /** NumPy itself reads no header above 10,000 bytes from a file that it was not told to trust. */
    private static final int LONGEST = 10_000;

    static NpyHeader read(InputStream in) throws IOException, BadModel {
        byte[] start = in.readNBytes(MAGIC.length + 2);
        if (start.length < MAGIC.length + 2 || !Arrays.equals(Arrays.copyOf(start, MAGIC.length), MAGIC)) {
            throw new BadModel("is no .npy file");
        }
        int version = start[MAGIC.length];
        if (version < 1 || version > 3 || start[MAGIC.length + 1] != 0) {
            throw BadModel.of(
                    "is of version %d.%d of the .npy format; 1.0, 2.0 and 3.0 are known",
                    version & 0xff, start[MAGIC.length + 1] & 0xff);
        }
        int width = version == 1 ? Short.BYTES : Integer.BYTES;
        byte[] count = Arrays.copyOf(in.readNBytes(width), Integer.BYTES);
        long length = ByteBuffer.wrap(count).order(ByteOrder.LITTLE_ENDIAN).getInt() & 0xffffffffL;
        if (length > LONGEST) {
            throw BadModel.of("has a header of %,d bytes; at most %,d", length, LONGEST);
        }
        byte[] header = in.readNBytes((int) length);
        if (header.length < length) {
            throw new BadModel("ends within its header");
        }
        NpyLiteral literal = NpyLiteral.read(text(header, version));
        return new NpyHeader(
                NpyType.of(literal.descr()),
                literal.fortranOrder(),
                literal.shape(),
                start.length + width + (int) length);
    }

    /** Latin-1 up to version 2.0, then UTF-8. */
    private static String text(byte[] header, int version) throws BadModel {
        try {
            return (version < 3 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(header))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadModel("has a header that is not UTF-8");
        }
    }

    /**
     * Version 1.0 with the spaces that NumPy 2 puts there, so that the first axis can grow and the numbers begin at a
     * multiple of 64.
     */
    static byte[] written(int[] shape, ElementType type) {
        StringBuilder text = new StringBuilder("{'descr': '<f" + type.bytes() + "', 'fortran_order': False, ");
        text.append("'shape': (");
        for (int i = 0; i < shape.length; i++) {
            text.append(i > 0 ? ", " : "").append(shape[i]);
        }
        text.append(shape.length == 1 ? ",), }" : "), }");
        if (shape.length > 0) {
            text.append(" ".repeat(21 - String.valueOf(shape[0]).length()));
        }
        int fixed = MAGIC.length + 2 + Short.BYTES;
        int padded = (fixed + text.length() + 1 + 63) / 64 * 64;
        text.append(" ".repeat(padded - fixed - text.length() - 1)).append('\n');
        ByteBuffer bytes = ByteBuffer.allocate(padded).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) text.length());
        return bytes.put(text.toString().getBytes(StandardCharsets.ISO_8859_1)).array();
    }

    ArrayEntry entry(String name) {
        return new ArrayEntry(name, shape, type.element());
    }
}
