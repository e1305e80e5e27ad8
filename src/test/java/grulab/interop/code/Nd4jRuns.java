package grulab.interop.code;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Many compiled programs, one after the other in one process. */
final class Nd4jRuns {
    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String MARK = "largest error of ";

    private Nd4jRuns() {}

    /** The largest error that each finds. @param names folders in this one, each with its Run.class and its numbers */
    static Map<String, Double> in(Path folder, List<String> names) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                JAVA, "-cp", System.getProperty("java.class.path"), Nd4jRuns.class.getName(), folder.toString()));
        command.addAll(names);
        Path log = folder.resolve("all.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(100, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new AssertionError(Files.readString(log));
        }
        Map<String, Double> errors = new LinkedHashMap<>();
        for (String line : Files.readAllLines(log)) {
            if (line.startsWith(MARK)) {
                String[] parts = line.substring(MARK.length()).split(" ");
                errors.put(parts[0], Double.valueOf(parts[1]));
            }
        }
        return errors;
    }

    public static void main(String[] args) throws Exception {
        PrintStream out = System.out;
        for (int i = 1; i < args.length; i++) {
            Path program = Path.of(args[0], args[i]);
            try (URLClassLoader loader =
                    new URLClassLoader(new URL[] {program.toUri().toURL()}, Nd4jRuns.class.getClassLoader())) {
                Method largest = loader.loadClass("Run").getDeclaredMethod("largestError", File.class);
                largest.setAccessible(true);
                out.println(MARK + args[i] + " " + largest.invoke(null, program.toFile()));
            }
        }
    }
}
