package grulab.peers;

import grulab.model.ResetPosition;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The end of a {@link Worker} that asks. */
final class Remote implements AutoCloseable {
    private final Process process;
    private final PrintWriter questions;
    private final BufferedReader answers;

    /** @param vectors whether its JVM has the vector module */
    private Remote(boolean vectors, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (vectors) {
            command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
        }
        // where DJL unpacks libtorch; it shall neither look for a newer one nor report that it runs
        command.add("-DENGINE_CACHE_DIR=" + System.getProperty("ENGINE_CACHE_DIR", "target/libtorch"));
        command.addAll(List.of("-Dai.djl.offline=true", "-DOPT_OUT_TRACKING=true"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Worker.class.getName()));
        command.addAll(arguments);
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            questions = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
            answers = process.inputReader(StandardCharsets.UTF_8);
            read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Remote lab(Work work, int threads, boolean vectors, String... text) {
        return start("lab", work, threads, vectors, text);
    }

    static Remote libtorch(Work work, int threads, String... text) {
        return start("libtorch", work.with(ResetPosition.AFTER), threads, false, text);
    }

    private static Remote start(String side, Work work, int threads, boolean vectors, String... text) {
        List<String> arguments = new ArrayList<>(List.of(side, work.id(), String.valueOf(threads)));
        arguments.addAll(List.of(text));
        return new Remote(vectors, arguments);
    }

    /** The losses of the next steps. */
    double[] losses(int steps) {
        return ask("losses " + steps);
    }

    /** The median time of a step in so many seconds, ms. */
    double round(double seconds) {
        return ask("round " + seconds)[0];
    }

    /** Perplexity of the last epoch, and seconds of all. */
    double[] epochs(int epochs) {
        return ask("epochs " + epochs);
    }

    private double[] ask(String question) {
        questions.println(question);
        try {
            return read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double[] read() throws IOException {
        String answer = answers.readLine();
        if (answer == null) {
            throw new IllegalStateException("the process has ended");
        }
        if (answer.startsWith("!")) {
            throw new IllegalStateException(answer.substring(1).strip());
        }
        return Arrays.stream(answer.split(" "))
                .filter(number -> !number.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    @Override
    public void close() {
        questions.close();
        process.destroy();
    }
}
