package grulab.interop.code;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.engine.OptionalCells;
import grulab.engine.reference.Reference;
import grulab.interop.code.ProgramCases.Biases;
import grulab.interop.file.BadModel;
import grulab.model.Answer;
import grulab.model.Array;
import grulab.model.Case;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Framework;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs run in a process of their own: what they call may take a JVM down. */
@DisplayName("A program for ND4J")
class Nd4jProgramTest {
    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
    /** Reads the class path once. */
    private static final StandardJavaFileManager FILES = JAVAC.getStandardFileManager(null, null, null);

    /** Where a text has been compiled. */
    private final Map<String, Path> sources = new HashMap<>();

    @TempDir
    Path folder;

    /** Every cell and convention, every operation of ND4J, and sizes of 1, which these stumble over. */
    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (Convention convention : Convention.ALL) {
            cases.add(gru(convention, Biases.BOTH, 3, 5));
        }
        cases.add(gru(Convention.PYTORCH, Biases.INPUT, 3, 5));
        cases.add(gru(Convention.ALL.get(3), Biases.NONE, 4, 2));
        cases.add(gru(Convention.ALL.get(1), Biases.RECURRENT, 2, 2));
        cases.add(gru(Convention.PYTORCH, Biases.INPUT, 1, 1));
        cases.add(gru(Convention.ALL.get(0), Biases.INPUT, 1, 3));
        cases.add(ProgramCases.of(CellType.LSTM, Convention.PYTORCH, Biases.BOTH, true, new int[] {4, 3, 2, 3}));
        cases.add(ProgramCases.of(CellType.LSTM, Convention.PYTORCH, Biases.NONE, false, new int[] {1, 1, 1, 1}));
        cases.add(ProgramCases.of(CellType.RNN, Convention.PYTORCH, Biases.BOTH, true, new int[] {4, 1, 2, 4}));
        cases.add(ProgramCases.of(CellType.RNN, Convention.PYTORCH, Biases.NONE, false, new int[] {3, 2, 2, 2}));
        OptionalCells.all()
                .filter(cell ->
                        cell.name().startsWith("gru before keep") || cell.name().matches("(lstm|rnn).*"))
                .forEach(cell -> cases.add(cell.given()));
        return cases;
    }

    private static Case gru(Convention convention, Biases biases, int inputs, int hidden) {
        int[] sizes = {4, 2, inputs, hidden};
        return ProgramCases.of(CellType.GRU, convention, biases, biases == Biases.BOTH, sizes);
    }

    @Test
    @DisplayName("compiles, computes what the reference does, and finds a difference in whatever it compares")
    void runs() throws Exception {
        List<String> right = new ArrayList<>();
        for (Case given : cases()) {
            right.add(compiled("right" + right.size(), given, Reference.run(given, false)));
        }
        Case given = gru(Convention.ALL.get(1), Biases.BOTH, 3, 5);
        Answer answer = Reference.run(given, false);
        List<String> wrong = new ArrayList<>();
        for (String name : answer.forward().keySet()) {
            wrong.add(compiled("wrong_" + name, given, wrong(answer, name)));
        }
        List<String> all = new ArrayList<>(right);
        all.addAll(wrong);
        Map<String, Double> errors = Nd4jRuns.in(folder, all);
        assertThat(errors).containsOnlyKeys(all);
        assertThat(right).allSatisfy(name -> assertThat(errors.get(name)).isLessThan(1e-12));
        assertThat(wrong).allSatisfy(name -> assertThat(errors.get(name)).isBetween(0.009, 0.02));
    }

    @Test
    @DisplayName("ends with 1 if it finds a difference beyond 1e-5")
    void exits() throws Exception {
        Case given = gru(Convention.PYTORCH, Biases.BOTH, 3, 5);
        compiled("bad", given, wrong(Reference.run(given, false), "z"));
        Path run = folder.resolve("bad");
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(
                        Nd4jRuns.JAVA,
                        "-cp",
                        run + File.pathSeparator + System.getProperty("java.class.path"),
                        "Run",
                        run.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isEqualTo(1);
        assertThat(Files.readString(log)).contains("largest error 1.0e-02");
    }

    /** The last number of an array is another. */
    private static Answer wrong(Answer right, String name) {
        Map<String, Array> forward = new LinkedHashMap<>(right.forward());
        double[] values = forward.get(name).values().clone();
        values[values.length - 1] += Math.max(1, Math.abs(values[values.length - 1])) * 0.01;
        forward.put(name, Array.of(values, forward.get(name).shape()));
        return new Answer(forward, null, Map.of(), null);
    }

    private String compiled(String name, Case given, Answer trace) throws BadModel, IOException {
        Path to = folder.resolve(name);
        Path source = Programs.write(to, given, trace, Framework.ND4J).get(0);
        Path known = sources.putIfAbsent(Files.readString(source), to);
        if (known != null) {
            Files.copy(known.resolve("Run.class"), to.resolve("Run.class"));
            return name;
        }
        List<String> options = List.of("-d", to.toString(), "-proc:none", "-Xlint:all", "-Werror");
        assertThat(JAVAC.getTask(null, FILES, null, options, null, FILES.getJavaFileObjects(source))
                        .call())
                .isTrue();
        return name;
    }
}
