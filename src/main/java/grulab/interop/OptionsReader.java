package grulab.interop;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import grulab.interop.JsonNumbers.Axes;
import grulab.model.Activation;
import grulab.model.Activation.Function;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes the fields of a file that say what a cell does otherwise; {@link OptionsCheck} judges whether it can. */
final class OptionsReader {
    private final JsonParser parser;
    private final JsonNumbers numbers;

    OptionsReader(JsonParser parser, JsonNumbers numbers) {
        this.parser = parser;
        this.numbers = numbers;
    }

    /** Takes in the value at which the parser stands; false if the field is none of a cell's. */
    boolean cell(String name, OptionFields fields) throws IOException, BadCase {
        switch (name) {
            case "activations" -> activations(fields);
            case "forgetBias" -> fields.forgetBias = numbers.number();
            case "cellClip" -> fields.cellClip = bound();
            case "clip" -> fields.clip = bound();
            case "coupled" -> fields.coupled = text();
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The same of the rows of an input. */
    boolean rows(String name, OptionFields fields) throws IOException, BadCase {
        switch (name) {
            case "lengths" -> fields.lengths = numbers.array(new Axes("B"));
            case "after" -> fields.after = text();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void activations(OptionFields fields) throws IOException, BadCase {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new BadCase(numbers.place() + " must be an object with activations by gate");
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String gate = parser.currentName();
            parser.nextToken();
            fields.activations.put(gate, activation());
        }
    }

    private Activation activation() throws IOException, BadCase {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return function();
        }
        String place = numbers.place();
        String name = text();
        return Activation.named(name)
                .orElseThrow(() -> new BadCase("%s is \"%s\"; it must be %s, or { \"function\", \"alpha\", \"beta\" }"
                        .formatted(
                                place,
                                JsonPlace.quoted(name),
                                Activation.NAMED.stream().map(Activation::id).collect(Collectors.joining(", ")))));
    }

    /** { "function": "Elu", "alpha": 1 } */
    private Activation function() throws IOException, BadCase {
        String place = numbers.place();
        String name = null;
        Double alpha = null;
        Double beta = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "function" -> name = text();
                case "alpha" -> alpha = numbers.number();
                case "beta" -> beta = numbers.number();
                default ->
                    throw new BadCase(numbers.place() + " is unknown; an activation has function, alpha and beta");
            }
        }
        String functions = Arrays.stream(Function.values()).map(Function::onnx).collect(Collectors.joining(" "));
        if (name == null) {
            throw new BadCase("%s.function is missing: it must be one of %s".formatted(place, functions));
        }
        String given = name;
        Function function = Function.byName(name)
                .orElseThrow(() -> new BadCase("%s.function is \"%s\"; it must be one of %s"
                        .formatted(place, JsonPlace.quoted(given), functions)));
        return new Activation(
                function, constant(place + ".alpha", alpha, function, 1), constant(place + ".beta", beta, function, 2));
    }

    /** @param number 1 for α, 2 for β */
    private static double constant(String place, @Nullable Double given, Function function, int number) throws BadCase {
        if (number > function.constants()) {
            if (given != null) {
                throw new BadCase("%s is unknown; %s has %s"
                        .formatted(place, function.onnx(), function.constants() == 0 ? "no constants" : "only alpha"));
            }
            return 0;
        }
        if (given != null) {
            return given;
        }
        Activation usual = function.usual()
                .orElseThrow(() -> new BadCase(
                        "%s is missing: %s has no value that is used everywhere".formatted(place, function.onnx())));
        return number == 1 ? usual.alpha() : usual.beta();
    }

    private double bound() throws IOException, BadCase {
        double value = numbers.number();
        if (value <= 0) {
            throw new BadCase(numbers.place() + " must be above 0; leave it away where nothing is cut");
        }
        return value;
    }

    private String text() throws IOException, BadCase {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw new BadCase(numbers.place() + " must be a text in quotes");
        }
        return parser.getText();
    }
}
