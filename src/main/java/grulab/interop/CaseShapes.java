package grulab.interop;

import grulab.interop.CaseReader.Fields;
import grulab.interop.JsonNumbers.Axes;
import grulab.model.Array;
import grulab.model.Case;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import grulab.model.Weights;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges how the fields of a case fit together and makes the case of them. Sizes are named T, B, I, H, O, S. */
final class CaseShapes {
    private static final List<String> NEEDED = List.of("W_ir", "W_iz", "W_in", "W_hr", "W_hz", "W_hn");

    private final Fields fields;
    private final Map<Character, Integer> sizes = new LinkedHashMap<>();

    CaseShapes(Fields fields) {
        this.fields = fields;
    }

    /** Axes of a parameter of a GRU and its head by name, or null if there is none of that name. */
    static @Nullable Axes axes(String name) {
        return switch (name) {
            case "W_ir", "W_iz", "W_in" -> new Axes("HI");
            case "W_hr", "W_hz", "W_hn" -> new Axes("HH");
            case "b_ir", "b_iz", "b_in", "b_hr", "b_hz", "b_hn" -> new Axes("H");
            case "W_hq" -> new Axes("HO");
            case "b_q" -> new Axes("O");
            default -> null;
        };
    }

    CaseFile check(String fallback) throws BadCase {
        Convention convention = convention();
        Array x = need(fields.x, "$.x", "the inputs, [T][B][I]");
        Map<String, Array> named = weights();
        sizes.put('T', x.shape()[0]);
        sizes.put('B', x.shape()[1]);
        sizes.put('I', x.shape()[2]);
        sizes.put(
                'H',
                need(named.get("W_hr"), "$.weights.W_hr", "numbers of shape [H][H]")
                        .shape()[0]);
        sizes.put('O', outputs());
        sizes.put('S', fields.training == null ? 0 : fields.training.steps());
        sizesWithinLimits();
        Map<String, double[]> arrays = new LinkedHashMap<>();
        for (Map.Entry<String, Array> e : named.entrySet()) {
            shape("$.weights." + e.getKey(), e.getValue(), axes(e.getKey()));
            arrays.put(e.getKey(), e.getValue().values());
        }
        if (fields.head != null) {
            for (Map.Entry<String, Array> e : fields.head.entrySet()) {
                shape("$.head." + e.getKey(), e.getValue(), axes(e.getKey()));
                arrays.put(e.getKey(), e.getValue().values());
            }
        }
        if (fields.h0 != null) {
            shape("$.h0", fields.h0, new Axes("BH"));
        }
        int[] targets = targets();
        if (fields.training != null && targets == null) {
            throw new BadCase("$.targets is missing: training needs the class numbers, [T][B]");
        }
        work();
        Weights weights = new Weights(CellType.GRU, size('I'), size('H'), size('O'), arrays);
        double[] h0 = fields.h0 == null ? new double[size('B') * size('H')] : fields.h0.values();
        Case problem = new Case(
                name(fallback),
                convention,
                weights,
                size('T'),
                size('B'),
                x.values(),
                h0,
                new double[0],
                targets,
                fields.training);
        return new CaseFile(problem, new ExpectedShapes(fields, this).check());
    }

    /** Refuses an array whose shape is not the sizes of its axes. */
    void shape(String place, Array array, @Nullable Axes axes) throws BadCase {
        if (axes == null) {
            throw new BadCase(place + " is unknown");
        }
        int[] wanted = axes.letters().chars().map(c -> size((char) c)).toArray();
        if (!Arrays.equals(array.shape(), wanted)) {
            throw BadCase.of(
                    "%s has shape %s; it must be %s = %s%s",
                    place, brackets(array.shape()), axes, brackets(wanted), sources(axes));
        }
    }

    int size(char axis) {
        return sizes.getOrDefault(axis, 0);
    }

    private Convention convention() throws BadCase {
        String cell = need(fields.cell, "$.cell", "\"gru\"");
        if (cell.equals("lstm") || cell.equals("rnn")) {
            throw new BadCase("$.cell is \"%s\"; this version reads gru".formatted(cell), cell);
        }
        choice("$.cell", cell, List.of("gru"));
        if (fields.strangeWeight != null) {
            throw new BadCase(
                    fields.strangeWeight
                            + " is unknown; the weights of a gru are W_ir W_iz W_in W_hr W_hz W_hn b_ir b_iz b_in b_hr b_hz b_hn");
        }
        if (fields.c0) {
            throw new BadCase("$.c0 is unknown; a gru has only h0");
        }
        if (fields.strangeExpected != null) {
            throw new BadCase(fields.strangeExpected + " is unknown; an answer of a gru has no such field");
        }
        String reset = need(fields.reset, "$.reset", "\"before\" or \"after\"");
        String update = need(fields.update, "$.update", "\"keep\" or \"admit\"");
        return new Convention(
                choice("$.reset", reset, List.of("before", "after")) == 0 ? ResetPosition.BEFORE : ResetPosition.AFTER,
                choice("$.update", update, List.of("keep", "admit")) == 0 ? UpdateMeaning.KEEP : UpdateMeaning.ADMIT);
    }

