package grulab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import grulab.cli.Shell.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What PyTorch exported, with linear_before_reset taken out as onnxscript 0.5.7 to 0.7.0 left it out: the switch that the
 * warning names brings back what PyTorch computed.
 */
class ForgottenResetTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FILES = Path.of("src/test/resources/golden/files");
    private static final Path FORGOTTEN = Path.of("src/test/resources/golden/inside/gru-forgotten-reset.onnx");

    @TempDir
    Path folder;

    private final Shell shell = new Shell();
    private JsonNode expected;
    private Path input;

    @BeforeEach
    void write() throws Exception {
        expected = JSON.readTree(
                FILES.resolve("expected/onnx_gru_dynamo.onnx.json").toFile());
        input = Files.writeString(
                folder.resolve("x.json"), expected.get("input").toString());
    }

    @Test
    void itIsReadAsItStandsWithAWarningAndTheSwitchUndoesIt() throws Exception {
        Outcome before = trace(FORGOTTEN);
        assertThat(before.code()).isZero();
        assertThat(before.err().strip().lines())
                .singleElement()
                .asString()
                .contains(
                        "warning: the model leaves out linear_before_reset",
                        "onnxscript 0.5.7 to 0.7.0",
                        "--reset after");
        assertThat(distance(before)).isGreaterThan(1e-3);
        Outcome after = trace(FORGOTTEN, "--reset", "after");
        assertThat(after.err()).isEmpty();
        assertThat(distance(after)).isLessThan(1e-6);
        Outcome kept = trace(FORGOTTEN, "--reset", "before");
        assertThat(kept.err()).isEmpty();
        assertThat(kept.out()).isEqualTo(before.out());
    }

    @Test
    void itIsKnownByItsNodesWhereAnotherProgramHasWrittenItAgain() throws Exception {
        String bytes = Files.readString(FORGOTTEN, StandardCharsets.ISO_8859_1).replaceFirst("pytorch", "onnxsim");
        Path again = Files.writeString(folder.resolve("again.onnx"), bytes, StandardCharsets.ISO_8859_1);
        assertThat(trace(again).err()).contains("--reset after");
    }

    @Test
    void whatTheFileSaysCounts() {
        Outcome refused = trace(FILES.resolve("onnx_gru_legacy.onnx"), "--reset", "before");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("has the reset position after, not before");
    }

    private Outcome trace(Path model, String... more) {
        String[] args = {"trace", "--model", model.toString(), "--input", input.toString()};
        String[] all = Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return shell.run(all);
    }

    private double distance(Outcome outcome) throws Exception {
        JsonNode h = JSON.readTree(outcome.out()).get("h");
        JsonNode right = expected.get("output").get("h");
        double most = 0;
        for (int t = 0; t < right.size(); t++) {
            for (int b = 0; b < right.get(t).size(); b++) {
                for (int k = 0; k < right.get(t).get(b).size(); k++) {
                    most = Math.max(
                            most,
                            Math.abs(h.get(t).get(b).get(k).asDouble()
                                    - right.get(t).get(b).get(k).asDouble()));
                }
            }
        }
        return most;
    }
}
