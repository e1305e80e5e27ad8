package grulab.model;

import static grulab.model.Side.BIAS;
import static grulab.model.Side.INPUT;
import static grulab.model.Side.INPUT_BIAS;
import static grulab.model.Side.RECURRENT;
import static grulab.model.Side.RECURRENT_BIAS;

import java.util.List;

/** Who writes the plain RNN how: names and shapes as the framework has them. */
final class RnnRows {
    private RnnRows() {}

    static List<FrameworkRow> rows() {
        Storage h = Storage.of("h");
        return List.of(
                row(
                        "pytorch",
                        "PyTorch nn.RNN",
                        "2",
                        2,
                        LayoutRules.OPTIONAL_BIAS,
                        List.of(
                                h.below("weight_ih_l0", INPUT),
                                h.below("weight_hh_l0", RECURRENT),
                                h.vector("bias_ih_l0", INPUT_BIAS),
                                h.vector("bias_hh_l0", RECURRENT_BIAS))),
                row(
                        "keras",
                        "Keras SimpleRNN",
                        "1",
                        1,
                        LayoutRules.OPTIONAL_BIAS,
                        List.of(
                                h.beside("kernel", INPUT),
                                h.beside("recurrent_kernel", RECURRENT),
                                h.vector("bias", BIAS))),
                row(
                        "onnx",
                        "ONNX RNN",
                        "2",
                        2,
                        LayoutRules.OPTIONAL_BIAS,
                        List.of(
                                h.below("W", INPUT, 1),
                                h.below("R", RECURRENT, 1),
                                h.vector("B", 1, INPUT_BIAS, RECURRENT_BIAS))),
                row(
                        "flax-linen",
                        "Flax linen SimpleCell",
                        "1",
                        1,
                        LayoutRules.FULL,
                        List.of(
                                h.beside("i/kernel", INPUT),
                                h.vector("i/bias", BIAS),
                                h.beside("h/kernel", RECURRENT))),
                row(
                        "flax-nnx",
                        "Flax nnx SimpleCell",
                        "1",
                        1,
                        LayoutRules.FULL,
                        List.of(
                                h.beside("dense_i/kernel", INPUT),
                                h.vector("dense_i/bias", BIAS),
                                h.beside("dense_h/kernel", RECURRENT))),
                row(
                        "d2l",
                        "Dive into Deep Learning",
                        "1",
                        1,
                        LayoutRules.FULL,
                        List.of(h.beside("W_xh", INPUT), h.beside("W_hh", RECURRENT), h.vector("b_h", BIAS))));
    }

    private static FrameworkRow row(
            String id, String name, String biases, int traps, LayoutRules rules, List<ArrayLayout> arrays) {
        return new FrameworkRow(id, name, CellType.RNN, Convention.PYTORCH, "–", biases, traps, arrays, rules);
    }
}
