package grulab.interop.file;

import grulab.interop.JsonPlace;
import grulab.model.Array;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An array of a file and where in the file it is.
 *
 * @param typeName as the file writes the type of its numbers
 * @param place where it lies, in terms of the format
 */
record Stored<P>(ArrayEntry entry, String typeName, P place) {

    /** An array that can be read: its type holds weights, and it is not too large. */
    static <P> Stored<P> readable(Map<String, Stored<P>> arrays, String name, Limits limits) throws BadModel {
        Stored<P> stored = arrays.get(name);
        if (stored == null) {
            throw BadModel.of(
                    "there is no array %s; the file has %s",
                    JsonPlace.quoted(name),
                    arrays.isEmpty() ? "none" : JsonPlace.quoted(String.join(" ", arrays.keySet())));
        }
        if (stored.entry().type() == null) {
            throw BadModel.of(
                    "array %s holds %s; weights are floating point numbers of 16, 32 or 64 bits",
                    JsonPlace.quoted(name), JsonPlace.quoted(stored.typeName()));
        }
        long count = Shapes.count(stored.entry());
        if (count > limits.numbers()) {
            throw BadModel.of(
                    "array %s of shape %s is too large; an array may have %,d numbers",
                    JsonPlace.quoted(name), Shapes.text(stored.entry().shape()), limits.numbers());
        }
        return stored;
    }

    static <P> Map<String, Stored<P>> byName(List<Stored<P>> arrays) {
        Map<String, Stored<P>> named = new LinkedHashMap<>();
        arrays.forEach(array -> named.put(array.entry().name(), array));
        return named;
    }

    /** What is to be written: within float32, and of a type that is written. */
    static void checkWritable(Map<String, Array> arrays, ElementType type) throws BadModel {
        if (type != ElementType.F32 && type != ElementType.F64) {
            throw new IllegalArgumentException("only F32 and F64 are written, not " + type);
        }
        for (Map.Entry<String, Array> e : arrays.entrySet()) {
            Numbers.check(e.getKey(), e.getValue().shape(), e.getValue().values());
        }
    }
}
