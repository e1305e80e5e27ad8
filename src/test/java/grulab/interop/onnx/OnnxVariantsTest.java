package grulab.interop.onnx;

import static grulab.interop.onnx.EditedModel.HIDDEN;
import static grulab.interop.onnx.EditedModel.INPUTS;
import static grulab.interop.onnx.EditedModel.decimals;
import static grulab.interop.onnx.EditedModel.floats;
import static grulab.interop.onnx.EditedModel.integer;
import static grulab.interop.onnx.EditedModel.integers;
import static grulab.interop.onnx.EditedModel.number;
import static grulab.interop.onnx.EditedModel.word;
import static grulab.interop.onnx.EditedModel.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.protobuf.ByteString;
import grulab.interop.file.BadModel;
import grulab.interop.file.ElementType;
import grulab.interop.file.ModelLayer;
import grulab.model.Activation;
import grulab.model.CellOptions;
import grulab.model.CellOptions.Coupling;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.ResetPosition;
import grulab.model.Weights;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import onnx.format.AttributeProto;
import onnx.format.AttributeProto.AttributeType;
import onnx.format.NodeProto;
import onnx.format.TensorProto;
import onnx.format.TensorProto.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The many ways in which the same layer can be written down. */
class OnnxVariantsTest {
    private static final String[] NOTHING = {};

    private final Weights original = RandomModel.of(CellType.GRU).weights();
    private final EditedModel model = EditedModel.of(CellType.GRU);

    @Test
    void numbersMayBeStoredAsDoubles() throws BadModel {
        TensorProto.Builder w = model.stored("W");
        float[] numbers = numbers(w);
        w.clearRawData().setDataType(DataType.DOUBLE_VALUE);
        for (float number : numbers) {
            w.addDoubleData(number + 1e-12);
        }
        ModelLayer layer = only();
        assertThat(layer.type()).isEqualTo(ElementType.F64);
        assertThat(layer.weights().get("W_ir")[0]).isEqualTo(original.get("W_ir")[0] + 1e-12);
    }

    @Test
    void numbersMayBeListedOneByOne() throws BadModel {
        TensorProto.Builder w = model.stored("W");
        float[] numbers = numbers(w);
        w.clearRawData();
        for (float number : numbers) {
            w.addFloatData(number);
        }
        assertSame();
    }

    @Test
    void halvesLieInTheListOfWholeNumbers() throws BadModel {
        TensorProto.Builder w = model.stored("W");
        w.clearRawData().setDataType(DataType.FLOAT16_VALUE);
        for (int i = 0; i < 3 * HIDDEN * INPUTS; i++) {
            w.addInt32Data(i == 0 ? 0xc100 : i == 1 ? 0x8001 : 0x3c00);
        }
        // the first block is z's
        double[] z = only().weights().get("W_iz");
        assertThat(z).startsWith(-2.5, -Math.scalb(1.0, -24), 1.0);
        assertThat(only().type()).isEqualTo(ElementType.F32); // R is
    }

