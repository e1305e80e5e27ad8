package grulab.model;

import static grulab.model.Side.BIAS;
import static grulab.model.Side.INPUT;
import static grulab.model.Side.INPUT_BIAS;
import static grulab.model.Side.RECURRENT;
import static grulab.model.Side.RECURRENT_BIAS;

import java.util.List;

/** Who writes the GRU how: names, orders and shapes as the framework has them. */
final class GruRows {
    private static final Convention AFTER_KEEP = Convention.PYTORCH;
    private static final Convention BEFORE_KEEP = new Convention(ResetPosition.BEFORE, UpdateMeaning.KEEP);
    private static final Convention BEFORE_ADMIT = new Convention(ResetPosition.BEFORE, UpdateMeaning.ADMIT);

    private GruRows() {}

    static List<FrameworkRow> rows() {
        Storage rzn = Storage.of("r z n");
        return List.of(
                row("pytorch", "PyTorch nn.GRU", AFTER_KEEP, "r z n", "2", 3, torch(rzn, "_l0")),
                row("cudnn", "cuDNN", AFTER_KEEP, "r z n", "2", 2, cudnn()),
                row("keras", "Keras GRU, reset_after=True", AFTER_KEEP, "z r h", "2", 3, keras(true)),
                row("keras-before", "Keras GRU, reset_after=False", BEFORE_KEEP, "z r h", "1", 2, keras(false)),
                row("onnx-after", "ONNX GRU, linear_before_reset=1", AFTER_KEEP, "z r h", "2", 3, onnx()),
                row("onnx", "ONNX GRU, linear_before_reset=0", BEFORE_KEEP, "z r h", "2", 2, onnx()),
                full("tensorflow", "TensorFlow GRUBlockCell", BEFORE_KEEP, "r u | c", "1", 2, tensorFlow()),
                row("paddle", "Paddle GRUCell", AFTER_KEEP, "r z c", "2", 2, torch(Storage.of("r z n=c"), "")),
                row("paddle-fluid", "Paddle fluid gru_unit", BEFORE_ADMIT, "u r | c", "1", 3, fluid()),
                full("mxnet", "MXNet Gluon GRUCell", AFTER_KEEP, "r z n", "2", 1, mxnet(rzn)),
                row("djl", "DJL GRU", AFTER_KEEP, "r z n", "2", 1, djl(rzn)),
                full("flax-linen", "Flax linen GRUCell", AFTER_KEEP, "separate", "1 (n: 2)", 2, linen()),
                full("flax-nnx", "Flax nnx GRUCell", AFTER_KEEP, "r z n", "1", 2, nnx(rzn)),
                new FrameworkRow(
                        "rllib",
                        "RLlib GRUGate",
                        CellType.GRU,
                        BEFORE_ADMIT,
                        "separate",
                        "z",
                        3,
                        rllib(),
                        new LayoutRules(false, true, 0)),
                full("chainer", "Chainer GRU", BEFORE_ADMIT, "separate", "2", 3, chainer()),
                full("nd4j-gru", "ND4J gru op", AFTER_KEEP, "r u c", "1", 3, nd4jGru()),
                full("nd4j-gru-cell", "ND4J gruCell op", BEFORE_KEEP, "r u | c", "1", 2, nd4jGruCell()),
                row("mps-graph", "Apple MPSGraph GRU", BEFORE_ADMIT, "z r o", "1 (+1)", 3, mpsGraph()),
                row("webnn", "WebNN gru", AFTER_KEEP, "z r n", "2", 2, webnn()),
                full("d2l", "Dive into Deep Learning", BEFORE_KEEP, "separate", "1", 2, d2l()),
                row("cho-v1", "Cho et al. 2014, v1", AFTER_KEEP, "–", "–", 1, paper()),
                row("cho-v3", "Cho et al. 2014, v3", BEFORE_KEEP, "–", "–", 1, paper()),
                row("chung", "Chung et al. 2014", BEFORE_ADMIT, "–", "–", 1, paper()));
    }

    private static FrameworkRow row(
            String id,
            String name,
            Convention convention,
            String order,
            String biases,
            int traps,
            List<ArrayLayout> arrays) {
        return new FrameworkRow(
                id, name, CellType.GRU, convention, order, biases, traps, arrays, LayoutRules.OPTIONAL_BIAS);
    }

    /** A framework that does not compute without its biases. */
    private static FrameworkRow full(
            String id,
            String name,
            Convention convention,
            String order,
            String biases,
            int traps,
            List<ArrayLayout> arrays) {
        return new FrameworkRow(id, name, CellType.GRU, convention, order, biases, traps, arrays, LayoutRules.FULL);
    }

    private static List<ArrayLayout> torch(Storage gates, String suffix) {
        return List.of(
                gates.below("weight_ih" + suffix, INPUT),
                gates.below("weight_hh" + suffix, RECURRENT),
                gates.vector("bias_ih" + suffix, INPUT_BIAS),
                gates.vector("bias_hh" + suffix, RECURRENT_BIAS));
    }

    /** The symbols of its documentation: what it stores has no names, cudnnGetRNNWeightParams tells the places by number. */
    private static List<ArrayLayout> cudnn() {
        Storage gates = Storage.of("r z=i n");
        return Storage.all(
                gates.each("W_%s", INPUT, false),
                gates.each("R_%s", RECURRENT, false),
                gates.each("b_W%s", INPUT_BIAS, false),
                gates.each("b_R%s", RECURRENT_BIAS, false));
    }

