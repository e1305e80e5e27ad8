package grulab.interop;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import grulab.interop.JsonNumbers.Axes;
import java.io.IOException;

/** Takes the fields of a file that is one JSON object, in whatever order they come. */
abstract class FieldsReader {
    final JsonParser parser;
    final CaseLimits limits;
    final JsonNumbers numbers;
    final OptionsReader options;

    FieldsReader(JsonParser parser, CaseLimits limits) {
        this.parser = parser;
        this.limits = limits;
        this.numbers = new JsonNumbers(parser, limits);
        this.options = new OptionsReader(parser, numbers);
    }

    /**
     * Reads the file to its end.
     *
     * @param kind of file, in one word
     * @param empty what an empty file should have been
     * @param other what the value should have been that is no object
     */
    final CaseFields fields(String kind, String empty, String other) throws IOException, BadCase {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new BadCase(
                    parser.currentToken() == null
                            ? "the file is empty; " + empty
                            : "$ must be an object with " + other);
        }
        CaseFields fields = new CaseFields();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            field(name, fields);
        }
        if (parser.nextToken() != null) {
            throw BadCase.of(
                    "something follows the end of the %s (line %d); the file must hold one JSON object",
                    kind, parser.currentTokenLocation().getLineNr());
        }
        return fields;
    }

    /** Takes in the value at which the parser stands. */
    abstract void field(String name, CaseFields fields) throws IOException, BadCase;

    /** Takes in what goes into a cell; false if the field is none of that. */
    final boolean input(String name, CaseFields fields) throws IOException, BadCase {
        switch (name) {
            case "meta" -> numbers.skip();
            case "x" -> fields.x = numbers.array(new Axes("TBI"));
            case "h0" -> fields.h0 = numbers.array(new Axes("BH"));
            case "c0" -> fields.c0 = numbers.array(new Axes("BH"));
            case "targets" -> fields.targets = numbers.array(new Axes("TB"));
            default -> {
                return options.rows(name, fields.options);
            }
        }
        return true;
    }
}
