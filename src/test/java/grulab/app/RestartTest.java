package grulab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestartTest {
    private static final String NOTICE = "WARNING: Using incubator modules: jdk.incubator.vector";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "train --hidden 8",
                "bench",
                "generate --lab x",
                "render",
                "trace --case x --precision f32",
                "check x --precision=f32"
            })
    void everythingThatTheTrainingEngineComputesIsStartedAgain(String arguments) {
        assertThat(Restart.usesEngine(split(arguments))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "--version",
                "train --help",
                "corpus --list",
                "explain --case x",
                "trace --case x",
                "check x"
            })
    void everythingElseIsNot(String arguments) {
        assertThat(Restart.usesEngine(split(arguments))).isFalse();
    }

    private static String[] split(String arguments) {
        return arguments.isEmpty() ? new String[0] : arguments.split(" ");
    }

    @Test
    void theUsersOptionsComeAfterOursSoThatTheyWinAndArgumentsStayWhole() {
        List<String> command = Restart.command(
                Path.of("/a jdk/bin/java"), List.of("-Xmx1g", "-Dname=two words"), List.of("-Dmore=1"), new String[] {
                    "train", "--save", "a b.grulab"
                });

        assertThat(command.get(0)).isEqualTo("/a jdk/bin/java");
        assertThat(command)
                .containsSubsequence(
                        "-XX:MaxRAMPercentage=60",
                        "-XX:CompileCommand=quiet",
                        "-XX:CompileCommand=CompileThresholdScaling,grulab.engine.*::*,0.05",
                        "--add-modules=jdk.incubator.vector",
                        "-Xmx1g",
                        "-Dname=two words",
                        "-Dmore=1",
                        "-Dgrulab.startedBy=" + ProcessHandle.current().pid(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "grulab.app.Launcher",
                        "train",
                        "--save",
                        "a b.grulab");
    }

    @Test
    void aProcessThatADebuggerWaitsForIsNotReplaced() {
        assertThat(Restart.watched(List.of("-Xmx1g", "-agentlib:jdwp=transport=dt_socket,address=5005")))
                .isTrue();
        assertThat(Restart.watched(List.of("-Xmx1g", "-javaagent:a.jar"))).isFalse();
    }

    @Test
    void ofWhatJavaSaysOnlyTheNoticeIsLeftOut() throws IOException {
        assertThat(passed(NOTICE + "\nmore\n", 100)).isEqualTo("more\n");
        assertThat(passed(NOTICE + "\r\nmore", 100)).isEqualTo("more");
        assertThat(passed("first\n" + NOTICE + "\n", 100)).isEqualTo("first\n");
        assertThat(passed(NOTICE + "\n" + NOTICE + "\n", 100)).isEqualTo(NOTICE + "\n");
        assertThat(passed(NOTICE, 100)).isEqualTo(NOTICE);
        assertThat(passed(NOTICE + ", another\n", 100)).isEqualTo(NOTICE + ", another\n");
        assertThat(passed("WARNING: Us\nWARNING: ", 100)).isEqualTo("WARNING: Us\nWARNING: ");
        assertThat(passed("\rbatch 1\rbatch 2 " + NOTICE + "\n", 100)).isEqualTo("\rbatch 1\rbatch 2 " + NOTICE + "\n");
    }

    @Property(tries = 50)
    void howeverItArrives(@ForAll @IntRange(min = 1, max = 70) int chunk) throws IOException {
        assertThat(passed("über\n" + NOTICE + "\nWARNING: Using\n", chunk)).isEqualTo("über\nWARNING: Using\n");
    }

    private static String passed(String errors, int chunk) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new WithoutNotice(out).pass(new ByteArrayInputStream(errors.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] into) {
                return read(into, 0, Math.min(chunk, into.length));
            }
        });
        return out.toString(StandardCharsets.UTF_8);
    }
}
