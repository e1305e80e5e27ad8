package grulab.model;

import java.util.List;

/**
 * How a framework, library or book writes a cell and stores its parameters: see docs/conventions.md for sources.
 *
 * @param id stable name
 * @param name as its users know it
 * @param convention of a GRU; without meaning for LSTM and RNN
 * @param gateOrder the gates in the order and by the letters of the framework, as a table prints them: "r z n", "r u | c", "separate", "–"
 * @param biases how many biases a gate has, as a table prints it: "2", "1", "–"
 * @param traps how many notes there are on it: the words of note k, from 1, are called trap.ID.k
 * @param arrays what it stores, in the order of the framework; empty if it is a paper, which stores nothing
 */
public record FrameworkRow(
        String id,
        String name,
        CellType cell,
        Convention convention,
        String gateOrder,
        String biases,
        int traps,
        List<ArrayLayout> arrays) {
    public FrameworkRow {
        arrays = List.copyOf(arrays);
    }

    /** In the order in which they are offered. */
    public static final List<FrameworkRow> ALL = List.of(
            row("pytorch", "PyTorch nn.GRU", ResetPosition.AFTER, UpdateMeaning.KEEP),
            row("cudnn", "cuDNN", ResetPosition.AFTER, UpdateMeaning.KEEP),
            row("keras", "Keras GRU, reset_after=True", ResetPosition.AFTER, UpdateMeaning.KEEP),
            row("keras-before", "Keras GRU, reset_after=False", ResetPosition.BEFORE, UpdateMeaning.KEEP),
            row("onnx-after", "ONNX GRU, linear_before_reset=1", ResetPosition.AFTER, UpdateMeaning.KEEP),
            row("onnx", "ONNX GRU, linear_before_reset=0", ResetPosition.BEFORE, UpdateMeaning.KEEP),
            row("tensorflow", "TensorFlow GRUBlockCell", ResetPosition.BEFORE, UpdateMeaning.KEEP),
            row("paddle", "Paddle GRUCell", ResetPosition.AFTER, UpdateMeaning.KEEP),
            row("paddle-fluid", "Paddle fluid gru_unit", ResetPosition.BEFORE, UpdateMeaning.ADMIT),
            row("mxnet", "MXNet Gluon GRUCell", ResetPosition.AFTER, UpdateMeaning.KEEP),
            row("djl", "DJL GRU", ResetPosition.AFTER, UpdateMeaning.KEEP),
            row("flax-linen", "Flax linen GRUCell", ResetPosition.AFTER, UpdateMeaning.KEEP),
            row("flax-nnx", "Flax nnx GRUCell", ResetPosition.AFTER, UpdateMeaning.KEEP),
            row("rllib", "RLlib GRUGate", ResetPosition.BEFORE, UpdateMeaning.ADMIT),
            row("chainer", "Chainer GRU", ResetPosition.BEFORE, UpdateMeaning.ADMIT),
            row("nd4j-gru", "ND4J gru op", ResetPosition.AFTER, UpdateMeaning.KEEP),
            row("nd4j-gru-cell", "ND4J gruCell op", ResetPosition.BEFORE, UpdateMeaning.KEEP),
            row("mps-graph", "Apple MPSGraph GRU", ResetPosition.BEFORE, UpdateMeaning.ADMIT),
            row("webnn", "WebNN gru", ResetPosition.AFTER, UpdateMeaning.KEEP),
            row("d2l", "Dive into Deep Learning", ResetPosition.BEFORE, UpdateMeaning.KEEP),
            row("cho-v1", "Cho et al. 2014, v1", ResetPosition.AFTER, UpdateMeaning.KEEP),
            row("cho-v3", "Cho et al. 2014, v3", ResetPosition.BEFORE, UpdateMeaning.KEEP),
            row("chung", "Chung et al. 2014", ResetPosition.BEFORE, UpdateMeaning.ADMIT));

    private static FrameworkRow row(String id, String name, ResetPosition reset, UpdateMeaning update) {
        return new FrameworkRow(id, name, CellType.GRU, new Convention(reset, update), "–", "–", 0, List.of());
    }
}
