package grulab.interop;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import grulab.interop.JsonNumbers.Axes;
import java.io.IOException;

/** Takes the fields of an input file in whatever order they come; {@link ModelInput} judges how they fit the model. */
final class InputReader {
    private final JsonParser parser;
    private final JsonNumbers numbers;

    InputReader(JsonParser parser) {
        this.parser = parser;
        this.numbers = new JsonNumbers(parser);
    }

    CaseFields read() throws IOException, BadCase {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new BadCase(
                    parser.currentToken() == null
                            ? "the file is empty; an input is a JSON object with x"
                            : "$ must be an object with x, the inputs [T][B][I]");
        }
        CaseFields fields = new CaseFields();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            field(fields);
        }
        if (parser.nextToken() != null) {
            throw BadCase.of(
                    "something follows the end of the input (line %d); the file must hold one JSON object",
                    parser.currentTokenLocation().getLineNr());
        }
        return fields;
    }

    private void field(CaseFields fields) throws IOException, BadCase {
        String field = parser.currentName();
        parser.nextToken();
        switch (field) {
            case "meta" -> numbers.skip();
            case "x" -> fields.x = numbers.array(new Axes("TBI"));
            case "tokens" -> fields.tokens = numbers.array(new Axes("TB"));
            case "h0" -> fields.h0 = numbers.array(new Axes("BH"));
            case "c0" -> fields.c0 = numbers.array(new Axes("BH"));
            case "targets" -> fields.targets = numbers.array(new Axes("TB"));
            default ->
                throw new BadCase(
                        numbers.place() + " is unknown; the fields of an input are x, tokens, h0, c0, targets, meta");
        }
    }
}