    private static List<ArrayLayout> keras(boolean resetAfter) {
        Storage gates = Storage.of("z r n=h");
        return List.of(
                gates.beside("kernel", INPUT),
                gates.beside("recurrent_kernel", RECURRENT),
                resetAfter ? gates.twoVectors("bias") : gates.vector("bias", BIAS));
    }

    private static List<ArrayLayout> onnx() {
        Storage gates = Storage.of("z r n=h");
        return List.of(
                gates.below("W", INPUT, 1),
                gates.below("R", RECURRENT, 1),
                gates.vector("B", 1, INPUT_BIAS, RECURRENT_BIAS));
    }

    private static List<ArrayLayout> tensorFlow() {
        Storage gates = Storage.of("r z=u");
        Storage candidate = Storage.of("n=c");
        return List.of(
                gates.joined("w_ru"),
                candidate.joined("w_c"),
                gates.vector("b_ru", BIAS),
                candidate.vector("b_c", BIAS));
    }

    /** The weight of the unit has shape (H, 3H), but is read as two matrices, one behind the other in memory. */
    private static List<ArrayLayout> fluid() {
        Storage all = Storage.of("z=u r n=c");
        return List.of(
                all.beside("fc_0.w_0", INPUT),
                Storage.of("z=u r").beside("gru_unit_0.w_0.ur", RECURRENT),
                Storage.of("n=c").beside("gru_unit_0.w_0.c", RECURRENT),
                all.vector("gru_unit_0.b_0", 1, BIAS));
    }

    private static List<ArrayLayout> mxnet(Storage gates) {
        return List.of(
                gates.below("i2h_weight", INPUT),
                gates.below("h2h_weight", RECURRENT),
                gates.vector("i2h_bias", INPUT_BIAS),
                gates.vector("h2h_bias", RECURRENT_BIAS));
    }

    private static List<ArrayLayout> djl(Storage gates) {
        return List.of(
                gates.below("l_0_i2h_WEIGHT", INPUT),
                gates.below("l_0_h2h_WEIGHT", RECURRENT),
                gates.vector("l_0_i2h_BIAS", INPUT_BIAS),
                gates.vector("l_0_h2h_BIAS", RECURRENT_BIAS));
    }

    private static List<ArrayLayout> linen() {
        Storage gates = Storage.of("r z n");
        return Storage.all(
                gates.each("i%s/kernel", INPUT, true),
                Storage.of("r z").each("i%s/bias", BIAS, false),
                Storage.of("n").each("i%s/bias", INPUT_BIAS, false),
                gates.each("h%s/kernel", RECURRENT, true),
                Storage.of("n").each("h%s/bias", RECURRENT_BIAS, false));
    }

    private static List<ArrayLayout> nnx(Storage gates) {
        return List.of(
                gates.beside("dense_i/kernel", INPUT),
                gates.vector("dense_i/bias", BIAS),
                gates.beside("dense_h/kernel", RECURRENT));
    }

    private static List<ArrayLayout> rllib() {
        Storage gates = Storage.of("r z n=h");
        return Storage.all(
                gates.each("_w_%s", INPUT, true),
                gates.each("_u_%s", RECURRENT, true),
                List.of(Storage.single("_bias_z", false, new LayoutBlock(BIAS, "z", "z", true))));
    }

    private static List<ArrayLayout> chainer() {
        return Storage.all(
                unnamed("W%s/W", INPUT),
                unnamed("W%s/b", INPUT_BIAS),
                unnamed("U%s/W", RECURRENT),
                unnamed("U%s/b", RECURRENT_BIAS));
    }

    private static List<ArrayLayout> nd4jGru() {
        Storage gates = Storage.of("r z=u n=c");
        return List.of(gates.beside("Wx", INPUT), gates.beside("Wh", RECURRENT), gates.vector("b", BIAS));
    }

    private static List<ArrayLayout> nd4jGruCell() {
        Storage gates = Storage.of("r z=u");
        Storage candidate = Storage.of("n=c");
        return List.of(
                gates.joined("Wru"), candidate.joined("Wc"), gates.vector("bru", BIAS), candidate.vector("bc", BIAS));
    }

    private static List<ArrayLayout> mpsGraph() {
        Storage gates = Storage.of("z r n=o");
        return List.of(
                gates.below("recurrentWeight", RECURRENT),
                gates.below("inputWeight", INPUT),
                gates.vector("bias", BIAS));
    }

    private static List<ArrayLayout> webnn() {
        Storage gates = Storage.of("z r n");
        return List.of(
                gates.below("weight", INPUT, 1),
                gates.below("recurrentWeight", RECURRENT, 1),
                gates.vector("bias", 1, INPUT_BIAS),
                gates.vector("recurrentBias", 1, RECURRENT_BIAS));
    }

    private static List<ArrayLayout> d2l() {
        Storage gates = Storage.of("z r n=h");
        return Storage.all(
                gates.each("W_x%s", INPUT, true),
                gates.each("W_h%s", RECURRENT, true),
                gates.each("b_%s", BIAS, false));
    }

    private static List<ArrayLayout> paper() {
        return Storage.all(unnamed("W%s", INPUT), unnamed("U%s", RECURRENT));
    }

    /** W_r, W_z and W: the candidate has no letter. */
    private static List<ArrayLayout> unnamed(String names, Side side) {
        return Storage.all(
                Storage.of("r z").each(names.formatted("_%s"), side, false),
                Storage.of("n").each(names.formatted(""), side, false));
    }
}
