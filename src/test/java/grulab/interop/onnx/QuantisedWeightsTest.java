package grulab.interop.onnx;

import static grulab.interop.onnx.EditedModel.HIDDEN;
import static grulab.interop.onnx.EditedModel.INPUTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import com.google.protobuf.ByteString;
import grulab.engine.reference.Reference;
import grulab.interop.file.BadModel;
import grulab.interop.file.ElementType;
import grulab.interop.file.ModelLayer;
import grulab.model.Case;
import grulab.model.CellType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import onnx.format.NodeProto;
import onnx.format.TensorProto;
import onnx.format.TensorProto.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weights of eight bits with their scale behind them: ONNX Runtime says what they are worth. */
class QuantisedWeightsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "INT8, -1, false",
        "UINT8, -1, true",
        "INT8, 1, false",
        "INT8, -2, true",
        "UINT8, 1, true",
        "INT8, 2, true",
    })
    void scaledPerTensorAndPerAxisWithAndWithoutZeroPoints(DataType type, int axis, boolean zero) throws Exception {
        EditedModel model = quantised(type, axis, zero);
        ModelLayer layer = model.read().layers().get(0);
        assertThat(layer.type()).isEqualTo(ElementType.F32);
        Case like = RandomModel.of(CellType.GRU).on(4, 2);
        Case given =
                new Case("q", layer.convention(), layer.weights(), 4, 2, like.x(), like.h0(), like.c0(), null, null);
        Path file = Files.write(folder.resolve("q.onnx"), model.bytes());
        assertThat(Reference.run(given, false).forward().get("h").values())
                .containsExactly(OnnxSession.run(file, given).get("y"), within(1e-6));
    }

    @Test
    void blocksAreRefusedInASentenceAndScalesThatDoNotFitToo() {
        EditedModel blocks = quantised(DataType.INT8, 1, false);
        blocks.graph()
                .getNodeBuilder(blocks.graph().getNodeCount() - 1)
                .addAttribute(EditedModel.integer("block_size", 16));
        assertThat(catchThrowableOfType(BadModel.class, blocks::read)).hasMessageContaining("scales for blocks");
        EditedModel wrong = quantised(DataType.INT8, 1, false);
        wrong.stored("scale").setDims(0, 2).clearFloatData().addFloatData(1).addFloatData(2);
        assertThat(catchThrowableOfType(BadModel.class, wrong::read))
                .hasMessageContaining("scales [2] and zero points do not fit axis 1 of [1][15][3]");
        EditedModel bare = quantised(DataType.INT8, 1, false);
        bare.node().setInput(1, "W");
        assertThat(catchThrowableOfType(BadModel.class, bare::read)).hasMessageContaining("W is of whole numbers");
    }

    /** @param axis -1 for one scale of all */
    private static EditedModel quantised(DataType type, int axis, boolean zero) {
        EditedModel model = EditedModel.of(CellType.GRU);
        byte[] bytes = new byte[3 * HIDDEN * INPUTS];
        Random random = new Random(3);
        random.nextBytes(bytes);
        model.stored("W").setDataType(type.getNumber()).setRawData(ByteString.copyFrom(bytes));
        int scales = axis == -1 ? 1 : axis == 2 ? INPUTS : 3 * HIDDEN;
        TensorProto.Builder scale = TensorProto.newBuilder().setName("scale").setDataType(DataType.FLOAT_VALUE);
        TensorProto.Builder zeros = TensorProto.newBuilder().setName("zero").setDataType(type.getNumber());
        if (axis != -1) {
            scale.addDims(scales);
            zeros.addDims(scales);
        }
        for (int i = 0; i < scales; i++) {
            scale.addFloatData(0.004f + 0.001f * random.nextFloat());
            zeros.addInt32Data(type == DataType.UINT8 ? 100 + random.nextInt(50) : random.nextInt(40) - 20);
        }
        model.graph().addInitializer(scale).addInitializer(zeros);
        NodeProto.Builder node = NodeProto.newBuilder()
                .setOpType("DequantizeLinear")
                .addAllInput(zero ? List.of("W", "scale", "zero") : List.of("W", "scale"))
                .addOutput("W real");
        if (axis != -1 && axis != 1) {
            node.addAttribute(EditedModel.integer("axis", axis));
        }
        model.node().setInput(1, "W real");
        model.graph().addNode(node);
        return model;
    }
}
