package grulab.interop;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import grulab.model.Answer;
import grulab.model.Array;
import grulab.model.Weights;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/**
 * Writes an answer as JSON: nested lists, every number the shortest that reads back to the same float64. JSON knows no
 * NaN and no infinity: they are written as null.
 */
public final class AnswerFile {
    private AnswerFile() {}

    /** Writes the answer and a line feed; the writer stays open. */
    public static void write(Answer answer, Writer out) throws IOException {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            arrays(answer.forward(), json);
            if (answer.loss() != null) {
                number("loss", answer.loss(), json);
                number("perplexity", Math.exp(answer.loss()), json);
            }
            if (!answer.gradients().isEmpty()) {
                json.writeObjectFieldStart("gradients");
                arrays(answer.gradients(), json);
                json.writeEndObject();
            }
            if (answer.training() != null) {
                training(answer.training(), json);
            }
            json.writeEndObject();
        }
        out.write('\n');
        out.flush();
    }

    private static void training(Answer.TrainingResult result, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("training");
        array("loss", Array.of(result.loss(), result.loss().length), json);
        array("gradNorm", Array.of(result.gradientNorm(), result.gradientNorm().length), json);
        json.writeObjectFieldStart("weights");
        Weights weights = result.weights();
        for (Map.Entry<String, double[]> e : weights.arrays().entrySet()) {
            int[] shape = weights.shape(e.getKey());
            array(e.getKey(), Array.of(e.getValue(), shape), json);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void arrays(Map<String, Array> arrays, JsonGenerator json) throws IOException {
        for (Map.Entry<String, Array> e : arrays.entrySet()) {
            array(e.getKey(), e.getValue(), json);
        }
    }

    private static void array(String name, Array array, JsonGenerator json) throws IOException {
        json.writeFieldName(name);
        nested(array, 0, 0, json);
    }

    /** Writes one axis from an offset on; returns the offset behind it. */
    private static int nested(Array array, int axis, int from, JsonGenerator json) throws IOException {
        if (axis == array.shape().length) {
            value(array.values()[from], json);
            return from + 1;
        }
        json.writeStartArray();
        int at = from;
        for (int i = 0; i < array.shape()[axis]; i++) {
            at = nested(array, axis + 1, at, json);
        }
        json.writeEndArray();
        return at;
    }

    private static void number(String name, double value, JsonGenerator json) throws IOException {
        json.writeFieldName(name);
        value(value, json);
    }

    private static void value(double value, JsonGenerator json) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeNull();
        }
    }
}
