package grulab.interop;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import grulab.interop.JsonNumbers.Axes;
import grulab.model.Array;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the expected numbers of a case: any part of an answer, h_last and c_last. */
final class ExpectedReader {
    private final JsonParser parser;
    private final JsonNumbers numbers;
    private final Map<String, Array> values = new LinkedHashMap<>();
    private final Map<String, WrittenDigits> digits = new LinkedHashMap<>();
    private @Nullable String strange;

    ExpectedReader(JsonParser parser, JsonNumbers numbers) {
        this.parser = parser;
        this.numbers = numbers;
    }

    /** Path of the first field that no cell's answer has; which cell it is may still be to come. */
    @Nullable
    String strange() {
        return strange;
    }

    /** How each of the values was written, if the numbers note it. */
    Map<String, WrittenDigits> digits() {
        return digits;
    }

    Map<String, Array> read() throws IOException, BadCase {
        fields("", true);
        return values;
    }

    private void fields(String prefix, boolean top) throws IOException, BadCase {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new BadCase(numbers.place() + " must be an object with fields of an answer");
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = prefix + parser.currentName();
            parser.nextToken();
            if (name.equals("training.weights") || (top && (name.equals("gradients") || name.equals("training")))) {
                fields(name + ".", false);
                continue;
            }
            Axes axes = strange == null ? CaseNames.answer(name) : null;
            if (axes == null) {
                strange = strange == null ? numbers.place() : strange;
                numbers.skip();
            } else {
                values.put(name, numbers.array(axes));
                digits.put(name, numbers.digits());
            }
        }
    }
}
