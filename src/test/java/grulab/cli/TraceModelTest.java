package grulab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import grulab.cli.Shell.Outcome;
import grulab.interop.file.ElementType;
import grulab.interop.file.SafetensorsFile;
import grulab.model.Array;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceModelTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FILES = Path.of("src/test/resources/golden/files");
    private static final String CHAR =
            FILES.resolve("st_model_char.safetensors").toString();
    private static final String PLAIN = FILES.resolve("st_gru.safetensors").toString();

    @TempDir
    Path folder;

    private final Shell shell = new Shell();

    @Test
    void aModelAnswersAsACaseWithItsWeightsDoes() throws Exception {
        ObjectNode given = GoldenCase.read("gru_pytorch_3_4");
        given.remove(List.of("train", "expected"));
        Map<String, Array> arrays = new LinkedHashMap<>();
        for (String side : List.of("i", "h")) {
            arrays.put("rnn.weight_" + side + "h_l0", stacked(given.get("weights"), "W_" + side));
            arrays.put("rnn.bias_" + side + "h_l0", stacked(given.get("weights"), "b_" + side));
        }
        JsonNode head = given.get("head");
        int hidden = head.get("W_hq").size();
        int outputs = head.get("b_q").size();
        double[] weight = new double[outputs * hidden];
        for (int o = 0; o < outputs; o++) {
            for (int h = 0; h < hidden; h++) {
                weight[o * hidden + h] = head.get("W_hq").get(h).get(o).asDouble();
            }
        }
        arrays.put("fc.weight", Array.of(weight, outputs, hidden));
        arrays.put("fc.bias", Array.of(numbers(head.get("b_q")), outputs));
        Path model = folder.resolve("model.safetensors");
        SafetensorsFile.write(model, arrays, ElementType.F64);
        ObjectNode input = JSON.createObjectNode();
        for (String field : List.of("x", "h0", "targets")) {
            input.set(field, given.get(field));
        }
        Path inputFile = Files.writeString(folder.resolve("x.json"), input.toString());
        Path caseFile = GoldenCase.write(given, folder.resolve("case.json"));
        for (String precision : List.of("f64", "f32")) {
            Outcome outcome = shell.run(
                    "trace",
                    "--model",
                    model.toString(),
                    "--input",
                    inputFile.toString(),
                    "--backward",
                    "--precision",
                    precision);
            assertThat(outcome.err()).isEmpty();
            assertThat(JSON.readTree(outcome.out()))
                    .isEqualTo(JSON.readTree(
                            shell.run("trace", "--case", caseFile.toString(), "--backward", "--precision", precision)
                                    .out()));
        }
    }

    @Test
    void aReverseLayerIsTracedInTheOrderOfTimeAndItsGradientsToo() throws IOException {
        String model = FILES.resolve("st_model_2layer_bi.safetensors").toString();
        Path input = Files.writeString(folder.resolve("x.json"), "{ \"x\": [[[1,0,0,0]],[[0,1,0,0]],[[0,0,1,0]]] }");
        Path turned = Files.writeString(folder.resolve("y.json"), "{ \"x\": [[[0,0,1,0]],[[0,1,0,0]],[[1,0,0,0]]] }");
        JsonNode one = answer("--model", model, "--input", input.toString(), "--layer", "l0_reverse");
        JsonNode other = answer("--model", model, "--input", turned.toString(), "--layer", "l0_reverse");
        // the first step in time is the last that is read: it has seen everything, the last only itself
        JsonNode alone = answer("--model", model, "--input", last("[[[0,0,1,0]]]"), "--layer", "l0_reverse");
        for (String gate : List.of("r", "z", "n", "h")) {
            assertThat(one.get(gate).get(2)).isEqualTo(alone.get(gate).get(0));
            assertThat(one.get(gate).get(0)).isNotEqualTo(other.get(gate).get(2));
        }
    }

    private String last(String x) throws IOException {
        return Files.writeString(folder.resolve("last.json"), "{ \"x\": " + x + " }")
                .toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|$.x is missing: it must be the inputs, [T][B][I], or $.tokens, numbers of symbols [T][B]",
                "{\"x\":[[[1,2]]]}|$.x has shape [1][1][2]; it must be [T][B][I] = [1][1][4] (T from $.x, B from $.x, I from"
                        + " the model)",
                "{\"tokens\":[[0]],\"h0\":[[1,2]]}|$.h0 has shape [1][2]; it must be [B][H] = [1][6] (B from $.tokens, H from"
                        + " the model)",
                "{\"tokens\":[[0],[11]]}|$.tokens[1][0] must be a symbol number from 0 to 10",
                "{\"tokens\":[[0.5]]}|$.tokens[0][0] must be a symbol number from 0 to 10",
                "{\"tokens\":[[0]],\"x\":[[[1,2,3,4]]]}|$.tokens and $.x say the same thing; leave one of them away",
                "{\"tokens\":[[0]],\"targets\":[[12]]}|$.targets[0][0] must be a class number from 0 to 10",
                "{\"tokens\":[[0]],\"c0\":[[1,2,3,4,5,6]]}|$.c0 is unknown; a gru has only h0",
                "{\"x\":[[[1,2,NaN,4]]]}|$.x[0][0][2] is NaN; it must be a number",
                "{\"weights\":{}}|$.weights is unknown; the fields of an input are x, tokens, h0, c0, targets, lengths, after, meta",
                "[]|$ must be an object with x, the inputs [T][B][I]"
            })
    void anInputThatDoesNotFitIsRefusedWithItsPath(String json, String sentence) throws IOException {
        Path input = Files.writeString(folder.resolve("x.json"), json);
        assertRefused(sentence, input, "--model", CHAR, "--input", input.toString());
    }

    @Test
    void whatTheModelHasNotCannotBeAskedFor() throws IOException {
        Path input = Files.writeString(folder.resolve("x.json"), "{\"tokens\":[[0]]}");
        assertRefused(
                "$.tokens cannot be used: the model has no embedding in front of this layer; give $.x, the inputs [T][B][I]",
                input,
                "--model",
                PLAIN,
                "--input",
                input.toString());
        Files.writeString(input, "{\"x\":[[[1,2,3,4]]],\"targets\":[[0]]}");
        assertRefused(
                "$.targets cannot be used: the model has no linear layer that makes logits of this layer's state",
                input,
                "--model",
                PLAIN,
                "--input",
                input.toString());
        Files.writeString(input, "{\"x\":[[[1,2,3,4]]]}");
        String shown = Given.shown(input.toString());
        assertRefused(
                "--backward needs a loss, but " + Given.shown(PLAIN)
                        + " has no linear layer behind l0 that makes logits",
                "--model",
                PLAIN,
                "--input",
                input.toString(),
                "--backward");
        assertRefused(
                "--backward needs a loss, but " + shown + " has no targets; add targets, [T][B]",
                "--model",
                CHAR,
                "--input",
                input.toString(),
                "--backward");
    }

    @Test
    void optionsThatDoNotGoTogetherAreRefused() throws IOException {
        assertRefused("nothing to trace; give --case FILE, or --model FILE and --input FILE");
        assertRefused(
                "--case and --model cannot both be given; a case has its own weights", "--case", "a", "--model", "b");
        assertRefused("--model needs --input FILE, JSON with x [T][B][I]", "--model", PLAIN);
        for (String option :
                List.of("--input", "--layer", "--cell", "--reset", "--update", "--from", "--forget-bias")) {
            assertRefused(option + " goes with --model; a case says it itself", "--case", "a", option, "b");
        }
        String[] model = {"--model", PLAIN, "--input", last("[[[1,2,3,4]]]")};
        assertRefused("--cell must be gru or lstm or rnn, not 'elman'", with(model, "--cell", "elman"));
        assertRefused("--reset must be before or after, not 'never'", with(model, "--reset", "never"));
        assertRefused("--update must be keep or admit, not 'z'", with(model, "--update", "z"));
    }

    @Test
    void whatIsSaidOfTheModelAndNotSoIsRefused() throws IOException {
        String[] model = {"--model", PLAIN, "--input", last("[[[1,2,3,4]]]")};
        assertRefused(
                PLAIN + ": l0: by its shapes this is a gru, not the lstm that was asked for (--cell)",
                with(model, "--cell", "lstm"));
        assertRefused(
                PLAIN + ": l0: PyTorch nn.GRU has the reset position after, not before; say nothing of it, or"
                        + " name another layout (--reset, --from)",
                with(model, "--reset", "before"));
        assertRefused(PLAIN + ": no layer is called 'l7'; there are l0", with(model, "--layer", "l7"));
        assertRefused("none.npz: there is no such file", "--model", "none.npz", "--input", "x");
    }

    @Test
    void whatElseIsInTheFileIsSaidBesideTheAnswer() throws IOException {
        String model = FILES.resolve("onnx_char_legacy.onnx").toString();
        String left =
                ": /rnn/GRU: its input comes out of Gather /embedding/Gather, which is left out; give x as the layer"
                        + " itself gets it";
        Outcome traced = shell.run("trace", "--model", model, "--input", last("[[[1,2,3,4]]]"));
        assertThat(JSON.readTree(traced.out()).get("h")).isNotNull();
        assertThat(traced.err().strip()).isEqualTo("gru-lab trace: " + model + left);
        String out = folder.resolve("a.npz").toString();
        Outcome converted = shell.run("convert", "--in", model, "--out", out, "--to", "keras", "--json");
        assertThat(converted.err().strip()).isEqualTo("gru-lab convert: " + model + left);
        assertThat(JSON.readTree(converted.out()).get("left").get(0).asText()).isEqualTo(left.substring(2));
    }

    @Test
    void whatIsAddedToTheForgetGateCanBeSaid() throws IOException {
        String block = folder.resolve("block.npz").toString();
        String lstm = FILES.resolve("st_lstm.safetensors").toString();
        shell.run("convert", "--in", lstm, "--out", block, "--to", "tensorflow", "--forget-bias", "0.25");
        String[] read = {"--model", block, "--input", last("[[[1,2,3,4]]]"), "--from", "tensorflow"};
        double meant = answer("--model", lstm, "--input", last("[[[1,2,3,4]]]"))
                .at("/f/0/0/0")
                .asDouble();
        assertThat(answer(with(read, "--forget-bias", "0.25")).at("/f/0/0/0").asDouble())
                .isCloseTo(meant, offset(1e-6));
        assertThat(answer(read).at("/f/0/0/0").asDouble()).isNotCloseTo(meant, offset(1e-3));
    }

    private JsonNode answer(String... args) throws IOException {
        Outcome outcome = shell.run(with(new String[] {"trace"}, args));
        assertThat(outcome.code()).isZero();
        return JSON.readTree(outcome.out());
    }

    private void assertRefused(String sentence, Path about, String... args) {
        assertRefused(about + ": " + sentence, args);
    }

    private void assertRefused(String sentence, String... args) {
        Outcome outcome = shell.run(with(new String[] {"trace"}, args));
        assertThat(outcome.err()).isEqualTo("gru-lab trace: " + sentence + System.lineSeparator());
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
    }

    private static String[] with(String[] first, String... more) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    /** PyTorch's rows: r over z over n. */
    private static Array stacked(JsonNode weights, String start) {
        List<Double> all = new ArrayList<>();
        for (String gate : List.of("r", "z", "n")) {
            for (double value : numbers(weights.get(start + gate))) {
                all.add(value);
            }
        }
        double[] values = all.stream().mapToDouble(v -> v).toArray();
        JsonNode first = weights.get(start + "r");
        int rows = 3 * first.size();
        return first.get(0).isArray() ? Array.of(values, rows, values.length / rows) : Array.of(values, rows);
    }

    private static double[] numbers(JsonNode nested) {
        List<Double> all = new ArrayList<>();
        collect(nested, all);
        return all.stream().mapToDouble(v -> v).toArray();
    }

    private static void collect(JsonNode nested, List<Double> into) {
        if (nested.isArray()) {
            nested.forEach(inner -> collect(inner, into));
        } else {
            into.add(nested.asDouble());
        }
    }
}
