package grulab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import grulab.cli.Shell.Outcome;
import grulab.interop.file.ModelHints;
import grulab.interop.weights.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that PyTorch, Keras and ONNX's exporters wrote, traced: what comes out is what the libraries computed. */
class TraceModelFilesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FILES = Path.of("src/test/resources/golden/files");
    private static final double F32_SLACK = 5e-6;

    @TempDir
    Path folder;

    private final Shell shell = new Shell();

    static Stream<String> opened() throws IOException {
        return manifest(false);
    }

    static Stream<String> refused() throws IOException {
        return manifest(true);
    }

    private static Stream<String> manifest(boolean refused) throws IOException {
        JsonNode files = JSON.readTree(FILES.resolve("manifest.json").toFile()).get("files");
        return StreamSupport.stream(files.spliterator(), false)
                .filter(file -> file.path("refuse").asBoolean() == refused)
                .map(file -> file.get("file").asText());
    }

    @ParameterizedTest
    @MethodSource("opened")
    void whatTheLibraryComputedComesOut(String name) throws Exception {
        JsonNode expected =
                JSON.readTree(FILES.resolve("expected").resolve(name + ".json").toFile());
        JsonNode input = expected.path("input");
        JsonNode output = expected.path("output");
        for (String precision : List.of("f64", "f32")) {
            double tolerance = expected.get("tolerance").asDouble() + (precision.equals("f32") ? F32_SLACK : 0);
            if (input.has("x")) {
                JsonNode answer = traced(name, input, null, expected, precision);
                assertAnswer(answer, output, tolerance);
            }
            JsonNode layers = expected.path("layers");
            for (int k = 0; k < layers.size(); k++) {
                JsonNode layer = layers.get(k);
                ObjectNode given = JSON.createObjectNode();
                given.set("x", layer.get("x"));
                if (layer.has("h0")) {
                    given.set("h0", layer.get("h0"));
                }
                JsonNode answer = traced(name, given, layerName(name, layer, k), expected, precision);
                assertNear(answer.get("h"), layer.get("h"), tolerance, "h");
            }
            if (input.has("tokens") && layers.size() == 1) {
                JsonNode answer = traced(name, input, null, expected, precision);
                assertNear(answer.get("logits"), output.get("logits"), tolerance, "logits");
            }
        }
    }

    /** As safetensors.torch.save_model writes it: the head is there by its twin's name alone. */
    @Test
    void tiedWeightsAreFoundUnderBothNames() throws Exception {
        Path inside = Path.of("src/test/resources/golden/inside");
        JsonNode expected = JSON.readTree(inside.resolve("tied.json").toFile());
        Path given = Files.writeString(
                folder.resolve("input.json"),
                JSON.createObjectNode().set("tokens", expected.get("tokens")).toString());
        Outcome outcome = shell.run(
                "trace", "--model", inside.resolve("tied.safetensors").toString(), "--input", given.toString());
        assertThat(outcome.err()).isEmpty();
        assertNear(JSON.readTree(outcome.out()).get("logits"), expected.get("logits"), 1e-12, "logits");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aForeignFormatIsRefusedInALineThatSaysHowToGetToAnother(String name) throws IOException {
        Path input = Files.writeString(folder.resolve("x.json"), "{}");
        Path file = FILES.resolve(name);
        Outcome outcome = shell.run("trace", "--model", file.toString(), "--input", input.toString());
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().strip())
                .startsWith("gru-lab trace: " + file + ": ")
                .doesNotContain("\n")
                .containsAnyOf("safetensors.torch.save_file", "numpy.savez", "dynamo=False");
    }

    /** PyTorch's own prefix and suffix; of a graph, which has none, the lab's name for the k-th. */
    private static String layerName(String file, JsonNode layer, int k) throws Exception {
        if (layer.has("suffix")) {
            return layer.get("prefix").asText() + layer.get("suffix").asText();
        }
        return ModelFile.open(FILES.resolve(file), ModelHints.NONE)
                .layers()
                .get(k)
                .name();
    }

    private JsonNode traced(String name, JsonNode input, String layer, JsonNode expected, String precision)
            throws IOException {
        Path given = Files.writeString(folder.resolve("input.json"), input.toString());
        List<String> args = new ArrayList<>(List.of(
                "trace",
                "--model",
                FILES.resolve(name).toString(),
                "--input",
                given.toString(),
                "--precision",
                precision));
        if (layer != null) {
            args.addAll(List.of("--layer", layer));
        }
        if (name.contains("nobias.npz")) {
            args.addAll(List.of("--reset", expected.get("reset").asText()));
        }
        Outcome outcome = shell.run(args.toArray(String[]::new));
        assertThat(outcome.err().lines())
                .as("nothing but what else is in the file")
                .allMatch(line -> line.startsWith("gru-lab trace: ")
                        && (line.contains("left out") || line.contains("tanh assumed")));
        assertThat(outcome.code()).isZero();
        return JSON.readTree(outcome.out());
    }

    private static void assertAnswer(JsonNode answer, JsonNode output, double tolerance) {
        int last = answer.get("h").size() - 1;
        assertNear(answer.get("h"), output.get("h"), tolerance, "h");
        if (output.has("h_last")) {
            assertNear(answer.get("h").get(last), output.get("h_last"), tolerance, "h_last");
        }
        if (output.has("c_last")) {
            assertNear(answer.get("c").get(last), output.get("c_last"), tolerance, "c_last");
        }
        if (output.has("logits")) {
            assertNear(answer.get("logits"), output.get("logits"), tolerance, "logits");
        }
    }

    private static void assertNear(JsonNode got, JsonNode expected, double tolerance, String place) {
        if (expected.isNumber()) {
            assertThat(Math.abs(got.asDouble(Double.NaN) - expected.asDouble()))
                    .as(place)
                    .isLessThanOrEqualTo(tolerance);
            return;
        }
        assertThat(got.size()).as(place).isEqualTo(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            assertNear(got.get(i), expected.get(i), tolerance, place + "[" + i + "]");
        }
    }
}