    @Test
    void brainFloatsAreTheUpperHalfOfFloats() throws BadModel {
        TensorProto.Builder w = model.stored("W");
        ByteBuffer raw = ByteBuffer.allocate(2 * 3 * HIDDEN * INPUTS).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 3 * HIDDEN * INPUTS; i++) {
            raw.putShort((short) (Float.floatToRawIntBits(-0.15625f * i) >> 16));
        }
        w.setRawData(ByteString.copyFrom(raw.flip())).setDataType(DataType.BFLOAT16_VALUE);
        assertThat(only().weights().get("W_iz")).startsWith(-0.0, -0.15625, -0.3125, -0.46875);
    }

    @Test
    void weightsMayBeConstantsOfTheGraph() throws BadModel {
        TensorProto w = model.stored("W").build();
        model.stored("W").setName("not used");
        model.graph()
                .addNode(NodeProto.newBuilder()
                        .setOpType("Constant")
                        .addOutput("W")
                        .addAttribute(AttributeProto.newBuilder()
                                .setName("value")
                                .setType(AttributeType.TENSOR)
                                .setT(w)));
        assertSame();
    }

    @Test
    void weightsMayBeStoredTheOtherWayRound() throws BadModel {
        float[] numbers = numbers(model.stored("W"));
        float[] turned = new float[numbers.length];
        for (int row = 0; row < 3 * HIDDEN; row++) {
            for (int column = 0; column < INPUTS; column++) {
                turned[column * 3 * HIDDEN + row] = numbers[row * INPUTS + column];
            }
        }
        model.stored("W").setRawData(floats(turned)).setDims(1, INPUTS).setDims(2, 3 * HIDDEN);
        model.through("Transpose", "W", NOTHING, integers("perm", AttributeType.INTS, 0, 2, 1));
        assertSame();
    }

    @Test
    void anAxisMayBeAddedAndTakenAway() throws BadModel {
        model.stored("W").clearDims().addDims(1).addDims(3 * HIDDEN).addDims(1).addDims(INPUTS);
        model.integers("two", -2).through("Squeeze", "W", new String[] {"two"});
        model.stored("R").clearDims().addDims(3 * HIDDEN).addDims(HIDDEN);
        model.integers("zero", 0).through("Unsqueeze", "R", new String[] {"zero"});
        model.stored("B").clearDims().addDims(6 * HIDDEN);
        model.integers("shape", 1, -1).through("Reshape", "B", new String[] {"shape"});
        assertSame();
    }

    @Test
    void theFormsOfOlderOpsetsAreRead() throws BadModel {
        model.opset(9);
        model.stored("R").clearDims().addDims(3 * HIDDEN).addDims(HIDDEN);
        model.through("Unsqueeze", "R", NOTHING, integers("axes", AttributeType.INTS, 0));
        model.through(
                "Slice",
                "W",
                NOTHING,
                integers("starts", AttributeType.INTS, 0, -1000),
                integers("ends", AttributeType.INTS, Long.MAX_VALUE, 3 * HIDDEN),
                integers("axes", AttributeType.INTS, 0, 1));
        assertSame();
    }

    @Test
    void piecesAreCutAndJoinedInAnyOrder() throws BadModel {
        // r z n as PyTorch has them, made into z r n again: rows 5 to 10, 0 to 5, and 10 to 15 from the end
        float[] numbers = numbers(model.stored("W"));
        int gate = HIDDEN * INPUTS;
        float[] torch = new float[numbers.length];
        System.arraycopy(numbers, gate, torch, 0, gate);
        System.arraycopy(numbers, 0, torch, gate, gate);
        System.arraycopy(numbers, 2 * gate, torch, 2 * gate, gate);
        model.stored("W").setName("torch").setRawData(floats(torch));
        model.integers("axis", 1).integers("-1", -1);
        cut("z", HIDDEN, 2 * HIDDEN, "1");
        cut("r", 0, HIDDEN, "1");
        cut("n turned", -1, 2 * HIDDEN - 1, "-1");
        turn("n", "n turned");
        model.graph()
                .addNode(NodeProto.newBuilder()
                        .setOpType("Concat")
                        .addInput("z")
                        .addInput("r")
                        .addInput("n")
                        .addOutput("W")
                        .addAttribute(integer("axis", -2)));
        assertSame();
    }

    @Test
    void aCastIsFollowedWhereItIsExactOrToFloat() throws BadModel {
        model.through("Cast", "W", NOTHING, integer("to", DataType.DOUBLE_VALUE));
        assertThat(only().type()).isEqualTo(ElementType.F64);
        assertSame();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aHeadMayBeAGemm(int transposed) throws BadModel {
        NodeProto.Builder product = model.graph().getNodeBuilder(2);
        product.setOpType("Gemm").addInput("b_q").setOutput(0, "logits").addAttribute(integer("transB", transposed));
        model.graph().removeNode(3);
        if (transposed == 1) {
            float[] numbers = numbers(model.stored("W_hq"));
            float[] turned = new float[numbers.length];
            for (int unit = 0; unit < HIDDEN; unit++) {
                for (int output = 0; output < 4; output++) {
                    turned[output * HIDDEN + unit] = numbers[unit * 4 + output];
                }
            }
            model.stored("W_hq").setRawData(floats(turned)).setDims(0, 4).setDims(1, HIDDEN);
        }
        assertSame();
        assertThat(only().weights().get("b_q")).isEqualTo(original.get("b_q"));
    }

    @Test
    void aLinearLayerThatLeadsOnIsNoHead() throws BadModel {
        model.graph()
                .addNode(NodeProto.newBuilder()
                        .setOpType("Relu")
                        .setName("relu")
                        .addInput("logits")
                        .addOutput("hidden"));
        OnnxFile file = model.read();
        assertThat(file.layers().get(0).weights().outputs()).isZero();
        assertThat(file.unsupported()).singleElement().asString().contains("MatMul head", "Relu relu", "not taken");
    }

    @ParameterizedTest
    @CsvSource({"Gather,0,true", "Gather,1,true", "Gather,2,false", "Relu,0,false"})
    void aHeadMayTakeOneStepAloneAndWhatElseFollowsIsNamed(String op, int axis, boolean head) throws BadModel {
        NodeProto.Builder one =
                NodeProto.newBuilder().setOpType(op).addInput("y").addOutput("step");
        if (op.equals("Gather")) {
            model.integers("last", -1);
            one.addInput("last").addAttribute(integer("axis", axis));
        }
        model.graph().addNode(one).getNodeBuilder(2).setInput(0, "step");
        OnnxFile file = model.read();
        assertThat(file.layers().get(0).weights().outputs()).isEqualTo(head ? 4 : 0);
        assertThat(file.unsupported())
                .containsExactlyElementsOf(
                        head
                                ? List.of()
                                : List.of("GRU gru: its states go on into " + op
                                        + ", which is left out with all behind it"));
    }

    @Test
    void aProductWithAnotherAxisThanTheUnitsIsNoHead() throws BadModel {
        model.graph()
                .addNode(NodeProto.newBuilder()
                        .setOpType("Transpose")
                        .addInput("y")
                        .addOutput("turned")
                        .addAttribute(integers("perm", AttributeType.INTS, 0, 2, 1)));
        model.graph().getNodeBuilder(2).setInput(0, "turned");
        assertThat(only().weights().outputs()).isZero();
    }

    @Test
    void eachDirectionHasItsOwnActivations() throws BadModel {
        twice();
        model.with(word("direction", "bidirectional"))
                .with(words("activations", "hardsigmoid", "Relu", "sigmoid", "LeakyRelu"))
                .with(decimals("activation_alpha", 1 / 6f, 0.25f));
        OnnxFile file = model.read();
        assertThat(file.unsupported()).isEmpty();
        assertThat(file.layers().get(0).options().activations())
                .isEqualTo(Map.of(
                        "r", Activation.HARD_SIGMOID_SIXTH,
                        "z", Activation.HARD_SIGMOID_SIXTH,
                        "n", Activation.RELU));
        assertThat(file.layers().get(1).options().activations())
                .isEqualTo(Map.of("n", new Activation(Activation.Function.LEAKY_RELU, 0.25, 0)));
    }

    @Test
    void oneOfTwoDirectionsIsOfferedAndTheOtherNamed() throws BadModel {
        twice();
        TensorProto.Builder bias = model.stored("B");
        float[] broken = new float[6 * HIDDEN];
        broken[2] = Float.NaN;
        bias.setRawData(floats(broken).concat(bias.getRawData().substring(0, Float.BYTES * 6 * HIDDEN)));
        model.with(word("direction", "bidirectional"));
        OnnxFile file = model.read();
        assertThat(file.layers()).hasSize(1);
        assertThat(file.layers().get(0).name()).isEqualTo("gru reverse");
        assertThat(file.layers().get(0).reverse()).isTrue();
        assertThat(file.layers().get(0).weights().get("W_hr")).isEqualTo(original.get("W_hr"));
        assertThat(file.unsupported()).hasSize(1).first().asString().startsWith("gru forward: B[0][2] is NaN");
    }

    private void twice() {
        for (String name : new String[] {"W", "R", "B"}) {
            TensorProto.Builder tensor = model.stored(name);
            tensor.setDims(0, 2).setRawData(tensor.getRawData().concat(tensor.getRawData()));
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {0, 0.5f})
    void peepholesAreUnsupportedUnlessTheyAreZero(float value) {
        EditedModel lstm = EditedModel.of(CellType.LSTM);
        float[] peepholes = new float[3 * HIDDEN];
        peepholes[7] = value;
        lstm.graph()
                .addInitializer(TensorProto.newBuilder()
                        .setName("P")
                        .setDataType(DataType.FLOAT_VALUE)
                        .addDims(1)
                        .addDims(3 * HIDDEN)
                        .setRawData(floats(peepholes)));
        lstm.node().addInput("P");
        if (value == 0) {
            assertThat(layersOf(lstm)).isEqualTo(1);
        } else {
            assertThat(refusal(lstm)).contains("lstm: it has peepholes");
        }
    }

    @Test
    void coupledGatesAndAClipAreRead() throws BadModel {
        EditedModel lstm =
                EditedModel.of(CellType.LSTM).with(integer("input_forget", 1)).with(number("clip", 0.5f));
        assertThat(lstm.read().layers().get(0).options())
                .isEqualTo(CellOptions.PLAIN.withClip(0.5).withCoupled(Coupling.FORGET_FROM_INPUT));
    }

    @ParameterizedTest
    @EnumSource(CellType.class)
    void anotherLayerIsOfferedWhereOneCannotBeUsed(CellType cell) throws BadModel {
        EditedModel two = EditedModel.of(cell);
        NodeProto.Builder other = two.node().clone().clearName().clearOutput().clearAttribute();
        two.graph().addNode(0, other.addAttribute(integer("hidden_size", 7)));
        two.graph().addNode(0, two.graph().getNode(1).toBuilder().clearName().clearOutput());
        OnnxFile file = two.read();
        // one and the same layer, of which one place has a head
        assertThat(file.layers()).extracting(ModelLayer::name).containsExactly(cell.id());
        assertThat(file.layers().get(0).alsoAs()).containsExactly(cell.title() + " 1");
        assertThat(file.unsupported()).containsExactly(cell.title() + " 2: its hidden_size is 7, but R is for 5 units");
    }

    @Test
    void whatChangesTheNumbersBesideTheWeightsIsNamed() throws BadModel {
        model.node().setInput(4, "lengths");
        model.function();
        assertThat(model.read().unsupported())
                .containsExactly(
                        "gru: lengths of single rows (sequence_lens) are left out; every row has all steps",
                        "functions that the model defines by itself (1) are not read");
    }

    @Test
    void batchFirstMakesNoDifferenceToTheWeights() throws BadModel {
        model.with(integer("layout", 1));
        assertSame();
    }

    @Test
    void resetBeforeIsTheDefault() throws BadModel {
        model.node().removeAttribute(1).removeAttribute(0);
        assertThat(only().resetDoubted()).isFalse();
        assertThat(only().convention()).isEqualTo(Convention.PYTORCH.with(ResetPosition.BEFORE));
        assertSame();
    }

    @Test
    void aModelWithoutTypesOfAttributesIsRead() throws BadModel {
        for (AttributeProto.Builder attribute : model.node().getAttributeBuilderList()) {
            attribute.clearType();
        }
        assertThat(only().convention()).isEqualTo(Convention.PYTORCH);
        assertSame();
    }

    private void cut(String output, long from, long to, String step) {
        model.integers(output + " from", from).integers(output + " to", to);
        if (step.equals("1")) {
            model.integers(output + " step", 1);
        }
        model.graph()
                .addNode(NodeProto.newBuilder()
                        .setOpType("Slice")
                        .addInput("torch")
                        .addInput(output + " from")
                        .addInput(output + " to")
                        .addInput("axis")
                        .addInput(step.equals("1") ? output + " step" : step)
                        .addOutput(output));
    }

    /** Turns the rows of a piece around, down to the first. */
    private void turn(String output, String piece) {
        model.integers("last", -1).integers("first", Long.MIN_VALUE);
        model.graph()
                .addNode(NodeProto.newBuilder()
                        .setOpType("Slice")
                        .addInput(piece)
                        .addInput("last")
                        .addInput("first")
                        .addInput("axis")
                        .addInput("-1")
                        .addOutput(output));
    }

    private ModelLayer only() throws BadModel {
        OnnxFile file = model.read();
        assertThat(file.layers()).hasSize(1);
        return file.layers().get(0);
    }

    private void assertSame() throws BadModel {
        Weights read = only().weights();
        assertThat(read.arrays().keySet()).isEqualTo(original.arrays().keySet());
        original.arrays()
                .forEach((name, values) -> assertThat(read.get(name)).as(name).containsExactly(values, within(0.0)));
    }

    private static int layersOf(EditedModel model) {
        try {
            return model.read().layers().size();
        } catch (BadModel e) {
            throw new AssertionError(e);
        }
    }

    private static String refusal(EditedModel model) {
        try {
            model.read();
        } catch (BadModel e) {
            return String.valueOf(e.getMessage());
        }
        throw new AssertionError("it was read");
    }

    private static float[] numbers(TensorProto.Builder tensor) {
        ByteBuffer raw = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        float[] numbers = new float[raw.remaining() / 4];
        raw.asFloatBuffer().get(numbers);
        return numbers;
    }
}
