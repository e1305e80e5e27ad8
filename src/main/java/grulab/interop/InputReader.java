package grulab.interop;

import com.fasterxml.jackson.core.JsonParser;
import grulab.interop.JsonNumbers.Axes;
import java.io.IOException;

/** Takes the fields of an input file; {@link ModelInput} judges how they fit the model. */
final class InputReader extends FieldsReader {
    InputReader(JsonParser parser, CaseLimits limits) {
        super(parser, limits);
    }

    CaseFields read() throws IOException, BadCase {
        return fields("input", "an input is a JSON object with x", "x, the inputs [T][B][I]");
    }

    @Override
    void field(String name, CaseFields fields) throws IOException, BadCase {
        if (name.equals("tokens")) {
            fields.tokens = numbers.array(new Axes("TB"));
        } else if (!input(name, fields)) {
            throw new BadCase(numbers.place()
                    + " is unknown; the fields of an input are x, tokens, h0, c0, targets, lengths, after," + " meta");
        }
    }
}
