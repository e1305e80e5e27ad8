package grulab.interop.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grulab.engine.explain.Explanation;
import grulab.engine.explain.Walk;
import grulab.engine.explain.Written;
import grulab.engine.reference.Reference;
import grulab.engine.train.CaseRun;
import grulab.interop.code.ProgramCases.Biases;
import grulab.interop.file.ArrayEntry;
import grulab.interop.file.ArrayFile;
import grulab.interop.file.BadModel;
import grulab.interop.file.NpzFile;
import grulab.interop.file.SafetensorsFile;
import grulab.model.Case;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Framework;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import grulab.model.arithmetic.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A generated program")
class ProgramsTest {
    private static final int[] SIZES = {6, 3, 4, 5};

    @TempDir
    Path folder;

    static Stream<Case> cases() {
        return ProgramCases.all().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    @DisplayName("computes every line as the formula panel says it, and says so")
    void formulas(Case given) {
        List<Line> panel =
                Explanation.of(Walk.of(given, 0, CaseRun.trace(given, 0)), 2, 1).lines();
        List<String> program = Programs.source(given, Framework.NUMPY).lines().toList();
        Syntax syntax = new PythonSyntax("sigmoid", "np.tanh", true);
        for (Line line : panel) {
            String equation = Written.name(line) + " = " + line.formula();
            assertThat(program).as("in the head").contains("    " + equation);
            assertThat(program)
                    .containsSequence(
                            "    # " + equation,
                            "    " + Syntax.variable(Written.name(line)) + " = " + syntax.written(line.formula()));
        }
    }

    @Test
    @DisplayName("changes where a formula changes, and nowhere else in its code")
    void change() {
        Case keep = ProgramCases.of(CellType.GRU, Convention.PYTORCH, Biases.BOTH, true, SIZES);
        Case admit = new Case(
                "",
                Convention.PYTORCH.with(UpdateMeaning.ADMIT),
                keep.weights(),
                keep.steps(),
                keep.batch(),
                keep.x(),
                keep.h0(),
                keep.c0(),
                null,
                null);
        List<String> one = code(keep);
        List<String> other = code(admit);
        assertThat(one).hasSameSizeAs(other);
        for (int i = 0; i < one.size(); i++) {
            if (one.get(i).contains("z ⊙ h")) {
                assertThat(one.get(i + 1)).isEqualTo("    h_next = z * h + (1 - z) * n");
                assertThat(other.get(i + 1)).isEqualTo("    h_next = (1 - z) * h + z * n");
                i++;
            } else {
                assertThat(one.get(i)).isEqualTo(other.get(i));
            }
        }
    }

    /** From the imports on. */
    private static List<String> code(Case given) {
        List<String> lines = Programs.source(given, Framework.NUMPY).lines().toList();
        return lines.subList(lines.indexOf("import sys"), lines.size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    pytorch | gru  | after  | torch.nn.GRU(4, 5)
                    pytorch | gru  | before | -
                    pytorch | lstm | after  | torch.nn.LSTM(4, 5)
                    pytorch | rnn  | after  | torch.nn.RNN(4, 5)
                    keras   | gru  | after  | keras.layers.GRU(5, return_sequences=True, reset_after=True)
                    keras   | gru  | before | keras.layers.GRU(5, return_sequences=True, reset_after=False)
                    keras   | lstm | after  | keras.layers.LSTM(5, return_sequences=True, return_state=True)
                    keras   | rnn  | after  | keras.layers.SimpleRNN(5, return_sequences=True)
                    flax    | gru  | after  | nn.GRUCell(features=5)
                    flax    | gru  | before | -
                    flax    | lstm | after  | nn.OptimizedLSTMCell(features=5)
                    flax    | rnn  | after  | nn.SimpleCell(features=5)
                    numpy   | gru  | after  | -
                    nd4j    | gru  | after  | -
                    nd4j    | gru  | before | DynamicCustomOp.builder("gruCell")
                    """)
    @DisplayName("uses the framework's own layer where it computes the cell, also with relabelled weights")
    void layers(String id, String cell, String reset, String layer) {
        Framework framework = Framework.byId(id).orElseThrow();
        for (UpdateMeaning update : UpdateMeaning.values()) {
            Convention convention =
                    new Convention(reset.equals("after") ? ResetPosition.AFTER : ResetPosition.BEFORE, update);
            CellType type = CellType.valueOf(cell.toUpperCase(java.util.Locale.ROOT));
            Case given = ProgramCases.of(type, convention, Biases.BOTH, false, SIZES);
            String source = Programs.source(given, framework);
            boolean hasLayer = !layer.equals("-");
            assertThat(Plan.of(given, framework).layer() != null).isEqualTo(hasLayer);
            boolean relabelled = hasLayer && type == CellType.GRU && update == UpdateMeaning.ADMIT;
            assertThat(source.contains("1 − z, and h is the same")).isEqualTo(relabelled);
            if (hasLayer) {
                assertThat(source).contains(layer);
            }
        }
    }

    @Test
    @DisplayName("uses ND4J's gru where no bias stands inside the product with r, which it has no place for")
    void nd4j() {
        Case given = ProgramCases.of(CellType.GRU, Convention.PYTORCH, Biases.INPUT, false, SIZES);
        assertThat(Programs.source(given, Framework.ND4J)).contains("Nd4j.rnn().gru(");
    }

    @Test
    @DisplayName("is the same text every time")
    void deterministic() {
        for (Framework framework : Framework.values()) {
            for (Case given : ProgramCases.all()) {
                assertThat(Programs.source(given, framework)).isEqualTo(Programs.source(given, framework));
            }
        }
    }

    @Test
    @DisplayName("has its numbers beside it under the names that users of the framework load")
    void files() throws BadModel, IOException {
        Case given = ProgramCases.of(CellType.GRU, Convention.PYTORCH, Biases.BOTH, false, SIZES);
        assertThat(names(SafetensorsFile.open(written(given, Framework.PYTORCH).resolve("weights.safetensors"))))
                .containsExactlyInAnyOrder("weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0");
        assertThat(names(NpzFile.open(written(given, Framework.KERAS).resolve("weights.npz"))))
                .containsExactlyInAnyOrder("kernel", "recurrent_kernel", "bias");
        assertThat(names(NpzFile.open(written(given, Framework.FLAX).resolve("weights.npz"))))
                .contains("cell/ir/kernel", "cell/hn/bias")
                .doesNotContain("cell/hr/bias");
        Path numpy = written(given, Framework.NUMPY);
        assertThat(names(NpzFile.open(numpy.resolve("input.npz")))).containsExactlyInAnyOrder("x", "h0");
        ArrayFile trace = NpzFile.open(numpy.resolve("trace.npz"));
        assertThat(names(trace)).containsExactlyInAnyOrder("r", "z", "n", "h");
        assertThat(trace.read("h").shape()).containsExactly(6, 3, 5);
        assertThat(trace.read("h").values())
                .containsExactly(Reference.run(given, false).forward().get("h").values());
    }

    private Path written(Case given, Framework framework) throws BadModel {
        Path to = folder.resolve(framework.id());
        Programs.write(to, given, Reference.run(given, false), framework);
        return to;
    }

    private static List<String> names(ArrayFile file) {
        return file.entries().stream().map(ArrayEntry::name).toList();
    }

    @Test
    @DisplayName("replaces an older one and leaves everything else in its folder")
    void replaced() throws BadModel, IOException {
        Case given = ProgramCases.of(CellType.RNN, Convention.PYTORCH, Biases.BOTH, false, SIZES);
        Path to = Files.createDirectories(folder.resolve("numpy"));
        Files.writeString(to.resolve("run.py"), "older");
        Files.writeString(to.resolve("notes.txt"), "mine");
        written(given, Framework.NUMPY);
        assertThat(to.resolve("run.py")).hasContent(Programs.source(given, Framework.NUMPY));
        assertThat(to.resolve("notes.txt")).hasContent("mine");
        try (Stream<Path> all = Files.list(to)) {
            assertThat(all.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("run.py", "notes.txt", "weights.npz", "input.npz", "trace.npz");
        }
    }

    @Test
    @DisplayName("is refused in one sentence where there can be no folder")
    void noFolder() throws IOException {
        Case given = ProgramCases.of(CellType.RNN, Convention.PYTORCH, Biases.BOTH, false, SIZES);
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() ->
                        Programs.write(file.resolve("inside"), given, Reference.run(given, false), Framework.NUMPY))
                .isInstanceOf(BadModel.class)
                .hasMessageContaining("choose another place");
    }
}
