package grulab.engine.train;

import grulab.engine.cell.CellWeights;
import grulab.engine.cell.Packed;
import grulab.engine.cell.Parameter;
import grulab.engine.math.Kernels;
import grulab.model.CellType;
import grulab.model.Edit;
import grulab.model.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

    /** Floats of the arrays that are trained, with what pads them. */
    int floats() {
        return packed.stream().mapToInt(p -> p.value().length).sum();
    }

    /** Copies all parameters, as they are kept, one after the other. */
    void copyTo(float[] copy) {
        int at = 0;
        for (int k = 0; k < packed.size(); k++) {
            float[] value = packed.get(k).value();
            System.arraycopy(value, 0, copy, at, value.length);
            at += value.length;
        }
    }

    /** Trades all parameters for others that {@link #copyTo} copied. */
    void swap(float[] other) {
        int at = 0;
        for (Packed p : packed) {
            float[] value = p.value();
            for (int i = 0; i < value.length; i++, at++) {
                float here = value[i];
                value[i] = other[at];
                other[at] = here;
            }
        }
        refresh(0, 1);
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

    /** Sets all of the entries or, with an {@link IllegalArgumentException}, none. */
    void set(List<Edit.Weight> edits) {
        List<Parameter> edited = edits.stream().map(this::checked).toList();
        for (int i = 0; i < edited.size(); i++) {
            Edit.Weight edit = edits.get(i);
            edited.get(i).set(edit.index(), (float) edit.value());
        }
        refresh(0, 1);
    }

    private Parameter checked(Edit.Weight edit) {
        Parameter parameter = parameters.stream()
                .filter(p -> p.name.equals(edit.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("This %s has no weights %s; it has %s."
                        .formatted(
                                cell.type.title(),
                                edit.name(),
                                parameters.stream().map(p -> p.name).collect(Collectors.joining(", ")))));
        if (edit.index() < 0 || edit.index() >= parameter.size()) {
            throw new IllegalArgumentException(
                    "%s has entries 1 to %d, not %d.".formatted(edit.name(), parameter.size(), edit.index() + 1L));
        }
        if (!Float.isFinite((float) edit.value())) {
            throw new IllegalArgumentException(
                    "An entry of %s must be a finite number, not %s.".formatted(edit.name(), edit.value()));
        }
        return parameter;
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
