package grulab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import grulab.cli.Shell.Outcome;
import grulab.interop.file.ArrayEntry;
import grulab.interop.file.BadModel;
import grulab.interop.file.ElementType;
import grulab.interop.file.NpzFile;
import grulab.interop.file.SafetensorsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvertCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FILES = Path.of("src/test/resources/golden/files");

    @TempDir
    Path folder;

    private final Shell shell = new Shell();

    @ParameterizedTest
    @CsvSource(textBlock = """
            st_gru.safetensors,       keras,      a.npz
            st_gru.safetensors,       keras,      a.safetensors
            st_gru.safetensors,       cudnn,      a.npz
            st_gru.safetensors,       onnx-after, a.onnx
            st_gru.safetensors,       onnx-after, a.npz
            st_gru.safetensors,       paddle,     a.safetensors
            st_gru.safetensors,       mxnet,      a.npz
            st_gru.safetensors,       djl,        a.npz
            st_gru.safetensors,       webnn,      a.npz
            st_gru.safetensors,       pytorch,    a.json
            st_gru_nobias.safetensors,cho-v1,     a.npz
            st_gru_nobias.safetensors,keras,      a.npz
            st_gru_f64.safetensors,   keras,      a.npz
            st_lstm.safetensors,      onnx,       a.onnx
            st_rnn.safetensors,       onnx,       a.safetensors
            """)
    void thereAndBackIsTheSameFile(String file, String to, String between) throws IOException {
        Path a = folder.resolve(between);
        Path back = folder.resolve("back.safetensors");
        done("convert", "--in", file(file), "--out", a.toString(), "--to", to);
        boolean says = between.endsWith(".onnx") || between.endsWith(".json");
        String[] from = says ? new String[0] : new String[] {"--from", to};
        done(all(from, "convert", "--in", a.toString(), "--out", back.toString(), "--to", "pytorch"));
        SafetensorsFile first = open(file(file));
        SafetensorsFile last = open(back.toString());
        assertThat(last.entries()).hasSameSizeAs(first.entries());
        for (ArrayEntry entry : first.entries()) {
            assertThat(read(last, entry.name())).isEqualTo(read(first, entry.name()));
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            npz_gru_before.npz,  mps-graph,    a.npz,         relabelled
            npz_gru_before.npz,  paddle-fluid, a.safetensors, relabelled
            npz_gru_before.npz,  onnx,         a.onnx,        ''
            npz_gru_before.npz,  d2l,          a.npz,         ''
            st_gru.safetensors,  flax-linen,   a.npz,         biases-added
            st_lstm.safetensors, tensorflow,   a.npz,         'biases-added forget-bias-taken-away'
            st_lstm.safetensors, flax-nnx,     a.safetensors, biases-added
            st_rnn.safetensors,  keras,        a.npz,         biases-added
            """)
    void whatIsWrittenComputesWhatTheFrameworkOfTheOldFileComputed(String file, String to, String out, String steps)
            throws IOException {
        Path a = folder.resolve(out);
        JsonNode report = JSON.readTree(
                done("convert", "--in", file(file), "--out", a.toString(), "--to", to, "--forget-bias", "1", "--json"));
        List<String> done = new ArrayList<>();
        report.get("steps").forEach(step -> done.add(step.asText()));
        assertThat(String.join(" ", done)).isEqualTo(steps);
        assertThat(report.get("exact").asBoolean()).isEqualTo(steps.isEmpty() || steps.equals("relabelled"));
        JsonNode expected =
                JSON.readTree(FILES.resolve("expected/" + file + ".json").toFile());
        Path input = Files.writeString(
                folder.resolve("input.json"), expected.get("input").toString());
        String[] from = out.endsWith(".onnx") ? new String[0] : new String[] {"--from", to};
        JsonNode answer = JSON.readTree(done(all(from, "trace", "--model", a.toString(), "--input", input.toString())));
        JsonNode h = expected.get("output").get("h");
        for (int t = 0; t < h.size(); t++) {
            for (int b = 0; b < h.get(t).size(); b++) {
                for (int k = 0; k < h.get(t).get(b).size(); k++) {
                    assertThat(answer.get("h").get(t).get(b).get(k).asDouble())
                            .isCloseTo(h.get(t).get(b).get(k).asDouble(), offset(1e-6));
                }
            }
        }
    }

    @Test
    void aHeadGoesAlongAndTheLayerGetsTheNameThatWasAskedFor() throws Exception {
        Path npz = folder.resolve("a.npz");
        Path back = folder.resolve("back.safetensors");
        String model = file("st_model_char.safetensors");
        String said = done("convert", "--in", model, "--out", npz.toString(), "--to", "keras", "--name", "gru");
        assertThat(said)
                .contains("GRU of PyTorch nn.GRU", "11 outputs, as Keras GRU, reset_after=True: numbers only moved;")
                .contains("without the embedding");
        assertThat(NpzFile.open(npz).entries().stream().map(ArrayEntry::name))
                .containsExactly("gru/kernel", "gru/recurrent_kernel", "gru/bias", "head/kernel", "head/bias");
        done("convert", "--in", npz.toString(), "--out", back.toString(), "--to", "pytorch", "--name", "rnn");
        SafetensorsFile first = open(model);
        SafetensorsFile last = open(back.toString());
        assertThat(last.entries()).hasSize(6);
        for (ArrayEntry entry : last.entries()) {
            assertThat(read(last, entry.name())).as(entry.name()).isEqualTo(read(first, entry.name()));
        }
    }

    @Test
    void numbersStayAsWideAsTheyWere() throws Exception {
        Path wide = folder.resolve("wide.npz");
        done("convert", "--in", file("st_gru_f64.safetensors"), "--out", wide.toString(), "--to", "keras");
        assertThat(NpzFile.open(wide).entries()).allMatch(entry -> entry.type() == ElementType.F64);
        Path narrow = folder.resolve("narrow.npz");
        done("convert", "--in", file("st_gru_f16.safetensors"), "--out", narrow.toString(), "--to", "keras");
        assertThat(NpzFile.open(narrow).entries()).allMatch(entry -> entry.type() == ElementType.F32);
        Path model = folder.resolve("a.onnx");
        assertThat(done("convert", "--in", file("st_gru_f64.safetensors"), "--out", model.toString()))
                .contains("as ONNX GRU, linear_before_reset=1: rounded to float32");
    }

    @Test
    void theConstantOfBlockLstmIsTheOneThatWasSaid() throws Exception {
        Path block = folder.resolve("block.npz");
        Path back = folder.resolve("back.npz");
        String lstm = file("npz_lstm.npz");
        done("convert", "--in", lstm, "--out", block.toString(), "--to", "tensorflow", "--forget-bias", "0.5");
        done(
                "convert",
                "--in",
                block.toString(),
                "--from",
                "tensorflow",
                "--forget-bias",
                "0.5",
                "--out",
                back.toString(),
                "--to",
                "keras");
        double[] was = NpzFile.open(Path.of(lstm)).read("bias").values();
        double[] bias = NpzFile.open(back).read("bias").values();
        for (int i = 0; i < was.length; i++) {
            assertThat(bias[i]).isCloseTo(was[i], offset(1e-7));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            st_gru.safetensors  | a.npz         | keras-before | reset after cannot become reset before, which Keras GRU, reset_after=False has: they are equal for every input only if U_n is diagonal and c_n is 0, but W_hn[0][1] is
            st_gru.safetensors  | a.npz         | nd4j-gru     | ND4J gru op has one bias for n, outside the product with r, but b_hn[0] is
            st_gru.safetensors  | a.npz         | cho-v1       | Cho et al. 2014, v1 has no bias for r, but b_ir[0] is
            st_lstm.safetensors | a.npz         | rllib        | rllib is no layout of an LSTM; --to must be one of pytorch keras onnx tensorflow
            st_gru.safetensors  | a.npz         | kreas        | --to must be one of pytorch cudnn keras
            st_gru.safetensors  | a.npz         |              | a .npz holds the arrays of any framework; say whose with --to
            st_gru.safetensors  | a.h5          | keras        | 'a.h5' does not say what kind of file to write; end its name in .safetensors, .npz, .onnx, .json
            st_gru.safetensors  | a.onnx        | keras        | an .onnx file has ONNX's own layout, not that of Keras GRU, reset_after=True; choose an ONNX row
            st_gru.safetensors  | none/a.npz    | keras        | --out
            npz_gru_nobias.npz  | a.npz         | pytorch      | --reset
            """)
    void whatCannotBeIsRefusedInOneLineAndNothingIsWritten(String file, String out, String to, String sentence) {
        Path target = folder.resolve(out);
        String[] where = to == null ? new String[0] : new String[] {"--to", to};
        Outcome outcome = shell.run(all(where, "convert", "--in", file(file), "--out", target.toString()));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().strip())
                .startsWith("gru-lab convert: ")
                .contains(sentence)
                .doesNotContain("\n");
        assertThat(folder.toFile().list()).isEmpty();
    }

    /** @param field of a cell file; what is expected is said of it, or why it cannot be told */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        lstm | "forgetBias": 1                                     | pytorch    | a.npz  | forget bias added to b_f
        lstm | "forgetBias": 1                                     | tensorflow | a.npz  | forget_bias 1.0 taken away from b_f; forget bias added to b_f
        lstm | "cellClip": 3                                       | tensorflow | a.npz  | call it with cell_clip=3.0
        lstm | "cellClip": 3                                       | pytorch    | a.npz  | PyTorch nn.LSTM lets c grow, but cellClip 3.0; choose a framework that can be told so, or a .json
        lstm | "coupled": "f=1-i", "clip": 2                       | onnx       | a.onnx | the node says clip 2.0, input_forget 1
        lstm | "coupled": "i=1-f"                                  | keras      | a.npz  | Keras LSTM has i and f apart, but i=1-f; choose a framework that can be told so, or a .json
        lstm | "activations": { "g": "relu" }                      | keras      | a.npz  | Keras LSTM has one activation for g and h, but g goes through relu and h through tanh; choose
        lstm | "activations": { "g": "relu", "h": "relu" }         | keras      | a.npz  | call it with activation='relu', recurrent_activation='sigmoid'
        rnn  | "activations": { "h": "relu" }                      | pytorch    | a.npz  | call it with nonlinearity='relu'
        rnn  | "activations": { "h": "hard-sigmoid-0.2" }          | keras      | a.npz  | has a hard_sigmoid that is a / 6 + 0.5, but the cell has hard-sigmoid-0.2; choose
        rnn  | "activations": { "h": "hard-sigmoid-1/6" }          | keras      | a.npz  | call it with activation='hard_sigmoid'
        rnn  | "activations": { "h": "hard-sigmoid-0.2" }          | flax-linen | a.npz  | call it with activation_fn that makes min(1, max(0, 0.2 a + 0.5)) of a
        rnn  | "activations": { "h": "relu" }                      | onnx       | a.onnx | the node says activations relu
        rnn  | "clip": 2                                           | d2l        | a.npz  | cuts nothing off what goes into a gate, but clip 2.0; choose
        """)
    void whatACellDoesOtherwiseIsSaidOrRefused(String cell, String field, String to, String out, String sentence)
            throws IOException {
        Path plain = folder.resolve("plain.json");
        Path other = folder.resolve("other.json");
        done("convert", "--in", file("st_" + cell + ".safetensors"), "--out", plain.toString(), "--to", "pytorch");
        Files.writeString(other, Files.readString(plain).replaceFirst("\\{", "{ " + field + ","));
        Outcome outcome = shell.run(
                "convert",
                "--in",
                other.toString(),
                "--out",
                folder.resolve(out).toString(),
                "--to",
                to);
        assertThat(outcome.out() + outcome.err()).contains(sentence);
        assertThat(outcome.code()).isEqualTo(sentence.contains("choose") ? 2 : 0);
    }

    private String done(String... args) {
        Outcome outcome = shell.run(args);
        assertThat(outcome.err().lines().filter(line -> !line.contains("tanh assumed")))
                .isEmpty();
        assertThat(outcome.code()).isZero();
        return outcome.out();
    }

    private static String[] all(String[] more, String... args) {
        return Stream.concat(Stream.of(args), Stream.of(more)).toArray(String[]::new);
    }

    private static String file(String name) {
        return FILES.resolve(name).toString();
    }

    private static SafetensorsFile open(String file) {
        try {
            return SafetensorsFile.open(Path.of(file));
        } catch (BadModel e) {
            throw new AssertionError(e);
        }
    }

    private static double[] read(SafetensorsFile file, String name) {
        try {
            return file.read(name).values();
        } catch (BadModel e) {
            throw new AssertionError(e);
        }
    }
}
