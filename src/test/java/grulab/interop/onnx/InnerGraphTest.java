package grulab.interop.onnx;

import static grulab.interop.onnx.ExportedModel.flat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import grulab.engine.reference.Reference;
import grulab.interop.file.BadModel;
import grulab.interop.file.ModelHints;
import grulab.interop.file.ModelLayer;
import grulab.interop.weights.ModelFile;
import grulab.model.Array;
import grulab.model.Case;
import grulab.model.CellType;
import grulab.model.Convention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import onnx.format.GraphProto;
import onnx.format.NodeProto;
import onnx.format.TensorProto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Layers inside If, Loop and Scan. What is right is what ONNX Runtime computes. */
class InnerGraphTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden/inside");

    @TempDir
    Path folder;

    @Test
    void bothDecodersOfAVoiceDetectorAreFoundInTheirBranchesAndEachOnce() throws Exception {
        JsonNode right = new ObjectMapper()
                .readTree(FOLDER.resolve("onnx-inside.json").toFile())
                .get("lstm-in-if.onnx");
        ModelFile file = ModelFile.open(FOLDER.resolve("lstm-in-if.onnx"), ModelHints.NONE);
        assertThat(file.layers())
                .extracting(layer -> layer.name() + " " + layer.alsoAs())
                .containsExactly(
                        "by rate/then_branch/has state/then_branch/decoder_16k"
                                + " [by rate/then_branch/has state/else_branch/decoder_16k_no_state]",
                        "by rate/else_branch/decoder_8k []");
        assertThat(file.unsupported()).isEmpty();
        for (String name : List.of("decoder_16k", "decoder_8k")) {
            assertHolds(file.layer(name), right, right.get("layers").get(name));
        }
        assertThat(file.layer("decoder_16k_no_state").name()).endsWith("decoder_16k");
        assertThat(file.layer("else_branch.decoder_8k").name()).endsWith("decoder_8k");
    }

    @Test
    void aLayerWhoseWeightsAreCutTogetherInTheBodyOfALoopIsFound() throws Exception {
        JsonNode right = new ObjectMapper()
                .readTree(FOLDER.resolve("onnx-inside.json").toFile())
                .get("gru-in-loop.onnx");
        ModelFile file = ModelFile.open(FOLDER.resolve("gru-in-loop.onnx"), ModelHints.NONE);
        ModelLayer layer = file.layer(null);
        assertThat(layer.name()).isEqualTo("over time/body/rnn");
        assertThat(layer.convention()).isEqualTo(Convention.PYTORCH);
        assertHolds(layer, right, right.get("layers").get("rnn"));
    }

    @ParameterizedTest
    @EnumSource(CellType.class)
    void atAnyDepthWithWeightsFromOutsideOrCutTogetherWhereTheyAreUsed(CellType cell) throws Exception {
        for (int depth = 1; depth <= 3; depth++) {
            EditedModel model = EditedModel.of(cell);
            if (depth != 2) {
                InnerModel.cutTogether(model);
            }
            for (int i = 1; i <= depth; i++) {
                InnerModel.intoIf(model, "If_" + i);
            }
            ModelLayer layer = onlyLayer(model);
            assertThat(layer.name()).endsWith("If_1/then_branch/" + cell.id());
            assertThat(layer.alsoAs()).hasSize((1 << depth) - 1);
            assertRunsAlike(model, layer, cell);
            assertThat(layer.weights().outputs()).isEqualTo(4);
        }
    }

    @Test
    void weightsMayBeStoredInTheBranchItself() throws Exception {
        EditedModel model = EditedModel.of(CellType.GRU);
        InnerModel.intoIf(model, "If_0");
        NodeProto.Builder node = model.graph().getNodeBuilder(0);
        List<TensorProto> arrays = List.of(
                model.stored("W").build(),
                model.stored("R").build(),
                model.stored("B").build());
        for (int i = 0; i < 2; i++) {
            GraphProto inner = GraphProto.parseFrom(node.getAttribute(i).getG());
            node.setAttribute(
                    i, InnerModel.graph(node.getAttribute(i).getName(), InnerModel.withStored(inner, arrays)));
        }
        for (String name : List.of("W", "R", "B")) {
            model.stored(name).setName("outer " + name);
        }
        ModelLayer layer = onlyLayer(model);
        assertThat(layer.alsoAs()).containsExactly("If_0/else_branch/gru");
        assertRunsAlike(model, layer, CellType.GRU);
    }

    @Test
    void theBodyOfAScanIsRead() throws Exception {
        EditedModel model =
                EditedModel.of(new RandomModel(CellType.GRU, Convention.PYTORCH, 3, 5, 0, RandomModel.Biases.BOTH, 7));
        InnerModel.intoScan(model);
        ModelLayer layer = onlyLayer(model);
        assertThat(layer.name()).isEqualTo("Scan 1/body/gru");
        assertRunsAlike(model, layer, CellType.GRU);
    }

    @Test
    void whatIsHandedIntoABodyIsNoWeight() {
        EditedModel model =
                EditedModel.of(new RandomModel(CellType.GRU, Convention.PYTORCH, 3, 5, 0, RandomModel.Biases.BOTH, 7));
        model.node().setInput(1, "h");
        InnerModel.intoScan(model);
        assertThat(catchThrowableOfType(BadModel.class, model::read))
                .hasMessage(
                        "Scan 1/body/gru: W: h is handed in anew at every run of the graph that it is in; only weights"
                                + " that are stored can be read");
    }

    @Test
    void graphsAreFollowedAsDeepAndAsManyAsIsSaid() throws BadModel {
        EditedModel model = EditedModel.of(CellType.GRU);
        for (int i = 1; i <= 3; i++) {
            InnerModel.intoIf(model, "If_" + i);
        }
        assertThat(catchThrowableOfType(BadModel.class, () -> OnnxFile.read(model.bytes(), limited(2, 100))))
                .hasMessage("If_3/then_branch/If_2/then_branch/If_1/then_branch/:"
                        + " graphs in graphs are followed 2 deep, this one is deeper");
        assertThat(OnnxFile.read(model.bytes(), limited(3, 4)).unsupported())
                .containsExactly("If_3/then_branch/If_2/else_branch/:" + " only the first 4 graphs in nodes are read");
    }

    @Test
    void aDamagedGraphInsideANodeIsNamedAndTheRestIsRead() throws BadModel {
        EditedModel model = EditedModel.of(CellType.GRU);
        model.graph()
                .addNode(NodeProto.newBuilder()
                        .setOpType("If")
                        .addAttribute(InnerModel.graph("then_branch", GraphProto.getDefaultInstance()).toBuilder()
                                .setG(ByteString.copyFrom(new byte[] {0x0a, 0x7f}))));
        OnnxFile file = model.read();
        assertThat(file.layers()).hasSize(1);
        assertThat(file.unsupported()).containsExactly("If 1/then_branch/: the graph inside it is damaged");
    }

    private static OnnxFile.Reading limited(int depth, int graphs) {
        return new OnnxFile.Reading(null, null, new OnnxFile.Nesting(depth, graphs));
    }

    private static ModelLayer onlyLayer(EditedModel model) throws BadModel {
        OnnxFile file = model.read();
        assertThat(file.layers()).as("%s", file.unsupported()).hasSize(1);
        return file.layers().get(0);
    }

    private void assertRunsAlike(EditedModel model, ModelLayer layer, CellType cell) throws IOException {
        Path file = Files.write(folder.resolve("inner.onnx"), model.bytes());
        Case like = RandomModel.of(cell).on(4, 2);
        Case given = new Case(
                "inner", layer.convention(), layer.weights(), 4, 2, like.x(), like.h0(), like.c0(), null, null);
        double[] right = OnnxSession.run(file, given).get("y");
        assertThat(Reference.run(given, false).forward().get("h").values()).containsExactly(right, within(1e-6));
    }

    private static void assertHolds(ModelLayer layer, JsonNode input, JsonNode right) {
        right.get("weights")
                .fields()
                .forEachRemaining(e -> assertThat(layer.weights().get(e.getKey()))
                        .as(e.getKey())
                        .containsExactly(flat(e.getValue()), within(0.0)));
        double[] c0 = input.has("c0") ? flat(input.get("c0")) : new double[0];
        Case given = new Case(
                layer.name(),
                layer.convention(),
                layer.weights(),
                input.get("x").size(),
                1,
                flat(input.get("x")),
                flat(input.get("h0")),
                c0,
                null,
                null);
        Array h = Reference.run(given, false).forward().get("h");
        assertThat(h.values()).containsExactly(flat(right.get("h")), within(1e-6));
    }
}
