package grulab.interop.code;

import grulab.engine.explain.CellFormulas;
import grulab.engine.explain.CellFormulas.CellFormula;
import grulab.engine.explain.DefinedFunction;
import grulab.model.Array;
import grulab.model.Case;
import grulab.model.CellOptions;
import grulab.model.CellOptions.Lengths;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Framework;
import grulab.model.LayoutBlock;
import grulab.model.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a program computes.
 *
 * @param layer the framework's own that computes the cell, or null if it has none of its convention
 * @param weights of the layer, gate by gate; without one the lab's
 * @param convention of these weights
 * @param options what the cell does otherwise with these weights
 */
record Plan(
        Framework framework,
        Case given,
        @Nullable Layer layer,
        Weights weights,
        Convention convention,
        CellOptions options) {
    static Plan of(Case given, Framework framework) {
        Weights weights = given.weights();
        Layer layer = Layer.of(framework, given).orElse(null);
        return layer == null
                ? new Plan(framework, given, null, weights, given.convention(), given.options())
                : new Plan(framework, given, layer, layer.weights(), layer.row().convention(), layer.options());
    }

    CellType cell() {
        return weights.cell();
    }

    int inputs() {
        return weights.inputs();
    }

    int hidden() {
        return weights.hidden();
    }

    /** O, 0 without a head. */
    int outputs() {
        return given.weights().outputs();
    }

    boolean hasHead() {
        return outputs() > 0;
    }

    boolean hasHeadBias() {
        return given.weights().has("b_q");
    }

    /** Whether z is here what 1 − z is in the lab. */
    boolean relabelled() {
        return layer != null && layer.relabels(given.convention());
    }

    /** The cell's formulas with these weights, as the lab shows them. */
    List<CellFormula> formulas() {
        return CellFormulas.of(cell(), convention, weights::has, options);
    }

    /** What the formulas use beside σ and tanh. */
    List<DefinedFunction> functions() {
        return DefinedFunction.of(cell(), options);
    }

    /** How many steps each row has; null if all have T. */
    @Nullable
    Lengths lengths() {
        return options.lengths();
    }

    CellFormula headFormula() {
        return CellFormulas.head(hasHeadBias());
    }

    /** The states that go from step to step, as formulas call them: h, or h and c. */
    List<String> states() {
        return cell().hasCellState() ? List.of("h", "c") : List.of("h");
    }

    /** What a formula calls a parameter that the lab calls W_ir, W_hr, b_ir, b_hr: W_r, U_r, b_r, c_r. */
    String symbol(String parameter) {
        String letter = switch (parameter.substring(0, 3)) {
            case "W_i" -> "W";
            case "W_h" -> "U";
            case "b_i" -> "b";
            default -> "c";
        };
        return cell().gates().size() == 1 ? letter : letter + "_" + parameter.substring(3);
    }

    /** What a formula calls a part of a layer's array. */
    String symbol(LayoutBlock block) {
        String start = switch (block.side()) {
            case INPUT -> "W_i";
            case RECURRENT -> "W_h";
            case INPUT_BIAS -> "b_i";
            case RECURRENT_BIAS -> "b_h";
            case BIAS -> weights.has("b_i" + block.gate()) ? "b_i" : "b_h";
        };
        return symbol(start + block.gate());
    }

    /** The parameters of a gate that are there, by the lab's names: W_ir, W_hr, b_ir, b_hr. */
    List<String> parameters(String gate) {
        return List.of("W_i" + gate, "W_h" + gate, "b_i" + gate, "b_h" + gate).stream()
                .filter(weights::has)
                .toList();
    }

    /** x, h0, of an LSTM c0, and lengths where rows end before T. */
    Map<String, Array> input() {
        Map<String, Array> input = new LinkedHashMap<>();
        input.put("x", Array.of(given.x(), given.steps(), given.batch(), inputs()));
        input.put("h0", Array.of(given.h0(), given.batch(), hidden()));
        if (cell().hasCellState()) {
            input.put("c0", Array.of(given.c0(), given.batch(), hidden()));
        }
        Lengths lengths = lengths();
        if (lengths != null) {
            input.put(
                    "lengths",
                    Array.of(lengths.steps().stream().mapToDouble(n -> n).toArray(), given.batch()));
        }
        return input;
    }

    /** The lab's parameters, head included, by the lab's names. */
    Map<String, Array> labArrays() {
        Map<String, Array> arrays = new LinkedHashMap<>();
        given.weights()
                .arrays()
                .forEach((name, values) ->
                        arrays.put(name, Array.of(values, given.weights().shape(name))));
        return arrays;
    }

    /**
     * What a program stores that has a layer: the layer's arrays and the head's; without a layer the lab's own.
     *
     * @param prefix in front of each of the layer's names
     * @param matrix what W_hq is called
     * @param transposed whether it is stored as [O×H], as PyTorch does, and not as [H×O]
     * @param bias what b_q is called
     */
    Map<String, Array> stored(String prefix, String matrix, boolean transposed, String bias) {
        if (layer == null) {
            return labArrays();
        }
        Map<String, Array> arrays = new LinkedHashMap<>();
        layer.arrays().forEach((name, array) -> arrays.put(prefix + name, array));
        if (hasHead()) {
            arrays.put(matrix, transposed ? headTransposed() : head());
            if (hasHeadBias()) {
                arrays.put(bias, Array.of(given.weights().get("b_q"), outputs()));
            }
        }
        return arrays;
    }

    private Array head() {
        return Array.of(given.weights().get("W_hq"), hidden(), outputs());
    }

    private Array headTransposed() {
        double[] from = given.weights().get("W_hq");
        double[] to = new double[from.length];
        for (int k = 0; k < hidden(); k++) {
            for (int o = 0; o < outputs(); o++) {
                to[o * hidden() + k] = from[k * outputs() + o];
            }
        }
        return Array.of(to, outputs(), hidden());
    }
}
