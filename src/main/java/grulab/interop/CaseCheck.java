package grulab.interop;

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

/** Judges whether the fields of a case are those of its cell and fit together, and makes the case of them. */
final class CaseCheck {
    private final CaseFields fields;
    private final CellType cell;
    private final CaseSizes sizes;

    CaseCheck(CaseFields fields, CaseLimits limits) throws BadCase {
        this.fields = fields;
        List<String> cells = Arrays.stream(CellType.values()).map(CellType::id).toList();
        cell = CellType.values()[choice("$.cell", need(fields.cell, "$.cell", quoted(cells)), cells)];
        sizes = new CaseSizes(cell, limits);
    }

    /** @param fallback the name of the case if it has none in itself */
    CaseFile check(String fallback) throws BadCase {
        refuseWhatTheCellHasNot();
        Convention convention = convention();
        Array x = need(fields.x, "$.x", "the inputs, [T][B][I]");
        sizes.set('T', x.shape()[0]);
        sizes.set('B', x.shape()[1]);
        sizes.set('I', x.shape()[2]);
        sizes.set('S', fields.training == null ? 0 : fields.training.steps());
        Weights weights = fitted();
        InputCheck input = new InputCheck(sizes);
        double[] h0 = input.start("$.h0", fields.h0);
        double[] c0 = cell.hasCellState() ? input.start("$.c0", fields.c0) : new double[0];
        int[] targets = targets(input);
        if (fields.training != null && targets == null) {
            throw new BadCase("$.targets is missing: training needs the class numbers, [T][B]");
        }
        OptionsCheck options = new OptionsCheck(fields.options, cell);
        Case problem = new Case(
                name(fallback),
                convention,
                weights,
                sizes.of('T'),
                sizes.of('B'),
                x.values(),
                h0,
                c0,
                targets,
                fields.training,
                options.cell().withLengths(options.rows(sizes, targets != null)));
        return new CaseFile(problem, new ExpectedCheck(fields, cell, sizes).check());
    }

    /** The cell alone; what is about an input is checked too where there is any. */
    CellFile checkCell() throws BadCase {
        if (fields.hasInput()) {
            Case problem = check("case").problem();
            return new CellFile(
                    problem.convention(), problem.weights(), problem.options().withLengths(null));
        }
        refuseWhatTheCellHasNot();
        Convention convention = convention();
        String input = "W_i" + cell.gates().get(0);
        sizes.set(
                'I',
                need(weights().get(input), "$.weights." + input, "numbers of shape [H][I]")
                        .shape()[1]);
        sizes.from("$.weights." + input, "I");
        return new CellFile(convention, fitted(), new OptionsCheck(fields.options, cell).cell());
    }

    /** The weights and the head, once the sizes that come from elsewhere are known. */
    private Weights fitted() throws BadCase {
        Map<String, Array> named = weights();
        String recurrent = "W_h" + cell.gates().get(0);
        sizes.set(
                'H',
                need(named.get(recurrent), "$.weights." + recurrent, "numbers of shape [H][H]")
                        .shape()[0]);
        sizes.set('O', outputs());
        sizes.withinLimits();
        Map<String, double[]> arrays = new LinkedHashMap<>();
        fitAll("$.weights.", named, arrays);
        fitAll("$.head.", fields.head == null ? Map.of() : fields.head, arrays);
        return new Weights(cell, sizes.of('I'), sizes.of('H'), sizes.of('O'), arrays);
    }

    private void refuseWhatTheCellHasNot() throws BadCase {
        String strange = fields.strangeWeight;
        for (String name : fields.weights == null ? List.<String>of() : fields.weights.keySet()) {
            if (strange == null && !CaseNames.weights(cell).contains(name)) {
                strange = "$.weights." + name;
            }
        }
        if (strange != null) {
            throw new BadCase("%s is unknown; the weights of %s are %s"
                    .formatted(strange, aCell(cell), String.join(" ", CaseNames.weights(cell))));
        }
        if (fields.c0 != null && !cell.hasCellState()) {
            throw new BadCase("$.c0 is unknown; %s has only h0".formatted(aCell(cell)));
        }
        if (cell != CellType.GRU && (fields.reset != null || fields.update != null)) {
            throw new BadCase("$.%s is unknown; %s is written in one way, only a gru has reset and update"
                    .formatted(fields.reset != null ? "reset" : "update", aCell(cell)));
        }
    }

    /** Of a GRU; the others have none that matters. */
    private Convention convention() throws BadCase {
        if (cell != CellType.GRU) {
            return Convention.PYTORCH;
        }
        String reset = need(fields.reset, "$.reset", "\"before\" or \"after\"");
        String update = need(fields.update, "$.update", "\"keep\" or \"admit\"");
        return new Convention(
                choice("$.reset", reset, List.of("before", "after")) == 0 ? ResetPosition.BEFORE : ResetPosition.AFTER,
                choice("$.update", update, List.of("keep", "admit")) == 0 ? UpdateMeaning.KEEP : UpdateMeaning.ADMIT);
    }

    private Map<String, Array> weights() throws BadCase {
        List<String> names = CaseNames.weights(cell);
        Map<String, Array> weights = need(fields.weights, "$.weights", "an object with " + names.get(0) + " and so on");
        for (String name : names) {
            if (name.startsWith("W")) {
                need(weights.get(name), "$.weights." + name, "numbers of shape " + CaseNames.weight(name));
            }
        }
        return weights;
    }

    private void fitAll(String place, Map<String, Array> named, Map<String, double[]> arrays) throws BadCase {
        for (Map.Entry<String, Array> e : named.entrySet()) {
            sizes.fit(place + e.getKey(), e.getValue(), CaseNames.parameter(e.getKey()));
            arrays.put(e.getKey(), e.getValue().values());
        }
    }

    private int outputs() throws BadCase {
        if (fields.head == null) {
            return 0;
        }
        return need(fields.head.get("W_hq"), "$.head.W_hq", "numbers of shape [H][O]")
                .shape()[1];
    }

    private int @Nullable [] targets(InputCheck input) throws BadCase {
        if (fields.targets == null) {
            return null;
        }
        if (fields.head == null) {
            throw new BadCase("$.head is missing: targets need the W_hq [H][O] that makes logits of the state");
        }
        return input.symbols("$.targets", "class", fields.targets, sizes.of('O'));
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

    /** A cell as a sentence mentions it: a gru, an lstm, an rnn. */
    static String aCell(CellType cell) {
        return (cell == CellType.GRU ? "a " : "an ") + cell.id();
    }

    private static int choice(String place, String value, List<String> choices) throws BadCase {
        int index = choices.indexOf(value);
        if (index < 0) {
            throw new BadCase("%s is \"%s\"; it must be %s".formatted(place, JsonPlace.quoted(value), quoted(choices)));
        }
        return index;
    }

    private static String quoted(List<String> choices) {
        return choices.stream().map(c -> "\"" + c + "\"").collect(Collectors.joining(" or "));
    }

    private static <T> T need(@Nullable T value, String place, String what) throws BadCase {
        if (value == null) {
            throw new BadCase(place + " is missing: it must be " + what);
        }
        return value;
    }
}
