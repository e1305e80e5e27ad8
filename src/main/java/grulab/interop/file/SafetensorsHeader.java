package grulab.interop.file;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import grulab.interop.JsonPlace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a safetensors file says of its arrays: one JSON object, {@code name: {"dtype", "shape", "data_offsets"}}. It takes
 * and refuses what the safetensors library (0.8) does: the arrays have to cover the data without a gap.
 */
final class SafetensorsHeader {
    static final String METADATA = "__metadata__";

    /** Bits of a number, by the name of its type. */
    private static final Map<String, Integer> BITS = bits();

    private final JsonParser parser;
    private final Limits limits;
    private final List<Stored<Extent>> arrays = new ArrayList<>();
    private final Map<String, String> texts = new LinkedHashMap<>();

    private SafetensorsHeader(JsonParser parser, Limits limits) {
        this.parser = parser;
        this.limits = limits;
    }

    /**
     * The arrays, in the order of the header; behind them those that are only another name for one of them.
     *
     * @param json the header
     * @param size bytes behind the header
     */
    static List<Stored<Extent>> read(String json, long size, Limits limits) throws IOException, BadModel {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(100).build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .build();
        try (JsonParser parser = factory.createParser(json)) {
            return new SafetensorsHeader(parser, limits).all(size);
        } catch (JsonProcessingException e) {
            throw new BadModel("the header is " + JsonPlace.fault(e));
        }
    }

