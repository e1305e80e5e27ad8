package grulab.interop.onnx;

import static grulab.interop.onnx.ExportedModel.flat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import grulab.engine.reference.Reference;
import grulab.interop.file.BadModel;
import grulab.interop.file.ElementType;
import grulab.interop.file.ModelLayer;
import grulab.model.Answer;
import grulab.model.Array;
import grulab.model.Case;
import grulab.model.CellType;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Models as PyTorch's two exporters write them, against what PyTorch and ONNX Runtime computed. */
class ExportedModelTest {
    static List<ExportedModel> withNodes() {
        return ExportedModel.all().filter(model -> !model.unrolled()).toList();
    }

    @ParameterizedTest
    @MethodSource("withNodes")
    void eachLayerComputesWhatPyTorchDid(ExportedModel model) throws BadModel {
        OnnxFile file = OnnxFile.open(model.path(), null);
        JsonNode expected = model.expected();
        List<JsonNode> parts = new ArrayList<>();
        if (expected.has("layers")) {
            expected.get("layers").forEach(parts::add);
        } else {
            parts.add(expected);
        }
        assertThat(file.layers()).hasSameSizeAs(parts);
        for (int i = 0; i < parts.size(); i++) {
            ModelLayer layer = file.layers().get(i);
            JsonNode part = parts.get(i);
            JsonNode input = part.has("input") ? part.get("input") : part;
            JsonNode output = part.has("output") ? part.get("output") : part;
            assertConvention(layer, expected);
            assertThat(layer.reverse())
                    .isEqualTo(part.path("direction").asText("forward").equals("reverse"));
            assertThat(layer.type()).isEqualTo(ElementType.F32);
            Answer answer = run(layer, input);
            double tolerance = expected.get("tolerance").doubleValue();
            assertThat(inTime(answer.forward().get("h"), layer.reverse()))
                    .containsExactly(flat(output.get("h")), within(tolerance));
            assertThat(layer.weights().outputs() > 0).isEqualTo(output.has("logits"));
            if (output.has("logits")) {
                assertThat(answer.forward().get("logits").values())
                        .containsExactly(flat(output.get("logits")), within(tolerance));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("withNodes")
    void theLastStatesAreThoseOfOnnxRuntime(ExportedModel model) throws BadModel {
        OnnxFile file = OnnxFile.open(model.path(), null);
        JsonNode expected = model.expected();
        double[] last = flat(expected.get("onnx_outputs").get("h_n").get("data"));
        int width = last.length / file.layers().size();
        for (int i = 0; i < file.layers().size(); i++) {
            JsonNode part = expected.has("layers") ? expected.get("layers").get(i) : expected.get("input");
            Array h = run(file.layers().get(i), part).forward().get("h");
            double[] end = new double[width];
            double[] theirs = new double[width];
            System.arraycopy(h.values(), h.values().length - width, end, 0, width);
            System.arraycopy(last, i * width, theirs, 0, width);
            assertThat(end).containsExactly(theirs, within(2e-6));
        }
    }

    @Test
    void aRecurrenceThatTheExporterUnrolledIsRefusedWithWhatToDo() {
        assertThatThrownBy(() -> OnnxFile.open(ExportedModel.path("onnx_rnn_dynamo.onnx"), null))
                .isInstanceOf(BadModel.class)
                .hasMessageContaining("unrolled")
                .hasMessageContaining("dynamo=False");
    }

    @Test
    void whatStandsInFrontOfALayerIsNamed() throws BadModel {
        OnnxFile file = OnnxFile.open(ExportedModel.path("onnx_char_legacy.onnx"), null);
        assertThat(file.unsupported()).singleElement().asString().contains("/rnn/GRU", "Gather /embedding/Gather");
    }

    @Test
    void aLayerIsCalledByItsNodeAndItsDirection() throws BadModel {
        assertThat(OnnxFile.open(ExportedModel.path("onnx_gru_bi_legacy.onnx"), null)
                        .layers())
                .extracting(ModelLayer::name)
                .containsExactly("/layer/GRU forward", "/layer/GRU reverse");
    }

    private static void assertConvention(ModelLayer layer, JsonNode expected) {
        CellType cell = CellType.valueOf(expected.get("cell").asText().toUpperCase(Locale.ROOT));
        assertThat(layer.weights().cell()).isEqualTo(cell);
        assertThat(layer.layout().cell()).isEqualTo(cell);
        if (cell == CellType.GRU) {
            assertThat(layer.convention().reset()).isEqualTo(ResetPosition.AFTER);
            assertThat(layer.convention().update()).isEqualTo(UpdateMeaning.KEEP);
            assertThat(layer.layout().id()).isEqualTo("onnx-after");
        }
    }

    /** A layer that reads backwards is given its steps in that order. */
    private static Answer run(ModelLayer layer, JsonNode input) {
        int steps = input.get("x").size();
        int batch = input.get("x").get(0).size();
        double[] x = flat(input.get("x"));
        double[] c0 = input.has("c0") ? flat(input.get("c0")) : new double[0];
        return Reference.run(
                new Case(
                        layer.name(),
                        layer.convention(),
                        layer.weights(),
                        steps,
                        batch,
                        layer.reverse() ? backwards(x, steps) : x,
                        input.has("h0")
                                ? flat(input.get("h0"))
                                : new double[batch * layer.weights().hidden()],
                        c0,
                        null,
                        null),
                false);
    }

    private static double[] inTime(Array h, boolean reverse) {
        return reverse ? backwards(h.values(), h.shape()[0]) : h.values();
    }

    private static double[] backwards(double[] values, int steps) {
        int step = values.length / steps;
        double[] turned = new double[values.length];
        for (int t = 0; t < steps; t++) {
            System.arraycopy(values, t * step, turned, (steps - 1 - t) * step, step);
        }
        return turned;
    }
}
