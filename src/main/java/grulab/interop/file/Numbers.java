package grulab.interop.file;

import grulab.interop.JsonPlace;
import grulab.model.Array;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Numbers between bytes and float64, a chunk at a time; what no weight can be is refused with its place. */
final class Numbers {
    private Numbers() {}

    /**
     * Reads all numbers of an array twice, so that what is refused has cost no memory.
     *
     * @param source opens the bytes anew
     * @param columns true if the first index runs fastest in the file
     */
    static Array read(Source source, ArrayEntry entry, ByteOrder order, boolean columns) throws IOException, BadModel {
        pass(source, entry, order, columns, null);
        double[] values = new double[(int) Shapes.count(entry)];
        pass(source, entry, order, columns, values);
        return new Array(entry.shape(), values);
    }

    private static void pass(
            Source source, ArrayEntry entry, ByteOrder order, boolean columns, double @Nullable [] into)
            throws IOException, BadModel {
        try (InputStream in = source.open()) {
            pass(in, entry, order, columns, into);
        }
    }

    private static void pass(
            InputStream in, ArrayEntry entry, ByteOrder order, boolean columns, double @Nullable [] into)
            throws IOException, BadModel {
        ElementType type = Objects.requireNonNull(entry.type());
        int width = type.bytes();
        long count = Shapes.count(entry);
        int[] strides = Shapes.strides(entry.shape());
        byte[] chunk = new byte[Limits.CHUNK];
        ByteBuffer numbers = ByteBuffer.wrap(chunk).order(order);
        long at = 0;
        while (at < count) {
            int wanted = (int) Math.min(chunk.length, (count - at) * width);
            if (in.readNBytes(chunk, 0, wanted) < wanted) {
                throw BadModel.of(
                        "array %s ends before its %,d numbers do; the file is damaged", shown(entry.name()), count);
            }
            for (int i = 0; i < wanted; i += width) {
                double value = type.at(numbers, i);
                int place = (int) at++;
                if (columns) {
                    place = Shapes.rowMajor(place, entry.shape(), strides);
                }
                if (!(Math.abs(value) <= Limits.MAGNITUDE)) {
                    throw refused(entry.name(), entry.shape(), place, value);
                }
                if (into != null) {
                    into[place] = value;
                }
            }
        }
    }

    /** Refuses a number that is none, or that float32 could not hold. */
    static void check(String name, int[] shape, double[] values) throws BadModel {
        for (int i = 0; i < values.length; i++) {
            if (!(Math.abs(values[i]) <= Limits.MAGNITUDE)) {
                throw refused(name, shape, i, values[i]);
            }
        }
    }

    /** Writes numbers little-endian, rounded to the type: F32 or F64. */
    static void write(double[] values, ElementType type, OutputStream out) throws IOException {
        int width = type.bytes();
        ByteBuffer chunk = ByteBuffer.allocate(Limits.CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            switch (type) {
                case F32 -> chunk.putFloat((float) value);
                case F64 -> chunk.putDouble(value);
                default -> throw new IllegalArgumentException(type + " is not written");
            }
            if (chunk.remaining() < width) {
                out.write(chunk.array(), 0, chunk.position());
                chunk.clear();
            }
        }
        out.write(chunk.array(), 0, chunk.position());
    }

    private static BadModel refused(String name, int[] shape, int place, double value) {
        String what = Double.isFinite(value) ? "at most ±3.4e38 fits float32" : "a weight must be a finite number";
        return BadModel.of("array %s: %s is %s; %s", shown(name), Shapes.index(place, shape), value, what);
    }

    private static String shown(String name) {
        return JsonPlace.quoted(name);
    }

    interface Source {
        InputStream open() throws IOException, BadModel;
    }
}
