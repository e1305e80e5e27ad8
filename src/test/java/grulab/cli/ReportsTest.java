package grulab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import grulab.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What people reported to be wrong in real libraries is found in its numbers")
class ReportsTest {
    private static final String FOLDER = "src/test/resources/reports/";
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest(name = "{0}: {1}, {2}, bias {3}, start {4}, {5}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            keras-15915        | after  | z r n   | two | given     | []
            coremltools-1124   | after  | r z n   | one | given     | []
            onnxscript-2852    | before | r z n   | two | given     | []
            stateful-forgotten | after  | r z n   | two | zero      | []
            mlx-3252           | after  | r z n   | two | given     | [{"kind":"step","first":1,"without":"b_hn"}]
            tfjs-default       | before | r z n   | two | given     | [{"kind":"activation","gates":["r","z"],"function":"hard-sigmoid-0.2"}]
            rnnoise-relu       | before | r z n   | two | given     | [{"kind":"activation","gates":["n"],"function":"relu"}]
            burn-2701          | after  | r z n   | two | given     | [{"kind":"operation","where":"h_{t−1}","instead":"h_0"}]
            capsule-pytorch-1  | after  | r z n   | two | given     | [{"kind":"order","axis":"batch-and-time","input":true,"output":false}]
            padded-rows        | after  | r z n   | two | given     | [{"kind":"length","rows":[{"sample":2,"steps":3}],"after":"zero"}]
            keras-batch-first  | after  | r z n   | two | given     | [{"kind":"order","axis":"batch-first","input":true,"output":true}]
            nd4j-states        | -      | i f g o | two | exchanged | []
            tensorflow-5090    | -      | i f g o | two | given     | [{"kind":"forgetBias","added":1.0}]
            tensorflow-icfo    | -      | i g f o | two | given     | []
            pytorch-43000      | -      | i f g o | two | given     | [{"kind":"bias","gate":"f","uses":"i","side":"both"},{"kind":"bias","gate":"g","uses":"i","side":"both"},{"kind":"bias","gate":"o","uses":"i","side":"both"}]
            """)
    void found(String report, String reset, String order, String bias, String start, String deviations)
            throws IOException {
        JsonNode answer = diagnosed(report);
        JsonNode best = answer.at("/explanations/0");
        assertThat(answer.get("decided").asBoolean()).isTrue();
        assertThat(best.path("reset").asText(null)).isEqualTo(reset);
        assertThat(best.get("gateOrder").asText()).isEqualTo(order);
        assertThat(best.get("transposed").asBoolean()).isFalse();
        assertThat(best.get("bias").asText()).isEqualTo(bias);
        assertThat(best.get("start").asText()).isEqualTo(start);
        assertThat(best.get("deviations")).isEqualTo(JSON.readTree(deviations));
        assertThat(best.get("maxError").asDouble()).isLessThan(6e-8);
        Stream<JsonNode> others = StreamSupport.stream(
                        answer.get("explanations").spliterator(), false)
                .skip(1);
        assertThat(others).noneMatch(other -> other.get("fits").asBoolean());
    }

    /** What a case says that its cell does otherwise is no deviation from it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "tfjs-gru-default-hardsigmoid",
                "brainjs-1.6.1-rnn",
                "nd4j-m2.1-lstmblock-forget-bias-1",
                "armnn-20.08-lstm-cifg",
                "armnn-20.08-lstm-cell-clip",
                "dl4j-m2.1-lstm-default-sigmoid"
            })
    void whatTheCaseDescribesIsTakenAsItIs(String library, @TempDir Path folder) throws IOException {
        Path file = Path.of("src/test/resources/libraries", library + ".json");
        Path expected = folder.resolve("expected.json");
        JSON.writeValue(expected.toFile(), JSON.readTree(file.toFile()).get("expected"));
        Outcome outcome =
                new Shell().run("diagnose", "--case", file.toString(), "--expected", expected.toString(), "--json");
        JsonNode best = JSON.readTree(outcome.out()).at("/explanations/0");
        assertThat(best.get("fits").asBoolean()).isTrue();
        assertThat(best.get("deviations")).isEmpty();
    }

    private static JsonNode diagnosed(String report) throws IOException {
        Outcome outcome = new Shell()
                .run(
                        "diagnose",
                        "--case",
                        FOLDER + report + ".case.json",
                        "--expected",
                        FOLDER + report + ".expected.json",
                        "--json");
        assertThat(outcome.err()).isEmpty();
        return JSON.readTree(outcome.out());
    }
}
