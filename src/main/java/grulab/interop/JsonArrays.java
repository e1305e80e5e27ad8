package grulab.interop;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import grulab.model.Array;
import grulab.model.Weights;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A JSON object with arrays as nested lists, every number the shortest that reads back to the same float64. JSON knows no
 * NaN and no infinity: they are written as null.
 */
final class JsonArrays {
    private final JsonGenerator json;

    private JsonArrays(JsonGenerator json) {
        this.json = json;
    }

    /** Writes one object and a line feed; the writer stays open. */
    static void write(Writer out, Fields fields) throws IOException {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            fields.to(new JsonArrays(json));
            json.writeEndObject();
        }
        out.write('\n');
        out.flush();
    }

    void object(String name, Inner inner) throws IOException {
        json.writeObjectFieldStart(name);
        inner.write();
        json.writeEndObject();
    }

    void text(String name, String value) throws IOException {
        json.writeStringField(name, value);
    }

    void number(String name, double value) throws IOException {
        json.writeFieldName(name);
        value(value);
    }

    void arrays(Map<String, Array> arrays) throws IOException {
        for (Map.Entry<String, Array> e : arrays.entrySet()) {
            array(e.getKey(), e.getValue());
        }
    }

    void weights(Weights weights, Predicate<String> chosen) throws IOException {
        for (Map.Entry<String, double[]> e : weights.arrays().entrySet()) {
            if (chosen.test(e.getKey())) {
                array(e.getKey(), Array.of(e.getValue(), weights.shape(e.getKey())));
            }
        }
    }

    void array(String name, Array array) throws IOException {
        json.writeFieldName(name);
        nested(array, 0, 0);
    }

    /** Writes one axis from an offset on; returns the offset behind it. */
    private int nested(Array array, int axis, int from) throws IOException {
        if (axis == array.shape().length) {
            value(array.values()[from]);
            return from + 1;
        }
        json.writeStartArray();
        int at = from;
        for (int i = 0; i < array.shape()[axis]; i++) {
            at = nested(array, axis + 1, at);
        }
        json.writeEndArray();
        return at;
    }

    private void value(double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeNull();
        }
    }

    interface Fields {
        void to(JsonArrays json) throws IOException;
    }

    interface Inner {
        void write() throws IOException;
    }
}
