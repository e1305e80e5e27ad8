package grulab.model;

import static grulab.model.Side.BIAS;
import static grulab.model.Side.INPUT;
import static grulab.model.Side.INPUT_BIAS;
import static grulab.model.Side.RECURRENT;
import static grulab.model.Side.RECURRENT_BIAS;

import java.util.List;

/** Who writes the LSTM how: names, orders and shapes as the framework has them. */
final class LstmRows {
    private LstmRows() {}

    static List<FrameworkRow> rows() {
        Storage ifgo = Storage.of("i f g o");
        Storage keras = Storage.of("i f g=c o");
        Storage onnx = Storage.of("i o f g=c");
        return List.of(
                row(
                        "pytorch",
                        "PyTorch nn.LSTM",
                        "i f g o",
                        "2",
                        2,
                        LayoutRules.OPTIONAL_BIAS,
                        List.of(
                                ifgo.below("weight_ih_l0", INPUT),
                                ifgo.below("weight_hh_l0", RECURRENT),
                                ifgo.vector("bias_ih_l0", INPUT_BIAS),
                                ifgo.vector("bias_hh_l0", RECURRENT_BIAS))),
                row(
                        "keras",
                        "Keras LSTM",
                        "i f c o",
                        "1",
                        2,
                        LayoutRules.OPTIONAL_BIAS,
                        List.of(
                                keras.beside("kernel", INPUT),
                                keras.beside("recurrent_kernel", RECURRENT),
                                keras.vector("bias", BIAS))),
                row(
                        "onnx",
                        "ONNX LSTM",
                        "i o f c",
                        "2",
                        3,
                        LayoutRules.OPTIONAL_BIAS,
                        List.of(
                                onnx.below("W", INPUT, 1),
                                onnx.below("R", RECURRENT, 1),
                                onnx.vector("B", 1, INPUT_BIAS, RECURRENT_BIAS))),
                row(
                        "tensorflow",
                        "TensorFlow BlockLSTM, LSTMBlockCell",
                        "i ci f o",
                        "1",
                        3,
                        new LayoutRules(false, false, 1),
                        block(Storage.of("i g=ci f o"))),
                row(
                        "tensorflow-v2",
                        "TensorFlow BlockLSTMV2",
                        "i f ci o",
                        "1",
                        2,
                        LayoutRules.FULL,
                        block(Storage.of("i f g=ci o"))),
                row("flax-linen", "Flax linen LSTMCell", "separate", "1", 2, LayoutRules.FULL, flax("if")),
                row("flax-nnx", "Flax nnx LSTMCell", "separate", "1", 3, LayoutRules.FULL, flax("if_")),
                row(
                        "flax-nnx-optimized",
                        "Flax nnx OptimizedLSTMCell",
                        "i f g o",
                        "1",
                        2,
                        LayoutRules.FULL,
                        List.of(
                                ifgo.beside("dense_i/kernel", INPUT),
                                ifgo.beside("dense_h/kernel", RECURRENT),
                                ifgo.vector("dense_h/bias", RECURRENT_BIAS))),
                row("d2l", "Dive into Deep Learning", "separate", "1", 1, LayoutRules.FULL, d2l()));
    }

    private static FrameworkRow row(
            String id,
            String name,
            String order,
            String biases,
            int traps,
            LayoutRules rules,
            List<ArrayLayout> arrays) {
        return new FrameworkRow(id, name, CellType.LSTM, Convention.PYTORCH, order, biases, traps, arrays, rules);
    }

    private static List<ArrayLayout> block(Storage gates) {
        return List.of(gates.joined("w"), gates.vector("b", BIAS));
    }

    /** @param forget the name of the part that reads x for the forget gate: "if" is a word of Python */
    private static List<ArrayLayout> flax(String forget) {
        Storage gates = Storage.of("i f g o");
        return Storage.all(
                Storage.of("i").each("i%s/kernel", INPUT, true),
                List.of(Storage.single(forget + "/kernel", true, new LayoutBlock(INPUT, "f", "f", false))),
                Storage.of("g o").each("i%s/kernel", INPUT, true),
                gates.each("h%s/kernel", RECURRENT, true),
                gates.each("h%s/bias", RECURRENT_BIAS, false));
    }

    private static List<ArrayLayout> d2l() {
        Storage gates = Storage.of("i f o g=c");
        return Storage.all(
                gates.each("W_x%s", INPUT, true),
                gates.each("W_h%s", RECURRENT, true),
                gates.each("b_%s", BIAS, false));
    }
}
