package grulab.interop;

import grulab.interop.JsonNumbers.Axes;
import grulab.model.Activation;
import grulab.model.Array;
import grulab.model.CellOptions;
import grulab.model.CellOptions.AfterEnd;
import grulab.model.CellOptions.Coupling;
import grulab.model.CellOptions.Lengths;
import grulab.model.CellType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges whether what a file says a cell does otherwise is something that the cell can do. */
final class OptionsCheck {
    private final OptionFields fields;
    private final CellType cell;

    OptionsCheck(OptionFields fields, CellType cell) {
        this.fields = fields;
        this.cell = cell;
    }

    /** What is about the cell, without the rows of an input. */
    CellOptions cell() throws BadCase {
        refuseWhatOnlyAnLstmHas();
        Coupling coupled = coupled();
        Map<String, Activation> activations = new LinkedHashMap<>();
        for (Map.Entry<String, Activation> e : fields.activations.entrySet()) {
            String place = "$.activations." + JsonPlace.quoted(e.getKey());
            if (!cell.activated().contains(e.getKey())) {
                throw new BadCase("%s is unknown; the activations of %s are %s"
                        .formatted(place, CaseCheck.aCell(cell), String.join(" ", cell.activated())));
            }
            if (coupled != null && coupled.gate().equals(e.getKey())) {
                throw new BadCase("%s means nothing where %s".formatted(place, coupled.id()));
            }
            activations.put(e.getKey(), e.getValue());
        }
        double forgetBias = fields.forgetBias == null ? 0 : fields.forgetBias;
        if (forgetBias != 0 && coupled == Coupling.FORGET_FROM_INPUT) {
            throw new BadCase("$.forgetBias means nothing where " + coupled.id());
        }
        return new CellOptions(Map.of(), forgetBias, fields.cellClip, fields.clip, coupled, null)
                .withActivations(cell, activations);
    }

    /**
     * How long the rows of an input are; null if they are all alike.
     *
     * @param sizes of which T and B are known
     * @param judged whether there is a loss
     */
    @Nullable
    Lengths rows(CaseSizes sizes, boolean judged) throws BadCase {
        Array lengths = fields.lengths;
        if (lengths == null) {
            if (fields.after != null) {
                throw new BadCase("$.after means nothing without $.lengths, the number of steps of each row, [B]");
            }
            return null;
        }
        sizes.fit("$.lengths", lengths, new Axes("B"));
        double[] steps = lengths.values();
        for (int b = 0; b < steps.length; b++) {
            if (steps[b] != Math.rint(steps[b]) || steps[b] < 0 || steps[b] > sizes.of('T')) {
                throw BadCase.of("$.lengths[%d] must be a whole number from 0 to T = %d", b, sizes.of('T'));
            }
        }
        if (judged && Arrays.stream(steps).sum() == 0) {
            throw new BadCase("$.lengths are all 0, so that no target counts; leave $.targets away");
        }
        String after = fields.after;
        if (after == null) {
            throw new BadCase("$.after is missing: it must be \"zero\" or \"held\", what states are after a row's end");
        }
        List<String> ids = Stream.of(AfterEnd.values()).map(AfterEnd::id).toList();
        return new Lengths(
                Arrays.stream(steps).mapToInt(n -> (int) n).boxed().toList(),
                AfterEnd.values()[choice("$.after", after, ids)]);
    }

    private void refuseWhatOnlyAnLstmHas() throws BadCase {
        if (cell.hasCellState()) {
            return;
        }
        Map<String, @Nullable Object> only = new LinkedHashMap<>();
        only.put("forgetBias", fields.forgetBias);
        only.put("cellClip", fields.cellClip);
        only.put("coupled", fields.coupled);
        for (Map.Entry<String, @Nullable Object> e : only.entrySet()) {
            if (e.getValue() != null) {
                throw new BadCase("$.%s is unknown; only an lstm has it, and this is %s"
                        .formatted(e.getKey(), CaseCheck.aCell(cell)));
            }
        }
    }

    private @Nullable Coupling coupled() throws BadCase {
        String coupled = fields.coupled;
        if (coupled == null) {
            return null;
        }
        List<String> ids = Stream.of(Coupling.values()).map(Coupling::id).toList();
        return Coupling.values()[choice("$.coupled", coupled, ids)];
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
}
