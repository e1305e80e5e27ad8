package grulab.interop.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import grulab.engine.reference.Reference;
import grulab.interop.BadCase;
import grulab.interop.ModelInput;
import grulab.interop.file.BadModel;
import grulab.interop.file.ModelHints;
import grulab.interop.file.ModelLayer;
import grulab.interop.weights.ModelFile;
import grulab.model.Case;
import grulab.model.CellType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import onnx.format.TensorProto;
import onnx.format.TensorProto.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Start states that stand in a model: ONNX Runtime starts from them, and so does the lab. */
class StoredStateTest {
    private static final int HIDDEN = EditedModel.HIDDEN;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(CellType.class)
    void aStoredStateIsWhereTheLayerStarts(CellType cell) throws Exception {
        EditedModel model = withStates(cell, 2);
        Case like = RandomModel.of(cell).on(4, 2);
        Map<String, double[]> right = OnnxSession.run(written(model), like);
        Case given = given(model, like);
        assertThat(given.h0()).isEqualTo(state(2, 0.25f));
        assertThat(Reference.run(given, false).forward().get("h").values())
                .containsExactly(right.get("y"), within(1e-6));
        assertThat(model.read().unsupported())
                .containsExactly(cell.id()
                        + ": the model stores the state that it starts from; it is taken for "
                        + (cell.hasCellState() ? "h0 and c0" : "h0") + " unless the input has another");
    }

    @Test
    void whatTheInputSaysCountsAndOneRowIsEveryRow() throws Exception {
        EditedModel model = withStates(CellType.GRU, 1);
        Case like = RandomModel.of(CellType.GRU).on(4, 3);
        double[] row = state(1, 0.25f);
        double[] rows = given(model, like).h0();
        for (int b = 0; b < 3; b++) {
            assertThat(Arrays.copyOfRange(rows, b * HIDDEN, (b + 1) * HIDDEN)).isEqualTo(row);
        }
        Path input = Files.writeString(folder.resolve("in.json"), "{\"x\": [[[1,2,3]]], \"h0\": [[1,0,0,0,0]]}");
        assertThat(read(model, input).h0()).containsExactly(1, 0, 0, 0, 0);
    }

    @Test
    void statesOfAnotherBatchAreRefusedAndMisshapenOnesToo() throws Exception {
        Case like = RandomModel.of(CellType.GRU).on(4, 3);
        assertThat(catchThrowableOfType(BadCase.class, () -> given(withStates(CellType.GRU, 2), like)))
                .hasMessageEndingWith(
                        "$.h0 is missing: the model stores the start state of 2 rows, but the input has 3; give one for these");
        EditedModel model = withStates(CellType.GRU, 2);
        model.stored("h stored").setDims(0, 2).setDims(1, 1);
        assertThat(catchThrowableOfType(BadModel.class, model::read))
                .hasMessage("gru: initial_h (h stored) has shape [2][1][5]; it must be [1][rows][5]");
    }

    private Case given(EditedModel model, Case like) throws IOException, BadModel, BadCase {
        StringBuilder x = new StringBuilder("{\"x\": [");
        for (int t = 0; t < like.steps(); t++) {
            x.append(t == 0 ? "[" : ",[");
            for (int b = 0; b < like.batch(); b++) {
                int from = (t * like.batch() + b) * EditedModel.INPUTS;
                x.append(b == 0 ? "" : ",")
                        .append(Arrays.toString(Arrays.copyOfRange(like.x(), from, from + EditedModel.INPUTS)));
            }
            x.append("]");
        }
        return read(model, Files.writeString(folder.resolve("in.json"), x.append("]}")));
    }

    private Case read(EditedModel model, Path input) throws IOException, BadModel, BadCase {
        ModelLayer layer = ModelFile.open(written(model), ModelHints.NONE).layer(null);
        return new ModelInput(layer.name(), layer.convention(), layer.weights(), layer.options(), layer.start(), null)
                .read(input);
    }

    private Path written(EditedModel model) throws IOException {
        return Files.write(folder.resolve("states.onnx"), model.bytes());
    }

    private static EditedModel withStates(CellType cell, int batch) {
        EditedModel model = EditedModel.of(cell);
        model.node().setInput(5, "h stored");
        stored(model, "h stored", batch, 0.25f);
        if (cell.hasCellState()) {
            model.node().setInput(6, "c stored");
            stored(model, "c stored", batch, -0.5f);
        }
        return model;
    }

    private static void stored(EditedModel model, String name, int batch, float first) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(DataType.FLOAT_VALUE);
        tensor.addDims(1).addDims(batch).addDims(HIDDEN);
        for (double value : state(batch, first)) {
            tensor.addFloatData((float) value);
        }
        model.graph().addInitializer(tensor);
    }

    private static double[] state(int batch, float first) {
        double[] values = new double[batch * HIDDEN];
        for (int i = 0; i < values.length; i++) {
            values[i] = first * (i % 3 - 0.5f * i / values.length);
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) values[i];
        }
        return values;
    }
}
