package grulab.engine.train;

import grulab.engine.cell.CellWeights;
import grulab.engine.cell.Packed;
import grulab.engine.cell.Parameter;
import grulab.engine.math.Kernels;
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
    final CellWeights cell;
    /** Null without a head. */
    final @Nullable HeadWeights head;

    private final int outputs;
    private final List<Parameter> parameters;
    private final List<Packed> packed;

    /**
     * @param outputs O, 0 without a head
     * @param present which biases there are, by name
     */
    Network(CellType type, int inputs, int hidden, int outputs, Predicate<String> present, Kernels kernels) {
        this.outputs = outputs;
        cell = new CellWeights(type, inputs, hidden, present, kernels);
        head = outputs > 0 ? new HeadWeights(hidden, outputs, present.test("b_q"), kernels) : null;
        parameters = new ArrayList<>(cell.parameters());
        packed = new ArrayList<>(cell.packed());
        if (head != null) {
            parameters.addAll(head.parameters());
            packed.addAll(head.packed());
        }
    }

    List<Parameter> parameters() {
        return parameters;
    }

    /** The same, as the arrays that are trained. */
    List<Packed> packed() {
        return packed;
    }

    /** How many numbers are trained. */
    long size() {
        return parameters.stream().mapToLong(Parameter::size).sum();
    }

    /** Renews what is derived from the parameters, one part of several; to be done whenever they have changed. */
    void refresh(int part, int parts) {
        cell.refresh(part, parts);
        if (head != null) {
            head.refresh(part, parts);
        }
    }

    /** Takes all values; a parameter that the weights have not is set to zero. */
    void load(Weights weights) {
        if (weights.cell() != cell.type
                || weights.inputs() != cell.inputs
                || weights.hidden() != cell.hidden
                || weights.outputs() != outputs) {
            throw new IllegalArgumentException(
                    "the weights are for %s, %d inputs, %d units and %d outputs, not %s, %d, %d and %d"
                            .formatted(
                                    weights.cell().title(),
                                    weights.inputs(),
                                    weights.hidden(),
                                    weights.outputs(),
                                    cell.type.title(),
                                    cell.inputs,
                                    cell.hidden,
                                    outputs));
        }
        for (Parameter p : parameters) {
            p.load(weights.has(p.name) ? weights.get(p.name) : new double[p.size()]);
        }
        refresh(0, 1);
    }

    Weights weights() {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        for (Parameter p : parameters) {
            arrays.put(p.name, doubles(p.outside(p.packed.value())));
        }
        return new Weights(cell.type, cell.inputs, cell.hidden, outputs, arrays);
    }

    static double[] doubles(float[] values) {
        double[] copy = new double[values.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = values[i];
        }
        return copy;
    }
}
