package grulab.interop;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import grulab.model.Array;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Reads numbers and rectangular arrays of numbers from where a parser stands; anything else is refused with its path. */
final class JsonNumbers {
    private final JsonParser parser;
    private final CaseLimits limits;
    private long kept;
    private int passed;
    private WrittenDigits digits = new WrittenDigits();
    private boolean noted;

    JsonNumbers(JsonParser parser, CaseLimits limits) {
        this.parser = parser;
        this.limits = limits;
    }

    /** From now on {@link #digits} tells how arrays were written, which makes reading slower. */
    void noteDigits() {
        noted = true;
    }

    /** How the last array was written. */
    WrittenDigits digits() {
        return digits;
    }

    /** Path of the value, or of the field, at which the parser stands. */
    String place() {
        return JsonPlace.of(parser.getParsingContext());
    }

    /** The number at which the parser stands. */
    double number() throws IOException, BadCase {
        JsonToken token = parser.currentToken();
        if (token == null || !token.isNumeric()) {
            throw new BadCase(place() + " must be a number, not " + found());
        }
        double value = parser.getDoubleValue();
        if (Double.isNaN(value)) {
            throw new BadCase(place() + " is NaN; it must be a number");
        }
        if (!(Math.abs(value) <= CaseLimits.MAGNITUDE)) {
            throw new BadCase(place() + " is too large: at most ±3.4e38 fits float32");
        }
        if (noted) {
            digits.add(parser.getText());
        }
        return value;
    }

    /** The array at which the parser stands, with as many axes as {@code axes}, its shape in letters, names. */
    Array array(Axes axes) throws IOException, BadCase {
        GatheredNumbers values = new GatheredNumbers();
        digits = new WrittenDigits();
        int[] shape = new int[axes.rank()];
        Arrays.fill(shape, -1);
        read(axes, 0, shape, values);
        kept += values.size();
        return new Array(shape, values.joined());
    }

    private void read(Axes axes, int axis, int[] shape, GatheredNumbers values) throws IOException, BadCase {
        if (axis == shape.length) {
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                throw new BadCase(place() + " must be a number, not a list: the shape must be " + axes);
            }
            values.add(number());
            if (kept + 2L * values.size() > limits.read()) {
                throw BadCase.of(
                        "%s: too many numbers; a case may hold %,d, an array of it half as many",
                        place(), limits.read());
            }
            return;
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new BadCase(place() + " must be a list, not " + found() + ": the shape must be " + axes);
        }
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            read(axes, axis + 1, shape, values);
            count++;
        }
        if (count == 0) {
            throw new BadCase(place() + " is empty; the shape must be " + axes);
        }
        if (shape[axis] >= 0 && shape[axis] != count) {
            throw BadCase.of(
                    "%s has %d entries where the lists before it have %d; the shape must be %s",
                    place(), count, shape[axis], axes);
        }
        shape[axis] = count;
    }

    /** Passes over the value at which the parser stands, that of a name which means nothing here. */
    void skip() throws IOException, BadCase {
        int depth = 0;
        name();
        do {
            JsonToken token = parser.currentToken();
            if (token == JsonToken.FIELD_NAME) {
                name();
            } else if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            }
        } while (depth > 0 && parser.nextToken() != null);
    }

    /** The parser remembers the names of an object to refuse one that is there twice. */
    private void name() throws BadCase {
        if (++passed > limits.names()) {
            throw BadCase.of("%s: more than %,d names that mean nothing here", place(), limits.names());
        }
    }

    private String found() throws IOException {
        JsonToken token = parser.currentToken();
        return switch (token == null ? JsonToken.NOT_AVAILABLE : token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "a text";
            case VALUE_NULL -> "null";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            default -> token != null && token.isNumeric() ? "a number" : "nothing";
        };
    }

    /** Names of the axes of an array, outermost first: prints as [T][B][I]. */
    record Axes(String letters) {
        int rank() {
            return letters.length();
        }

        @Override
        public String toString() {
            return letters.chars().mapToObj(c -> "[" + (char) c + "]").collect(Collectors.joining());
        }
    }
}