    private List<Stored<Extent>> all(long size) throws IOException, BadModel {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new BadModel("the header must be a JSON object with the arrays by name");
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals(METADATA)) {
                metadata();
            } else if (arrays.size() == limits.arrays()) {
                throw tooMany();
            } else {
                array(name);
            }
        }
        if (parser.nextToken() != null) {
            throw new BadModel("something follows the JSON object in the header");
        }
        cover(size);
        twins();
        return arrays;
    }

    /** Arrays under the names of which the file has only a twin. */
    private void twins() throws BadModel {
        Map<String, Stored<Extent>> known = Stored.byName(arrays);
        for (Map.Entry<String, String> e : texts.entrySet()) {
            Stored<Extent> twin = known.get(e.getValue());
            if (twin == null || known.containsKey(e.getKey())) {
                continue;
            }
            if (arrays.size() == limits.arrays()) {
                throw tooMany();
            }
            ArrayEntry entry = new ArrayEntry(
                    e.getKey(), twin.entry().shape(), twin.entry().type());
            arrays.add(new Stored<>(entry, twin.typeName(), twin.place()));
        }
    }

    private BadModel tooMany() {
        return BadModel.of("the file holds too many arrays; at most %,d", limits.arrays());
    }

    /**
     * Text by name. Of arrays that are one and the same, safetensors.torch.save_model stores one and writes down what the
     * others were called: {@code "lm_head.weight": "wte.weight"}.
     */
    private void metadata() throws IOException, BadModel {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        boolean text = parser.currentToken() == JsonToken.START_OBJECT;
        while (text && parser.nextToken() != JsonToken.END_OBJECT) {
            text = parser.nextToken() == JsonToken.VALUE_STRING;
            if (text) {
                texts.put(parser.currentName(), parser.getText());
            }
        }
        if (!text) {
            throw new BadModel(METADATA + " in the header must be an object with texts");
        }
    }

    private void array(String name) throws IOException, BadModel {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
            throw new BadModel("array " + JsonPlace.quoted(name) + ": the name is not Unicode");
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw wrong(name, "must be an object with dtype, shape and data_offsets");
        }
        String type = null;
        long[] shape = null;
        long[] offsets = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "dtype" -> type = type(name);
                case "shape" -> shape = wholeNumbers(name, "shape");
                case "data_offsets" -> offsets = wholeNumbers(name, "data_offsets");
                default -> parser.skipChildren();
            }
        }
        if (type == null || shape == null || offsets == null) {
            throw wrong(name, "needs dtype, shape and data_offsets");
        }
        if (offsets.length != 2) {
            throw wrong(name, "must have two data_offsets, where it begins and ends");
        }
        ArrayEntry entry = new ArrayEntry(name, sizes(name, shape), elementType(type));
        long count = Shapes.count(entry);
        if (offsets[1] < offsets[0] || offsets[1] - offsets[0] != bytes(count, type)) {
            throw BadModel.of(
                    "array %s: data_offsets %d to %d do not fit %s numbers of shape %s",
                    JsonPlace.quoted(name), offsets[0], offsets[1], type, Shapes.text(entry.shape()));
        }
        arrays.add(new Stored<>(entry, "type " + type, new Extent(offsets[0], offsets[1])));
    }

    private String type(String name) throws IOException, BadModel {
        String type = parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText() : "";
        if (!BITS.containsKey(type)) {
            throw wrong(name, "has the dtype \"" + JsonPlace.quoted(type) + "\", which safetensors does not know");
        }
        return type;
    }

    private long[] wholeNumbers(String name, String field) throws IOException, BadModel {
        List<Long> numbers = new ArrayList<>();
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw wrong(name, field + " must be a list of whole numbers");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            boolean whole = parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                    && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
            if (!whole || parser.getText().startsWith("-")) {
                throw wrong(name, field + " must be a list of whole numbers from 0 on");
            }
            if (numbers.size() == Limits.AXES) {
                throw wrong(name, field + " has too many numbers");
            }
            numbers.add(parser.getLongValue());
        }
        return numbers.stream().mapToLong(n -> n).toArray();
    }

    private static int[] sizes(String name, long[] shape) throws BadModel {
        if (Arrays.stream(shape).anyMatch(n -> n > Integer.MAX_VALUE)) {
            throw wrong(name, "has an axis of more than 2,147,483,647 numbers; no layer has");
        }
        return Arrays.stream(shape).mapToInt(n -> (int) n).toArray();
    }

    /** −1 if they are no whole number of bytes, or more than can be counted. */
    private static long bytes(long count, String type) {
        int bits = BITS.getOrDefault(type, 8);
        return count > Long.MAX_VALUE / 64 || count * bits % 8 != 0 ? -1 : count * bits / 8;
    }

    /** Refuses arrays that overlap, leave a gap or do not end where the file does. */
    private void cover(long size) throws BadModel {
        List<Stored<Extent>> sorted = new ArrayList<>(arrays);
        sorted.sort(comparing(Stored::place, comparingLong(Extent::from).thenComparingLong(Extent::to)));
        long at = 0;
        for (Stored<Extent> array : sorted) {
            if (array.place().from() != at) {
                throw BadModel.of(
                        "array %s begins at byte %d of the data, not at %d, where the one before it ends;"
                                + " arrays must neither overlap nor leave gaps",
                        JsonPlace.quoted(array.entry().name()), array.place().from(), at);
            }
            at = array.place().to();
        }
        if (at != size) {
            throw BadModel.of(
                    "the arrays take %,d bytes, but %,d follow the header; the file was cut off or something was added",
                    at, size);
        }
    }

    private static @Nullable ElementType elementType(String name) {
        return Arrays.stream(ElementType.values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static BadModel wrong(String name, String what) {
        return new BadModel("array " + JsonPlace.quoted(name) + " in the header " + what);
    }

    /** First byte of an array in the data, and the first behind it. */
    record Extent(long from, long to) {}

    private static Map<String, Integer> bits() {
        Map<String, Integer> bits = new LinkedHashMap<>();
        List.of("F4").forEach(name -> bits.put(name, 4));
        List.of("F6_E2M3", "F6_E3M2").forEach(name -> bits.put(name, 6));
        List.of("BOOL", "U8", "I8", "F8_E4M3", "F8_E5M2", "F8_E8M0", "F8_E4M3FNUZ", "F8_E5M2FNUZ")
                .forEach(name -> bits.put(name, 8));
        List.of("I16", "U16", "F16", "BF16").forEach(name -> bits.put(name, 16));
        List.of("I32", "U32", "F32").forEach(name -> bits.put(name, 32));
        List.of("I64", "U64", "F64", "C64").forEach(name -> bits.put(name, 64));
        return bits;
    }
}
