package grulab.engine.train;

import grulab.engine.cell.GruWeights;
import grulab.engine.cell.Parameter;
import grulab.model.CellType;
import grulab.model.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The parameters of a cell and its head: all that is trained, in one fixed order. */
final class Network {
    final GruWeights cell;
    /** W_hq [H×O], null without a head. */
    final @Nullable Parameter head;
    /** b_q, null if absent. */
    final @Nullable Parameter headBias;

    private final int outputs;
    private final List<Parameter> parameters;

    /**
     * @param outputs O, 0 without a head
     * @param present which biases there are, by name
     */
    Network(int inputs, int hidden, int outputs, Predicate<String> present) {
        this.outputs = outputs;
        cell = new GruWeights(inputs, hidden, present);
        parameters = new ArrayList<>(cell.parameters());
        head = outputs > 0 ? new Parameter("W_hq", hidden, outputs, false) : null;
        headBias = outputs > 0 && present.test("b_q") ? new Parameter("b_q", 1, outputs, false) : null;
        if (head != null) {
            parameters.add(head);
        }
        if (headBias != null) {
            parameters.add(headBias);
        }
    }

    List<Parameter> parameters() {
        return parameters;
    }

    /** Takes all values; a parameter that the weights have not is set to zero. */
    void load(Weights weights) {
        if (weights.inputs() != cell.inputs || weights.hidden() != cell.hidden || weights.outputs() != outputs) {
            throw new IllegalArgumentException(
                    "the weights are for %d inputs, %d units and %d outputs, not %d, %d and %d"
                            .formatted(
                                    weights.inputs(),
                                    weights.hidden(),
                                    weights.outputs(),
                                    cell.inputs,
                                    cell.hidden,
                                    outputs));
        }
        for (Parameter p : parameters) {
            p.load(weights.has(p.name) ? weights.get(p.name) : new double[p.value.values.length]);
        }
    }

    Weights weights() {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        for (Parameter p : parameters) {
            arrays.put(p.name, doubles(p.outside(p.value.values)));
        }
        return new Weights(CellType.GRU, cell.inputs, cell.hidden, outputs, arrays);
    }

    static double[] doubles(float[] values) {
        double[] copy = new double[values.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = values[i];
        }
        return copy;
    }
}