    private static int choice(String place, String value, List<String> choices) throws BadCase {
        int index = choices.indexOf(value);
        if (index < 0) {
            throw new BadCase("%s is \"%s\"; it must be %s"
                    .formatted(
                            place,
                            JsonPlace.quoted(value),
                            choices.stream().map(c -> "\"" + c + "\"").collect(Collectors.joining(" or "))));
        }
        return index;
    }

    private Map<String, Array> weights() throws BadCase {
        Map<String, Array> weights = need(fields.weights, "$.weights", "an object with W_ir and so on");
        for (String name : NEEDED) {
            need(weights.get(name), "$.weights." + name, "numbers of shape " + axes(name));
        }
        return weights;
    }

    private int outputs() throws BadCase {
        if (fields.head == null) {
            return 0;
        }
        return need(fields.head.get("W_hq"), "$.head.W_hq", "numbers of shape [H][O]")
                .shape()[1];
    }

    private int @Nullable [] targets() throws BadCase {
        if (fields.targets == null) {
            return null;
        }
        if (fields.head == null) {
            throw new BadCase("$.head is missing: targets need the W_hq [H][O] that makes logits of the state");
        }
        shape("$.targets", fields.targets, new Axes("TB"));
        double[] values = fields.targets.values();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != Math.rint(values[i]) || values[i] < 0 || values[i] >= size('O')) {
                throw BadCase.of(
                        "$.targets[%d][%d] must be a class number from 0 to %d",
                        i / size('B'), i % size('B'), size('O') - 1);
            }
        }
        return Arrays.stream(values).mapToInt(v -> (int) v).toArray();
    }

    private void sizesWithinLimits() throws BadCase {
        limit('H', "hidden units", CaseLimits.HIDDEN);
        limit('B', "rows in a batch", CaseLimits.BATCH);
        limit('T', "steps", CaseLimits.STEPS);
        limit('I', "inputs", CaseLimits.WIDTH);
        limit('O', "classes", CaseLimits.WIDTH);
    }

    private void limit(char axis, String of, int most) throws BadCase {
        if (size(axis) > most) {
            throw BadCase.of("%s = %d %s%s are too many; a case may have %d", axis, size(axis), of, source(axis), most);
        }
    }

    private void work() throws BadCase {
        double rows = (double) size('T') * size('B');
        double numbers = rows * Math.max(size('H'), Math.max(size('I'), size('O')));
        double products = rows * size('H') * (3.0 * (size('H') + size('I')) + size('O')) * (1 + size('S'));
        if (numbers > CaseLimits.NUMBERS || products > CaseLimits.WORK) {
            throw BadCase.of(
                    "the case is too large: %.1g multiplications and %.1g numbers a gate; at most %.0g and %.0g",
                    products, numbers, CaseLimits.WORK, (double) CaseLimits.NUMBERS);
        }
    }

    private String name(String fallback) throws BadCase {
        String name = fields.name;
        if (name == null) {
            return fallback;
        }
        if (name.isBlank() || name.length() > CaseLimits.NAME || !JsonPlace.oneLine(name)) {
            throw BadCase.of("$.name must be one line of at most %d characters", CaseLimits.NAME);
        }
        return name;
    }

    private static <T> T need(@Nullable T value, String place, String what) throws BadCase {
        if (value == null) {
            throw new BadCase(place + " is missing: it must be " + what);
        }
        return value;
    }

    private static String brackets(int[] shape) {
        return Arrays.stream(shape).mapToObj(n -> "[" + n + "]").collect(Collectors.joining());
    }

    private static String sources(Axes axes) {
        return axes.letters()
                .chars()
                .distinct()
                .mapToObj(c -> (char) c + source((char) c))
                .collect(Collectors.joining(", ", " (", ")"));
    }

    private static String source(char axis) {
        return switch (axis) {
            case 'T', 'B', 'I' -> " from $.x";
            case 'H' -> " from $.weights.W_hr";
            case 'O' -> " from $.head.W_hq";
            default -> " from $.train.steps";
        };
    }
}
