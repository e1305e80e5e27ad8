package grulab.interop.onnx;

import grulab.interop.JsonPlace;
import grulab.interop.file.BadModel;
import grulab.model.Array;
import grulab.model.StoredStart;
import java.util.function.Consumer;
import onnx.format.NodeProto;
import org.jspecify.annotations.Nullable;

/** initial_h and initial_c of a recurrent node, where the model stores them. Zeros are what a layer starts from anyway. */
final class StartStates {
    private static final int INITIAL_H = 5;
    private static final int INITIAL_C = 6;

    private final NodeProto node;
    private final Attributes attributes;
    private final Constants constants;

    StartStates(NodeProto node, Attributes attributes, Constants constants) {
        this.node = node;
        this.attributes = attributes;
        this.constants = constants;
    }

    /**
     * One of a node's directions.
     *
     * @param called as the layer that it is
     */
    record Direction(String called, int index, int of) {}

    StoredStart of(Direction direction, int hidden, Consumer<String> notes) throws BadModel {
        Array h0 = state(INITIAL_H, "initial_h", direction, hidden);
        Array c0 = node.getOpType().equals("LSTM") ? state(INITIAL_C, "initial_c", direction, hidden) : null;
        if (h0 != null || c0 != null) {
            String names = h0 == null ? "c0" : c0 == null ? "h0" : "h0 and c0";
            notes.accept(
                    "%s: the model stores the state that it starts from; it is taken for %s unless the input has another"
                            .formatted(direction.called(), names));
        }
        return new StoredStart(h0, c0);
    }

    /** [D][B][H], or [B][D][H] where the batch comes first; null if it comes in from outside or is zero. */
    private @Nullable Array state(int place, String what, Direction direction, int hidden) throws BadModel {
        String name = Graph.input(node, place);
        Tensor given = name.isEmpty() ? null : stored(name);
        if (given == null || given.allZero()) {
            return null;
        }
        boolean batchFirst = attributes.integer("layout", 0) == 1;
        int[] shape = given.shape();
        int batch = shape.length == 3 ? shape[batchFirst ? 0 : 1] : 0;
        if (batch == 0
                || given.type() == null
                || !given.has(batchFirst ? batch : direction.of(), batchFirst ? direction.of() : batch, hidden)) {
            throw BadModel.of(
                    "%s (%s) has shape %s; it must be %s",
                    what,
                    JsonPlace.quoted(name),
                    Tensor.text(shape),
                    batchFirst
                            ? "[rows]" + Tensor.text(direction.of(), hidden)
                            : "[%d][rows][%d]".formatted(direction.of(), hidden));
        }
        Finite.check(what, shape, given.values());
        double[] rows = new double[batch * hidden];
        for (int b = 0; b < batch; b++) {
            int from = batchFirst ? b * direction.of() + direction.index() : direction.index() * batch + b;
            System.arraycopy(given.values(), from * hidden, rows, b * hidden, hidden);
        }
        return Array.of(rows, batch, hidden);
    }

    private @Nullable Tensor stored(String name) {
        try {
            return constants.value(name);
        } catch (BadModel e) {
            return null; // it comes in from outside, or is made at run time: zeros of the batch's size
        }
    }
}
