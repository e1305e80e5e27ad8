package grulab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program without the module of the vector kernels starts itself again, and nobody notices. */
class TwoProcessesTest {
    private static final String FOREVER =
            "train --corpus counting --hidden 8 --batch 4 --steps 8 --threads 1 --epochs 100000000";

    @TempDir
    Path temporary;

    private Path folder;
    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void withASpaceInItsName() throws IOException {
        folder = Files.createDirectory(temporary.resolve("my lab"));
    }

    @AfterEach
    void endAll() {
        started.forEach(p -> {
            p.descendants().forEach(ProcessHandle::destroyForcibly);
            p.destroyForcibly();
        });
    }

    private Process start(String option, String arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dgrulab.terminal=true",
                option,
                "-cp",
                classPath(),
                Launcher.class.getName()));
        command.addAll(List.of(arguments.split(" ")));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Dgrulab.remark=once");
        Process process = builder.start();
        started.add(process);
        return process;
    }

    /** Returns once training is under way. */
    private static void awaitProgress(Process process) throws IOException {
        int c = process.getErrorStream().read();
        while (c != '\r') {
            assertThat(c).as("a character of stderr").isNotNegative();
            c = process.getErrorStream().read();
        }
    }

    private static ProcessHandle second(Process first) throws IOException {
        awaitProgress(first);
        return first.children().findFirst().orElseThrow();
    }

    /** Surefire's own is one jar that names the rest. */
    private static String classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(all.split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void assertEnds(ProcessHandle process) throws Exception {
        process.onExit().get(30, TimeUnit.SECONDS);
    }

    @Test
    void whatIsWrongIsSaidOnceWithTheSameExitCode() throws Exception {
        Process wrong = start("-Da=b c", "train --hidden many");
        String errors = new String(wrong.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(wrong.waitFor()).isEqualTo(2);
        assertThat(errors.lines())
                .containsExactly(
                        "Picked up JAVA_TOOL_OPTIONS: -Dgrulab.remark=once",
                        "gru-lab train: --hidden must be a whole number from 1 to 1024, not 'many'");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theSecondHasTheModuleAndAllOptionsAndToldToEndBothEndInOrder() throws Exception {
        Process first = start("-Da=b c", FOREVER + " --log run.csv --json");
        ProcessHandle second = second(first);
        assertThat(Files.readString(Path.of("/proc", String.valueOf(second.pid()), "cmdline"))
                        .split("\0"))
                .containsOnlyOnce("--add-modules=jdk.incubator.vector")
                .contains("-Xmx256m", "-Da=b c", "-Dgrulab.remark=once", "-Dgrulab.terminal=true");
        first.toHandle().destroy();
        String out = new String(first.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(first.waitFor()).isEqualTo(128 + 15);
        assertEnds(second);
        assertThat(out).endsWith("\"stopped\":\"interrupted\"}\n");
        assertThat(Files.readAllLines(folder.resolve("run.csv"))).hasSizeGreaterThan(2);
    }

    @Test
    void ifTheFirstIsKilledTheSecondEndsToo() throws Exception {
        Process first = start("-Da=b", FOREVER);
        ProcessHandle second = second(first);
        first.destroyForcibly();
        assertEnds(second);
    }

    @Test
    void ifTheSecondIsKilledTheFirstEndsWithItsCode() throws Exception {
        Process first = start("-Da=b", FOREVER);
        second(first).destroyForcibly();
        first.getErrorStream().readAllBytes();
        assertThat(first.waitFor()).isEqualTo(128 + 9);
    }

    @Test
    void thereIsNoSecondWhereTheModuleIsOrPlainKernelsAreWanted() throws Exception {
        for (String option : List.of("--add-modules=jdk.incubator.vector", "-Dgrulab.kernels=plain")) {
            Process only = start(option, FOREVER);
            awaitProgress(only);
            assertThat(only.children()).as(option).isEmpty();
            only.destroyForcibly();
        }
    }
}
