package grulab.engine;

import grulab.model.Activation;
import grulab.model.Activation.Function;
import grulab.model.Case;
import grulab.model.CellOptions;
import grulab.model.CellOptions.AfterEnd;
import grulab.model.CellOptions.Coupling;
import grulab.model.CellOptions.Lengths;
import grulab.model.CellType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Cells that do otherwise than they are written: each option alone, and all of them together. */
public final class OptionalCells {
    private static final int STEPS = 4;

    private OptionalCells() {}

    public record OptionalCell(String name, Case given) {
        @Override
        public String toString() {
            return name;
        }
    }

    public static Stream<OptionalCell> all() {
        return CellForm.ALL.stream()
                .flatMap(form -> options(form.cell()).entrySet().stream()
                        .map(e -> new OptionalCell(
                                form + " " + e.getKey(),
                                cell(form, e.getKey().hashCode()).with(e.getValue()))));
    }

    private static Case cell(CellForm form, int seed) {
        return new RandomCase(form, 2, 3, STEPS, 3, 3, false, seed).toCase();
    }

    private static Map<String, CellOptions> options(CellType cell) {
        CellOptions plain = CellOptions.PLAIN;
        Map<String, CellOptions> options = new LinkedHashMap<>();
        for (Function function : Function.values()) {
            Activation activation = new Activation(function, 0.6, 0.3);
            // one gate after the other, for with some functions in all of them numbers would grow beyond a softmax
            String gate =
                    cell.activated().get(function.ordinal() % cell.activated().size());
            options.put(function.onnx() + " in " + gate, plain.withActivations(cell, Map.of(gate, activation)));
        }
        options.put("clip", plain.withClip(0.4));
        options.put("ends in zero", plain.withLengths(new Lengths(List.of(2, STEPS, 0), AfterEnd.ZERO)));
        options.put("ends held", plain.withLengths(new Lengths(List.of(2, STEPS, 0), AfterEnd.HELD)));
        List<CellOptions> together = new ArrayList<>(List.of(plain));
        if (cell.hasCellState()) {
            options.put("forget bias", plain.withForgetBias(0.75));
            options.put("cell clip", plain.withCellClip(0.5));
            for (Coupling coupling : Coupling.values()) {
                options.put(coupling.id(), plain.withCoupled(coupling));
                together.add(plain.withCellClip(0.7).withCoupled(coupling));
            }
            together.add(plain.withForgetBias(-0.5));
        }
        int count = 0;
        for (CellOptions some : together) {
            options.put(
                    "together " + ++count,
                    some.withClip(0.9)
                            .withActivations(cell, several(cell))
                            .withLengths(new Lengths(List.of(3, 1, STEPS), AfterEnd.HELD)));
        }
        return options;
    }

    private static Map<String, Activation> several(CellType cell) {
        List<String> gates = cell.activated();
        Map<String, Activation> several = new LinkedHashMap<>();
        several.put(gates.get(0), Activation.HARD_SIGMOID_SIXTH);
        several.put(gates.get(gates.size() - 1), Activation.RELU);
        return several;
    }
}
