package grulab.interop.code;

import grulab.interop.file.BadModel;
import grulab.interop.layout.Conversion;
import grulab.interop.layout.Layouts;
import grulab.model.Array;
import grulab.model.Case;
import grulab.model.CellOptions;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Framework;
import grulab.model.FrameworkRow;
import grulab.model.Weights;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A framework's own layer that computes a cell exactly.
 *
 * @param arrays what it stores, by its names
 * @param weights what it computes with, gate by gate: its biases are one a gate where it has only one
 * @param options what it does otherwise with them
 * @param told how it is told so, as arguments where its users write arguments
 */
record Layer(FrameworkRow row, Map<String, Array> arrays, Weights weights, CellOptions options, List<String> told) {
    /** The first of a framework's layers that is the same function with other, or the same, weights. */
    static Optional<Layer> of(Framework framework, Case given) {
        Weights weights = given.weights();
        Convention convention = given.convention();
        if (given.options().lengths() != null) {
            return Optional.empty(); // frameworks pack, mask or sort the rows before a layer sees them
        }
        return rows(framework, weights).stream()
                .flatMap(id -> FrameworkRow.byId(weights.cell(), id).stream())
                .filter(row ->
                        weights.cell() != CellType.GRU || row.convention().relabelsTo(convention))
                .flatMap(row -> fit(row, given).stream())
                .findFirst();
    }

    /** Ids of rows. */
    private static List<String> rows(Framework framework, Weights weights) {
        return switch (framework) {
            case PYTORCH -> List.of("pytorch");
            case KERAS -> List.of("keras", "keras-before");
            case FLAX -> List.of("flax-linen");
            case NUMPY -> List.of();
            // of 1.0.0-M2.1: with one input or one unit they fail, are wrong, or write outside their memory
            case ND4J ->
                weights.cell() == CellType.GRU && weights.inputs() > 1 && weights.hidden() > 1
                        ? List.of("nd4j-gru", "nd4j-gru-cell")
                        : List.of();
        };
    }

    /** Empty if no weights make the layer the same function. */
    private static Optional<Layer> fit(FrameworkRow row, Case given) {
        try {
            Conversion made = Conversion.make(given.weights(), given.options(), given.convention(), row);
            Map<String, Array> arrays = Layouts.pack(row, made.weights());
            return Optional.of(
                    new Layer(row, arrays, Layouts.unpack(row, arrays, row.name()), made.options(), made.told()));
        } catch (BadModel e) {
            return Optional.empty();
        }
    }

    /** Whether its z is 1 − the z of weights under a convention. */
    boolean relabels(Convention convention) {
        return weights.cell() == CellType.GRU && row.convention().update() != convention.update();
    }

    boolean has(String array) {
        return arrays.containsKey(array);
    }
}
