package grulab.interop.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A Python that has the frameworks: the one that {@code frameworks.python} names, or a virtual environment in
 * {@code frameworks.folder} into which pip has put {@code frameworks.packages}.
 */
final class Python {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LONGEST_MINUTES = 40;

    private final String command;
    private final Path folder;

    /** @param folder for its scripts and what they say */
    Python(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        String given = System.getProperty("frameworks.python", "");
        command = given.isBlank() ? environment() : given;
    }

    private String environment() throws IOException, InterruptedException {
        Path made = Path.of(System.getProperty("frameworks.folder"));
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        Path python = made.resolve(windows ? "Scripts/python.exe" : "bin/python");
        if (!Files.exists(python)) {
            succeed(List.of(windows ? "python" : "python3", "-m", "venv", made.toString()), Map.of());
        }
        List<String> install = new ArrayList<>(List.of(python.toString(), "-m", "pip", "install", "--quiet"));
        install.addAll(List.of(System.getProperty("frameworks.packages").trim().split("\\s+")));
        succeed(install, Map.of());
        return python.toString();
    }

    /** What a script of the test resources says of a folder, line by line. */
    List<JsonNode> script(String name, Path about, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path script = folder.resolve(name);
        try (InputStream in = Python.class.getResourceAsStream("/frameworks/" + name)) {
            Files.write(script, in.readAllBytes());
        }
        List<JsonNode> lines = new ArrayList<>();
        for (String line : succeed(List.of(command, script.toString(), about.toString()), environment)) {
            if (line.startsWith("{")) {
                lines.add(JSON.readTree(line));
            }
        }
        return lines;
    }

    /** The exit code of a program. */
    int run(Path program, Map<String, String> environment) throws IOException, InterruptedException {
        return start(List.of(command, program.toString()), environment).exitValue();
    }

    private List<String> succeed(List<String> words, Map<String, String> environment)
            throws IOException, InterruptedException {
        Process process = start(words, environment);
        List<String> lines = Files.readAllLines(log());
        if (process.exitValue() != 0) {
            throw new AssertionError(String.join(" ", words) + "\n" + String.join("\n", lines));
        }
        return lines;
    }

    private Process start(List<String> words, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log().toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("still running: " + String.join(" ", words));
        }
        return process;
    }

    private Path log() {
        return folder.resolve("python.log");
    }
}
