package grulab.interop.file;

import java.nio.ByteBuffer;

/** How a file stores a number. All of them are exact in float64. */
public enum ElementType {
    F16(2),
    BF16(2),
    F32(4),
    F64(8);

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    /** How many a number takes. */
    public int bytes() {
        return bytes;
    }

    /** The number at a place of a buffer, in the buffer's order of bytes; NaN and infinities as they are. */
    public double at(ByteBuffer buffer, int place) {
        return switch (this) {
            case F16, BF16 -> ofBits(buffer.getShort(place) & 0xffff);
            case F32 -> buffer.getFloat(place);
            case F64 -> buffer.getDouble(place);
        };
    }

    /** The number with these 16 bits; of F16 (IEEE 754 binary16) and BF16 (the upper half of a float32) only. */
    public double ofBits(int bits) {
        if (this == BF16) {
            return Float.intBitsToFloat(bits << 16);
        }
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        double size = switch (exponent) {
            case 0 -> Math.scalb((double) fraction, -24);
            case 0x1f -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
            default -> Math.scalb(1024.0 + fraction, exponent - 25);
        };
        return (bits & 0x8000) == 0 ? size : -size;
    }
}
