package grulab.interop;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import grulab.interop.JsonNumbers.Axes;
import grulab.model.Array;
import grulab.model.Case;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes the fields of a case file; {@link CaseCheck} judges how they fit together. */
final class CaseReader extends FieldsReader {
    CaseReader(JsonParser parser, CaseLimits limits) {
        super(parser, limits);
    }

    CaseFile read(String name) throws IOException, BadCase {
        return new CaseCheck(fields(), limits).check(name);
    }

    OrderedCase readInAnyOrder(String name) throws IOException, BadCase {
        CaseFields fields = fields();
        boolean batchFirst = fields.batchFirst();
        if (batchFirst) {
            fields.turn();
        }
        return new OrderedCase(new CaseCheck(fields, limits).check(name).problem(), batchFirst);
    }

    /** The cell of a case, or of a file with nothing but a cell. */
    CellFile readCell() throws IOException, BadCase {
        return new CaseCheck(fields(), limits).checkCell();
    }

    private CaseFields fields() throws IOException, BadCase {
        return fields("case", "a case is a JSON object", "the fields of a case");
    }

    @Override
    void field(String name, CaseFields fields) throws IOException, BadCase {
        if (input(name, fields) || options.cell(name, fields.options)) {
            return;
        }
        switch (name) {
            case "name" -> fields.name = text();
            case "cell" -> fields.cell = text();
            case "reset" -> fields.reset = text();
            case "update" -> fields.update = text();
            case "weights" -> fields.weights = weights(fields);
            case "head" -> fields.head = head();
            case "train" -> fields.training = training();
            case "expected" -> {
                ExpectedReader reader = new ExpectedReader(parser, numbers);
                fields.expected = reader.read();
                fields.strangeExpected = reader.strange();
            }
            case "tolerance" -> fields.tolerance = notNegative();
            case "rtol" -> fields.rtol = notNegative();
            default ->
                throw new BadCase(numbers.place()
                        + " is unknown; the fields of a case are name, meta, cell, reset, update, weights, x, h0, c0,"
                        + " head, targets, train, activations, forgetBias, cellClip, clip, coupled, lengths, after,"
                        + " expected, tolerance, rtol");
        }
    }

    private Map<String, Array> weights(CaseFields fields) throws IOException, BadCase {
        object("weights by name");
        Map<String, Array> weights = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Axes axes = fields.strangeWeight == null ? CaseNames.weight(name) : null;
            parser.nextToken();
            if (axes == null) {
                // which names are right depends on the cell, which may still be to come
                fields.strangeWeight = fields.strangeWeight == null ? numbers.place() : fields.strangeWeight;
                numbers.skip();
            } else {
                weights.put(name, numbers.array(axes));
            }
        }
        return weights;
    }

    private Map<String, Array> head() throws IOException, BadCase {
        object("W_hq and b_q");
        Map<String, Array> head = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "W_hq" -> head.put(name, numbers.array(new Axes("HO")));
                case "b_q" -> head.put(name, numbers.array(new Axes("O")));
                default -> throw new BadCase(numbers.place() + " is unknown; a head has W_hq and b_q");
            }
        }
        return head;
    }

    private Case.Training training() throws IOException, BadCase {
        object("steps, lr and clip");
        String place = numbers.place();
        Map<String, Double> found = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            double value = switch (name) {
                case "steps" -> within(1, CaseLimits.TRAINING_STEPS, true);
                case "lr" -> within(Double.MIN_NORMAL, 1e6, false);
                case "clip" -> within(Double.MIN_NORMAL, CaseLimits.MAGNITUDE, false);
                default -> throw new BadCase(numbers.place() + " is unknown; train has steps, lr and clip");
            };
            found.put(name, value);
        }
        return new Case.Training(
                (int) need(found, "steps", place), need(found, "lr", place), need(found, "clip", place));
    }

    private static double need(Map<String, Double> found, String name, String place) throws BadCase {
        Double value = found.get(name);
        if (value == null) {
            throw new BadCase(place + "." + name + " is missing; train has steps, lr and clip");
        }
        return value;
    }

    private double within(double smallest, double largest, boolean whole) throws IOException, BadCase {
        double value = numbers.number();
        if (!(value >= smallest && value <= largest) || (whole && value != Math.rint(value))) {
            throw new BadCase(
                    whole
                            ? "%s must be a whole number from %.0f to %.0f"
                                    .formatted(numbers.place(), smallest, largest)
                            : "%s must be above 0 and at most %.2g".formatted(numbers.place(), largest));
        }
        return value;
    }

    private double notNegative() throws IOException, BadCase {
        double value = numbers.number();
        if (value < 0) {
            throw new BadCase(numbers.place() + " must be 0 or more");
        }
        return value;
    }

    private String text() throws IOException, BadCase {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw new BadCase(numbers.place() + " must be a text in quotes");
        }
        return parser.getText();
    }

    private void object(String of) throws BadCase {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new BadCase(numbers.place() + " must be an object with " + of);
        }
    }
}
