package grulab.interop.onnx;

import grulab.interop.JsonPlace;
import grulab.interop.file.BadModel;
import grulab.interop.file.ElementType;
import grulab.interop.file.ModelLayer;
import grulab.interop.layout.Layouts;
import grulab.model.Array;
import grulab.model.CellOptions;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.FrameworkRow;
import grulab.model.ResetPosition;
import grulab.model.StoredStart;
import grulab.model.Weights;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import onnx.format.NodeProto;
import org.jspecify.annotations.Nullable;

/** One GRU, LSTM or RNN node: a layer for each of its directions. */
final class RecurrentNode {
    /** The inputs of the three operators, which they have in the same places. */
    private static final int W = 1;

    private static final int R = 2;
    private static final int B = 3;
    private static final int SEQUENCE_LENS = 4;
    private static final int PEEPHOLES = 7;

    private static final Set<String> ATTRIBUTES = Set.of(
            "activations",
            "activation_alpha",
            "activation_beta",
            "clip",
            "direction",
            "hidden_size",
            "input_forget",
            "layout",
            "linear_before_reset",
            "output_sequence");

    private final NodeProto node;
    private final String name;
    private final CellType cell;
    private final Constants constants;
    private final Budget budget;
    private final Attributes attributes;

    RecurrentNode(NodeProto node, String name, Constants constants, Budget budget) throws BadModel {
        this.node = node;
        this.name = name;
        this.cell = CellType.valueOf(node.getOpType());
        this.constants = constants;
        this.budget = budget;
        this.attributes = Attributes.of(node);
    }

    /** @param arrays W, R, and B if it is there, each with a leading axis for the directions */
    private record Packed(Map<String, Tensor> arrays, int directions, ElementType widest) {
        int hidden() {
            return Objects.requireNonNull(arrays.get("R")).shape()[2];
        }
    }

    /**
     * @param forgotReset true if what wrote the node is known to forget where the reset gate acts
     * @param said where it acts if the node does not say it, or null if nobody has said that
     * @param layers takes each direction that can be used
     * @param unsupported takes a sentence for each thing that is left out
     * @throws BadModel if nothing of the node can be used
     */
    void read(
            Head head,
            boolean forgotReset,
            @Nullable ResetPosition said,
            Consumer<ModelLayer> layers,
            Consumer<String> unsupported)
            throws BadModel {
        for (String attribute : attributes.names()) {
            if (!ATTRIBUTES.contains(attribute)) {
                throw BadModel.of("it has an attribute %s, which %s has not", JsonPlace.quoted(attribute), cell);
            }
        }
        String direction = attributes.text("direction", "forward").toLowerCase(Locale.ROOT);
        int directions = direction.equals("bidirectional") ? 2 : 1;
        if (directions == 1 && !Set.of("forward", "reverse").contains(direction)) {
            throw BadModel.of(
                    "its direction is %s; forward, reverse and bidirectional are known", JsonPlace.quoted(direction));
        }
        checkPlain();
        List<CellOptions> options = NodeOptions.of(attributes, cell, directions);
        Packed packed = packed(directions);
        lengths(unsupported);
        ResetPosition reset = reset(said);
        boolean doubted = forgotReset && said == null;
        Head.Found found = directions == 1 ? head.behind(node, packed.hidden(), unsupported) : null;
        for (int d = 0; d < directions; d++) {
            boolean reverse = directions == 2 ? d == 1 : direction.equals("reverse");
            String called = directions == 1 ? name : name + (reverse ? " reverse" : " forward");
            try {
                StoredStart start = new StartStates(node, attributes, constants)
                        .of(new StartStates.Direction(called, d, directions), packed.hidden(), unsupported);
                ModelLayer read = layer(packed, d, called, reverse, reset);
                Weights weights = found == null ? read.weights() : found.on(read.weights());
                ElementType type = found == null ? read.type() : wider(read.type(), found.type());
                layers.accept(new ModelLayer(
                        called,
                        List.of(),
                        read.convention(),
                        weights,
                        start,
                        reverse,
                        read.layout(),
                        type,
                        options.get(d),
                        doubted));
            } catch (BadModel e) {
                if (directions == 1) {
                    throw e;
                }
                unsupported.accept(e.in(called).getMessage());
            }
        }
    }

