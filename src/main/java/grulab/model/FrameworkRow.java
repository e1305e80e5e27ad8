package grulab.model;

import java.util.List;

/**
 * How a framework, library or book writes the GRU: see docs/conventions.md for sources.
 *
 * @param id stable name
 * @param name as its users know it
 */
public record FrameworkRow(String id, String name, Convention convention) {

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
        return new FrameworkRow(id, name, new Convention(reset, update));
    }
}
