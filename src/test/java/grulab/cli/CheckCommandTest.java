package grulab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import grulab.cli.Shell.Outcome;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckCommandTest {
    @TempDir
    Path folder;

    private final Shell shell = new Shell();

    @BeforeEach
    void goodCases() throws IOException {
        GoldenCase.write(GoldenCase.read("gru_before_3_4"), folder.resolve("a.json"));
        GoldenCase.write(GoldenCase.read("gru_pytorch_3_4"), folder.resolve("b.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"f64", "f32"})
    void rightCasesHold(String precision) {
        Outcome outcome = check("--precision", precision);
        assertThat(outcome.out().lines())
                .hasSize(3)
                .anyMatch(line ->
                        line.matches("gru_before_3_4 +gru before keep +max error \\d\\.\\d\\de-\\d\\d at \\S+ +ok"))
                .contains("2 of 2 hold");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
    }

    @Test
    void whatACellDoesOtherwiseIsComputedInFloat64Alone() throws IOException {
        ObjectNode other = GoldenCase.read("gru_before_3_4");
        other.putObject("activations").put("n", "tanh").put("r", "hard-sigmoid-0.2");
        GoldenCase.write(other, folder.resolve("a.json"));
        assertThat(check().out()).contains("NOT OK", "1 of 2 hold");
        Outcome narrow = check("--precision", "f32");
        assertThat(narrow.err())
                .contains("a.json: the engine that trains has σ and tanh as they are written")
                .hasLineCount(1);
        assertThat(narrow.code()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "update"})
    void aWrongConventionDoesNotHold(String toggle) throws IOException {
        ObjectNode wrong = GoldenCase.read("gru_pytorch_3_4");
        wrong.put(toggle, toggle.equals("reset") ? "before" : "admit");
        GoldenCase.write(wrong, folder.resolve("b.json"));
        Outcome outcome = check();
        assertThat(outcome.out()).contains("NOT OK: ", "expected ", "1 of 2 hold");
        assertThat(outcome.code()).isEqualTo(1);
    }

    @Test
    void oneWrongGradientOrTrainedWeightIsFound() throws IOException {
        ObjectNode wrong = GoldenCase.read("gru_pytorch_3_4");
        ((com.fasterxml.jackson.databind.node.ArrayNode) wrong.at("/expected/gradients/W_hn/2")).set(1, 0.5);
        GoldenCase.write(wrong, folder.resolve("b.json"));
        JsonNode report = report();
        assertThat(report.at("/cases/1/ok").asBoolean()).isFalse();
        assertThat(report.at("/cases/1/where").asText()).isEqualTo("gradients.W_hn[2][1]");
        assertThat(report.at("/cases/1/maxError").asDouble()).isBetween(0.1, 1.0);
        assertThat(report.get("held").asInt()).isEqualTo(1);
        assertThat(report.get("of").asInt()).isEqualTo(2);
    }

    @Test
    void theReportAsJsonIsOneObject() throws IOException {
        JsonNode report = report();
        assertThat(report.fieldNames()).toIterable().containsExactly("cases", "held", "of");
        assertThat(report.at("/cases/0").fieldNames()).toIterable().containsExactly("name", "ok", "maxError", "where");
        assertThat(report.at("/cases/0/name").asText()).isEqualTo("gru_before_3_4");
        assertThat(report.get("held").asInt()).isEqualTo(2);
    }

    @Test
    void casesOfAllCellsAreCheckedAndOneCellCanBeChosen() throws IOException {
        GoldenCase.write(GoldenCase.read("lstm_3_4"), folder.resolve("c.json"));
        GoldenCase.write(GoldenCase.read("rnn_3_4"), folder.resolve("d.json"));
        Outcome all = check();
        assertThat(all.out().lines())
                .anyMatch(line -> line.matches("lstm_3_4 +lstm +max error \\d\\.\\d\\de-\\d\\d at \\S+ +ok"))
                .anyMatch(line -> line.matches("rnn_3_4 +rnn +max error \\d\\.\\d\\de-\\d\\d at \\S+ +ok"))
                .contains("4 of 4 hold");
        assertThat(all.code()).isZero();
        Outcome gru = check("--cell", "gru");
        assertThat(gru.out()).contains("2 of 2 hold; 2 of another cell left out");
        assertThat(gru.code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"c", "c_last", "gradients.c0", "gradients.f"})
    void aWrongNumberOfAnLstmIsFound(String field) throws IOException {
        ObjectNode wrong = GoldenCase.read("lstm_3_4");
        JsonNode at = wrong.at("/expected/" + field.replace('.', '/'));
        while (at.get(0).isArray()) {
            at = at.get(0);
        }
        ((com.fasterxml.jackson.databind.node.ArrayNode) at).set(2, 2.5);
        GoldenCase.write(wrong, folder.resolve("a.json"));
        assertThat(report().at("/cases/0/ok").asBoolean()).isFalse();
        assertThat(report().at("/cases/0/where").asText())
                .startsWith(field + "[0]")
                .endsWith("[2]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"f64", "f32"})
    void whatTheFrameworksThemselvesComputedHolds(String precision) {
        Outcome outcome = shell.run("check", frameworks(), "--precision", precision);
        assertThat(outcome.out()).contains("35 of 35 hold");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void aFileThatIsNoCaseIsNamedAndTheOthersStillRun() throws IOException {
        Path broken = Files.writeString(folder.resolve("c.json"), "{\"cell\": \"gru\"");
        Outcome outcome = check();
        assertThat(outcome.err())
                .startsWith("gru-lab check: " + broken + ": not valid JSON: ")
                .hasLineCount(1);
        assertThat(outcome.out()).contains("2 of 3 hold");
        assertThat(outcome.code()).isEqualTo(2);
    }

    @Test
    void nothingToCompareWithIsWrong() throws IOException {
        ObjectNode given = GoldenCase.read("gru_pytorch_3_4");
        given.remove("expected");
        Path file = GoldenCase.write(given, folder.resolve("b.json"));
        Outcome outcome = shell.run("check", file.toString());
        assertThat(outcome.err())
                .isEqualTo(
                        "gru-lab check: %s: $.expected is missing: there is nothing to compare with%n".formatted(file));
        assertThat(outcome.code()).isEqualTo(2);
    }

    @Test
    void aPlaceWithoutCasesIsRefused(@TempDir Path empty) {
        Outcome none = shell.run("check", empty.toString());
        assertThat(none.err()).contains("holds no .json file; name cases or a folder of cases");
        assertThat(none.code()).isEqualTo(2);
        Outcome missing = shell.run("check", empty.resolve("x.json").toString());
        assertThat(missing.err()).contains("x.json: there is no such file");
        assertThat(missing.code()).isEqualTo(2);
        assertThat(check("--cell", "tcn").err())
                .isEqualTo("gru-lab check: --cell must be gru or lstm or rnn, not 'tcn'" + System.lineSeparator());
    }

    /** One case of each layer of PyTorch, Keras, ONNX, TensorFlow, Flax and RLlib, run there in float32. */
    private static String frameworks() {
        try {
            return Path.of(CheckCommandTest.class
                            .getResource("/golden/frameworks")
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private Outcome check(String... options) {
        String[] args = new String[options.length + 2];
        args[0] = "check";
        args[1] = folder.toString();
        System.arraycopy(options, 0, args, 2, options.length);
        return shell.run(args);
    }

    private JsonNode report() throws IOException {
        return new ObjectMapper().readTree(check("--json").out());
    }
}