    private void checkPlain() throws BadModel {
        long layout = attributes.integer("layout", 0);
        if (layout != 0 && layout != 1) {
            throw BadModel.of("its layout is %d; 0 and 1 are known", layout);
        }
        String peepholes = Graph.input(node, PEEPHOLES);
        if (cell == CellType.LSTM
                && !peepholes.isEmpty()
                && !constants.value(peepholes).allZero()) {
            throw new BadModel("it has peepholes (P), which the lab does not have");
        }
    }

    private Packed packed(int directions) throws BadModel {
        Map<String, Tensor> arrays = new LinkedHashMap<>();
        arrays.put("W", weights("W", W, 3, directions));
        arrays.put("R", weights("R", R, 3, directions));
        if (!Graph.input(node, B).isEmpty()) {
            arrays.put("B", weights("B", B, 2, directions));
        }
        ElementType widest = null;
        for (Tensor array : arrays.values()) {
            widest = wider(widest, Objects.requireNonNull(array.type()));
        }
        Packed packed = new Packed(arrays, directions, Objects.requireNonNull(widest));
        long hidden = attributes.integer("hidden_size", packed.hidden());
        if (hidden != packed.hidden() || hidden == 0) {
            throw BadModel.of("its hidden_size is %d, but R is for %d units", hidden, packed.hidden());
        }
        return packed;
    }

    private Tensor weights(String array, int place, int axes, int directions) throws BadModel {
        String input = Graph.input(node, place);
        if (input.isEmpty()) {
            throw BadModel.of("%s is missing", array);
        }
        Tensor value;
        try {
            value = constants.value(input);
        } catch (BadModel e) {
            throw e.in(array);
        }
        if (value.type() == null) {
            throw BadModel.of("%s is of whole numbers, which are no weights", array);
        }
        if (value.shape().length != axes || value.shape()[0] != directions) {
            throw BadModel.of(
                    "%s has shape %s; with %d direction%s it must have %d axes, the first of size %d",
                    array, Tensor.text(value.shape()), directions, directions == 1 ? "" : "s", axes, directions);
        }
        return value;
    }

    static ElementType wider(@Nullable ElementType a, ElementType b) {
        if (a == null || a == b) {
            return b;
        }
        if (a.bytes() == b.bytes()) {
            return ElementType.F32; // F16 and BF16 together
        }
        return a.bytes() > b.bytes() ? a : b;
    }

    /** Where the reset gate of a GRU acts; what was said counts where the node does not say it. */
    private ResetPosition reset(@Nullable ResetPosition said) throws BadModel {
        boolean silent = !attributes.names().contains("linear_before_reset");
        boolean after = silent ? said == ResetPosition.AFTER : attributes.integer("linear_before_reset", 0) != 0;
        return after ? ResetPosition.AFTER : ResetPosition.BEFORE;
    }

    /** Without what stands around the cell. */
    private ModelLayer layer(Packed packed, int direction, String called, boolean reverse, ResetPosition reset)
            throws BadModel {
        Map<String, Array> arrays = new LinkedHashMap<>();
        for (Map.Entry<String, Tensor> e : packed.arrays().entrySet()) {
            arrays.put(e.getKey(), share(e.getValue(), direction, packed.directions()));
        }
        for (Map.Entry<String, Array> e : arrays.entrySet()) {
            Finite.check(e.getKey(), e.getValue().shape(), e.getValue().values());
        }
        boolean after = cell == CellType.GRU && reset == ResetPosition.AFTER;
        FrameworkRow row =
                FrameworkRow.byId(cell, after ? "onnx-after" : "onnx").orElseThrow();
        Convention convention = cell == CellType.GRU ? Convention.PYTORCH.with(reset) : Convention.PYTORCH;
        Weights weights = Layouts.unpack(row, arrays, "weights");
        return new ModelLayer(called, convention, weights, reverse, row, packed.widest());
    }

    /** What belongs to one direction, as a node with that direction alone would have it. */
    private Array share(Tensor all, int direction, int directions) throws BadModel {
        int[] shape = all.shape().clone();
        shape[0] = 1;
        int count = budget.take(shape);
        double[] values = directions == 1
                ? all.values()
                : Arrays.copyOfRange(all.values(), direction * count, (direction + 1) * count);
        return Array.of(values, shape);
    }

    private void lengths(Consumer<String> unsupported) {
        if (!Graph.input(node, SEQUENCE_LENS).isEmpty()) {
            unsupported.accept(name + ": lengths of single rows (sequence_lens) are left out; every row has all steps");
        }
    }
}
