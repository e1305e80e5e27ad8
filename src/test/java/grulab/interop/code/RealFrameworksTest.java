package grulab.interop.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import grulab.engine.OptionalCells;
import grulab.engine.OptionalCells.OptionalCell;
import grulab.engine.reference.Reference;
import grulab.engine.train.CaseRun;
import grulab.interop.code.ProgramCases.Biases;
import grulab.model.Answer;
import grulab.model.Array;
import grulab.model.Case;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Framework;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of the profile {@code frameworks}: what Python's libraries make of the programs and files that are written for them. */
@Tag("frameworks")
@EnabledIfSystemProperty(named = "frameworks.packages", matches = ".+")
@DisplayName("In the frameworks themselves")
class RealFrameworksTest {
    @TempDir
    static Path folder;

    private static Python python;

    @BeforeAll
    static void find() throws Exception {
        python = new Python(folder);
    }

    @ParameterizedTest
    @CsvSource({"pytorch, ''", "flax, ''", "numpy, ''", "keras, torch", "keras, jax"})
    @DisplayName("every program computes what the lab shows")
    void programs(String id, String backend) throws Exception {
        Framework framework = Framework.byId(id).orElseThrow();
        Path all = folder.resolve(id + backend);
        List<Case> cases = new ArrayList<>(ProgramCases.all());
        for (Case given : cases) {
            Programs.write(all.resolve(given.name()), given, Reference.run(given, false), framework);
        }
        for (Case given : large()) {
            cases.add(given);
            Programs.write(all.resolve("large_" + given.name()), given, CaseRun.run(given, false), framework);
        }
        for (OptionalCell cell : OptionalCells.all().toList()) {
            cases.add(cell.given());
            Path to = all.resolve(cell.name().replaceAll("[^a-zA-Z0-9]+", "_"));
            Programs.write(to, cell.given(), Reference.run(cell.given(), false), framework);
        }
        List<JsonNode> ends = python.script("run_all.py", all, environment(backend));
        assertThat(ends).hasSameSizeAs(cases);
        double worst = 0;
        for (JsonNode end : ends) {
            assertThat(end.get("exit").asText()).as(end.toPrettyString()).isEqualTo("0");
            String said = end.get("said").asText().stripTrailing();
            double largest = Double.parseDouble(said.substring(said.lastIndexOf(' ') + 1));
            assertThat(largest).as(end.get("folder").asText()).isLessThanOrEqualTo(1e-5);
            worst = Math.max(worst, largest);
        }
        System.out.printf("%s %s: %d programs, largest error %.1e%n", id, backend, ends.size(), worst);
    }

    /** As large as an experiment: its trace is the engine's, in float32. */
    private static List<Case> large() {
        List<Case> cases = new ArrayList<>();
        for (Convention convention : Convention.ALL) {
            cases.add(ProgramCases.of(CellType.GRU, convention, Biases.BOTH, true, new int[] {35, 2, 28, 64}, 0.125));
        }
        cases.add(ProgramCases.of(
                CellType.LSTM, Convention.PYTORCH, Biases.BOTH, true, new int[] {35, 2, 28, 64}, 0.125));
        cases.add(
                ProgramCases.of(CellType.RNN, Convention.PYTORCH, Biases.BOTH, true, new int[] {35, 2, 28, 64}, 0.125));
        return cases;
    }

    @ParameterizedTest
    @CsvSource({"pytorch, ''", "flax, ''", "numpy, ''", "keras, jax"})
    @DisplayName("a program ends with 0, and with 1 where a number of the trace is another")
    void exits(String id, String backend) throws Exception {
        Framework framework = Framework.byId(id).orElseThrow();
        Case given = ProgramCases.of(CellType.GRU, Convention.ALL.get(1), Biases.BOTH, true, new int[] {4, 2, 3, 5});
        Answer right = Reference.run(given, false);
        Path to = folder.resolve("exits_" + id);
        Path program = Programs.write(to, given, right, framework).get(0);
        assertThat(python.run(program, environment(backend))).isZero();
        Map<String, Array> forward = new LinkedHashMap<>(right.forward());
        double[] z = forward.get("z").values().clone();
        z[3] += 2e-5;
        forward.put("z", Array.of(z, forward.get("z").shape()));
        Programs.write(to, given, new Answer(forward, null, Map.of(), null), framework);
        assertThat(python.run(program, environment(backend))).isEqualTo(1);
    }

    @Test
    @DisplayName("every exported file is loaded, holds what was written, and computes what the lab does")
    void files() throws Exception {
        Path to = folder.resolve("files");
        Exports exports = new Exports(to);
        for (Case given : ProgramCases.all()) {
            exports.add(given);
        }
        List<JsonNode> loaded = python.script("load_all.py", to, Map.of());
        assertThat(loaded.stream().map(line -> line.get("file").asText()))
                .containsExactlyInAnyOrderElementsOf(exports.names());
        loaded.forEach(exports::check);
        System.out.println(exports.figures());
    }

    private static Map<String, String> environment(String backend) {
        return backend.isEmpty() ? Map.of() : Map.of("KERAS_BACKEND", backend);
    }
}
