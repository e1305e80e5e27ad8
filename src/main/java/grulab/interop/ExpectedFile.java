package grulab.interop;

import com.fasterxml.jackson.core.JsonParser;
import grulab.model.Array;
import grulab.model.Case;
import grulab.model.CellType;
import grulab.model.Observed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Numbers that came out of a framework for a case: JSON with any field of an answer, h_last or c_last. How finely they are
 * written is noted. Gradients and training are passed over: they are not what a cell computes first.
 */
public final class ExpectedFile {
    private ExpectedFile() {}

    /** Reads a file; what is wrong with it, or does not fit the case, is said in one sentence that begins with its name. */
    public static Map<String, Observed> read(Path file, Case given) throws BadCase {
        return CaseFile.read(file, CaseLimits.USUAL, in -> read(in, given));
    }

    /** Reads a stream to its end. */
    public static Map<String, Observed> read(InputStream in, Case given) throws BadCase, IOException {
        return CaseFile.parsed(in, CaseLimits.USUAL, parser -> fields(parser, given));
    }

    private static Map<String, Observed> fields(JsonParser parser, Case given) throws IOException, BadCase {
        CellType cell = given.weights().cell();
        JsonNumbers numbers = new JsonNumbers(parser, CaseLimits.USUAL);
        numbers.noteDigits();
        if (parser.nextToken() == null) {
            throw new BadCase("the file is empty; it must be a JSON object such as { \"h\": [T][B][H] }");
        }
        ExpectedReader reader = new ExpectedReader(parser, numbers);
        Map<String, Array> values = reader.read();
        if (parser.nextToken() != null) {
            throw BadCase.of(
                    "something follows the end of the object (line %d); the file must hold one JSON object",
                    parser.currentTokenLocation().getLineNr());
        }
        String strange = reader.strange();
        Map<String, Observed> expected = new LinkedHashMap<>();
        for (Map.Entry<String, Array> e : values.entrySet()) {
            String name = e.getKey();
            if (!CaseNames.answers(cell, name)) {
                strange = strange == null ? "$." + name : strange;
            } else if (name.indexOf('.') < 0) {
                computed(name, given);
                ExpectedSizes.of(given).fit("$." + name, e.getValue(), CaseNames.answer(name));
                expected.put(
                        name,
                        reader.digits().getOrDefault(name, new WrittenDigits()).of(e.getValue()));
            }
        }
        if (strange != null) {
            throw new BadCase(
                    "%s is unknown; an answer of %s has no such field".formatted(strange, CaseCheck.aCell(cell)));
        }
        if (expected.isEmpty()) {
            throw new BadCase("$ has nothing that a cell computes forward; it must have a field such as h or h_last");
        }
        return expected;
    }

    private static void computed(String name, Case given) throws BadCase {
        if (name.equals("logits") && given.weights().outputs() == 0) {
            throw new BadCase("$.logits cannot be compared: the case has no head");
        }
        boolean loss = name.equals("loss") || name.equals("perplexity");
        if (loss && (given.targets() == null || given.weights().outputs() == 0)) {
            throw new BadCase("$." + name + " cannot be compared: without head and targets there is no loss");
        }
    }
}
