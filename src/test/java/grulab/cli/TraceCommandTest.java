package grulab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import grulab.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceCommandTest {
    @TempDir
    Path folder;

    private final Shell shell = new Shell();

    @ParameterizedTest
    @CsvSource({
        "gru_pytorch_3_4,   f64, 1e-12",
        "gru_pytorch_28_16, f64, 1e-12",
        "gru_before_3_4,    f64, 1e-12",
        "gru_before_28_16,  f64, 1e-12",
        "lstm_3_4,          f64, 1e-12",
        "lstm_28_16,        f64, 1e-12",
        "rnn_3_4,           f64, 1e-12",
        "rnn_28_16,         f64, 1e-12",
        "gru_pytorch_3_4,   f32, 2e-6",
        "gru_pytorch_28_16, f32, 2e-6",
        "gru_before_3_4,    f32, 2e-6",
        "gru_before_28_16,  f32, 2e-6",
        "lstm_3_4,          f32, 2e-6",
        "lstm_28_16,        f32, 2e-6",
        "rnn_3_4,           f32, 2e-6",
        "rnn_28_16,         f32, 2e-6"
    })
    void theWholeAnswerIsThatOfLibtorch(String name, String precision, double tolerance) throws IOException {
        ObjectNode given = GoldenCase.read(name);
        Path file = GoldenCase.write(given, folder.resolve("case.json"));
        Outcome outcome = shell.run("trace", "--case", file.toString(), "--precision", precision, "--backward");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        ObjectNode expected = (ObjectNode) given.get("expected");
        expected.remove(List.of("h_last", "c_last"));
        assertNear(new ObjectMapper().readTree(outcome.out()), expected, tolerance, "$");
    }

    @Test
    void withoutBackwardThereAreNoGradientsAndWithoutATargetNoLoss() throws IOException {
        ObjectNode given = GoldenCase.read("gru_pytorch_3_4");
        given.remove("train");
        given.remove("expected");
        JsonNode answer = traced(given);
        assertThat(answer.fieldNames())
                .toIterable()
                .containsExactly("r", "z", "n", "h", "logits", "loss", "perplexity");
        assertThat(answer.get("perplexity").asDouble())
                .isEqualTo(Math.exp(answer.get("loss").asDouble()));
        given.remove("targets");
        given.remove("head");
        assertThat(traced(given).fieldNames()).toIterable().containsExactly("r", "z", "n", "h");
    }

    @ParameterizedTest
    @CsvSource({"lstm_3_4, i f g o c h", "rnn_3_4, h"})
    void theAnswerHasTheGatesAndStatesOfItsCell(String name, String ids) throws IOException {
        ObjectNode given = GoldenCase.read(name);
        given.remove(List.of("train", "expected", "head", "targets"));
        assertThat(traced(given).fieldNames()).toIterable().containsExactly(ids.split(" "));
    }

    @Test
    void outIsTheSameAnswerInAFileWithNothingLeftBeside() throws IOException {
        Path file = GoldenCase.write(GoldenCase.read("gru_before_3_4"), folder.resolve("case.json"));
        Path out = folder.resolve("answer.json");
        Files.writeString(out, "an older answer");
        Outcome outcome = shell.run("trace", "--case", file.toString(), "--out", out.toString());
        assertThat(outcome.out()).isEmpty();
        assertThat(Files.readString(out))
                .isEqualTo(shell.run("trace", "--case", file.toString()).out());
        assertThat(folder).isDirectoryNotContaining(p -> p.toString().endsWith(".part"));
    }

    @Test
    void aRequestThatCannotBeMetIsAnsweredWithOneLine() throws IOException {
        ObjectNode given = GoldenCase.read("gru_before_3_4");
        given.remove("expected");
        given.remove("train");
        given.remove("targets");
        String file = GoldenCase.write(given, folder.resolve("case.json")).toString();
        assertRefused(
                shell.run("trace", "--case", file, "--backward"),
                "--backward needs a loss, but " + Given.shown(file) + " has no targets; add head and targets");
        assertRefused(
                shell.run("trace", "--case", file, "--precision", "f16"), "--precision must be f64 or f32, not 'f16'");
        assertRefused(
                shell.run("trace", "--case", file, "--out", folder.toString()),
                "--out " + Given.shown(folder.toString()) + " is a folder; give the name of a file");
        Path missing = folder.resolve("none").resolve("answer.json");
        assertRefused(
                shell.run("trace", "--case", file, "--out", missing.toString()),
                "--out %s: there is no folder %s; make it first"
                        .formatted(
                                Given.shown(missing.toString()),
                                Given.shown(missing.getParent().toString())));
        given.put("cell", "lstm");
        GoldenCase.write(given, Path.of(file));
        assertThat(shell.run("trace", "--case", file).err())
                .endsWith("case.json: $.weights.W_ir is unknown; the weights of an lstm are W_ii W_if W_ig W_io"
                        + " W_hi W_hf W_hg W_ho b_ii b_if b_ig b_io b_hi b_hf b_hg b_ho" + System.lineSeparator());
    }

    private JsonNode traced(JsonNode given) throws IOException {
        Path file = GoldenCase.write(given, folder.resolve("case.json"));
        return new ObjectMapper()
                .readTree(shell.run("trace", "--case", file.toString()).out());
    }

    private static void assertRefused(Outcome outcome, String sentence) {
        assertThat(outcome.err()).isEqualTo("gru-lab trace: " + sentence + System.lineSeparator());
        assertThat(outcome.code()).isEqualTo(2);
    }

    private static void assertNear(JsonNode got, JsonNode expected, double tolerance, String place) {
        if (expected.isNumber()) {
            assertThat(Math.abs(got.asDouble(Double.NaN) - expected.asDouble()))
                    .as(place)
                    .isLessThanOrEqualTo(tolerance);
        } else if (expected.isArray()) {
            assertThat(got.size()).as(place).isEqualTo(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                assertNear(got.get(i), expected.get(i), tolerance, place + "[" + i + "]");
            }
        } else {
            for (Map.Entry<String, JsonNode> field : expected.properties()) {
                assertThat(got.has(field.getKey()))
                        .as(place + "." + field.getKey())
                        .isTrue();
                assertNear(got.get(field.getKey()), field.getValue(), tolerance, place + "." + field.getKey());
            }
        }
    }
}
