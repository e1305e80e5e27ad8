package grulab.interop.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import grulab.engine.reference.Reference;
import grulab.interop.file.BadModel;
import grulab.interop.file.ElementType;
import grulab.interop.file.ModelLayer;
import grulab.model.Array;
import grulab.model.Case;
import grulab.model.CellOptions;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import grulab.model.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import onnx.format.ModelProto;
import onnx.format.NodeProto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OnnxWriterTest {
    @TempDir
    Path folder;

    static List<RandomModel> models() {
        List<RandomModel> models = new ArrayList<>();
        for (RandomModel.Biases biases : RandomModel.Biases.values()) {
            for (int outputs : new int[] {0, 4}) {
                for (Convention convention : Convention.ALL) {
                    models.add(new RandomModel(CellType.GRU, convention, 3, 5, outputs, biases, 11));
                }
                models.add(new RandomModel(CellType.LSTM, Convention.PYTORCH, 3, 5, outputs, biases, 12));
                models.add(new RandomModel(CellType.RNN, Convention.PYTORCH, 3, 5, outputs, biases, 13));
            }
        }
        for (CellType cell : CellType.values()) {
            models.add(new RandomModel(cell, Convention.PYTORCH, 1, 1, 1, RandomModel.Biases.BOTH, 14));
            models.add(new RandomModel(cell, Convention.PYTORCH, 28, 96, 28, RandomModel.Biases.BOTH, 15));
        }
        return models;
    }

    @ParameterizedTest
    @MethodSource("models")
    void onnxRuntimeComputesTheSame(RandomModel model) throws BadModel {
        Path file = folder.resolve("cell.onnx");
        OnnxWriter.write(file, model.weights(), model.convention(), CellOptions.PLAIN, 0);
        for (int batch : new int[] {1, 3}) {
            Case given = model.on(4 + batch, batch);
            Map<String, Array> ours = Reference.run(given, false).forward();
            Map<String, double[]> theirs = OnnxSession.run(file, given);
            double[] h = ours.get("h").values();
            assertThat(theirs.get("y")).containsExactly(h, within(1e-5));
            assertThat(theirs.get("h_n")).containsExactly(last(h, batch * model.hidden()), within(1e-5));
            if (model.cell().hasCellState()) {
                double[] c = ours.get("c").values();
                assertThat(theirs.get("c_n")).containsExactly(last(c, batch * model.hidden()), within(1e-5));
            }
            assertThat(theirs.containsKey("logits")).isEqualTo(model.outputs() > 0);
            if (model.outputs() > 0) {
                assertThat(theirs.get("logits"))
                        .containsExactly(ours.get("logits").values(), within(1e-5));
            }
        }
    }

    /** Bit for bit; the biases that ONNX must have where there is one come back as zeros. */
    @Property(tries = 60)
    void whatIsWrittenIsReadAgain(@ForAll("anyModel") RandomModel model, @ForAll boolean batchFirst) throws BadModel {
        Weights written = model.weights();
        byte[] bytes = OnnxWriter.bytes(written, model.convention(), CellOptions.PLAIN, batchFirst ? 1 : 0);
        OnnxFile file = OnnxFile.read(bytes, OnnxFile.Reading.ALONE);
        assertThat(file.unsupported()).isEmpty();
        ModelLayer layer = file.layers().get(0);
        boolean gru = model.cell() == CellType.GRU;
        boolean admits = gru && model.convention().update() == UpdateMeaning.ADMIT;
        Map<String, double[]> expected = new LinkedHashMap<>((admits ? written.relabelled() : written).arrays());
        if (model.biases() == RandomModel.Biases.INPUT_SIDE) {
            model.cell().gates().forEach(gate -> expected.put("b_h" + gate, new double[model.hidden()]));
        }
        assertThat(layer.weights().arrays()).containsOnlyKeys(expected.keySet());
        expected.forEach((name, values) ->
                assertThat(bits(layer.weights().get(name))).as(name).isEqualTo(bits(values)));
        assertThat(layer.weights().outputs()).isEqualTo(model.outputs());
        if (gru) {
            assertThat(layer.convention()).isEqualTo(model.convention().with(UpdateMeaning.KEEP));
        }
        assertThat(layer.type()).isEqualTo(ElementType.F32);
        assertThat(layer.reverse()).isFalse();
    }

    @Provide
    Arbitrary<RandomModel> anyModel() {
        return Combinators.combine(
                        Arbitraries.of(CellType.class),
                        Arbitraries.of(Convention.ALL),
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of(RandomModel.Biases.class),
                        Arbitraries.longs())
                .as(RandomModel::new);
    }

    @Test
    void batchFirstIsSaidInTheNodeAndInTheShapes() throws Exception {
        byte[] bytes =
                OnnxWriter.bytes(RandomModel.of(CellType.LSTM).weights(), Convention.PYTORCH, CellOptions.PLAIN, 1);
        ModelProto model = ModelProto.parseFrom(bytes);
        NodeProto node = model.getGraph().getNode(0);
        assertThat(node.getAttributeList()).anyMatch(a -> a.getName().equals("layout") && a.getI() == 1);
        assertThat(model.getGraph().getInputList().stream()
                        .map(input -> input.getName() + " "
                                + input.getType().getTensorType().getShape().getDimList().stream()
                                        .map(d -> d.hasDimParam() ? d.getDimParam() : "" + d.getDimValue())
                                        .toList()))
                .containsExactly("x [B, T, 3]", "h0 [B, 1, 5]", "c0 [B, 1, 5]");
    }

    @Test
    void aNumberThatFloat32CannotHoldIsRefusedAndTheOldFileStays() throws Exception {
        Path file = folder.resolve("cell.onnx");
        Files.writeString(file, "as it was");
        Weights weights = RandomModel.of(CellType.GRU).weights();
        weights.get("W_hz")[3] = 1e39;
        assertThatThrownBy(() -> OnnxWriter.write(file, weights, Convention.PYTORCH, CellOptions.PLAIN, 0))
                .isInstanceOf(BadModel.class)
                .hasMessageContaining("R[0][0][3] is 1.0E39");
        assertThat(file).hasContent("as it was");
        assertThat(names()).containsExactly("cell.onnx");
    }

    @Test
    void resetBeforeIsWrittenAsSuch() throws Exception {
        Convention before = Convention.PYTORCH.with(ResetPosition.BEFORE);
        byte[] bytes = OnnxWriter.bytes(RandomModel.of(CellType.GRU).weights(), before, CellOptions.PLAIN, 0);
        assertThat(OnnxFile.read(bytes, OnnxFile.Reading.ALONE)
                        .layers()
                        .get(0)
                        .layout()
                        .id())
                .isEqualTo("onnx");
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }

    private static double[] last(double[] values, int count) {
        return Arrays.copyOfRange(values, values.length - count, values.length);
    }

    private static long[] bits(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
    }
}
