package grulab.app;

import grulab.cli.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Two processes that are one to whoever started the first: same streams, same exit code, and neither outlives the
 * other.
 */
final class SecondProcess {
    /** Number of the process that started this one. */
    private static final String STARTED_BY = "grulab.startedBy";

    private static final String STARTED_AT = "grulab.startedAt";
    /** What Java adds to its arguments from here is among the options already. */
    private static final List<String> OPTIONS = List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS");
    /** Longer than a training needs to end in order. */
    private static final int PATIENCE_S = 15;

    private static final int LOOK_MS = 500;

    private SecondProcess() {}

    static boolean isThis() {
        return System.getProperty(STARTED_BY) != null;
    }

    /** Runs it to its end and returns its exit code. */
    static int run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO().redirectError(ProcessBuilder.Redirect.PIPE);
        builder.environment().keySet().removeAll(OPTIONS);
        Process process = builder.start();
        Thread errors = new Thread(() -> pass(process), "errors of the second process");
        errors.setDaemon(true);
        errors.start();
        Thread together = new Thread(() -> end(process, errors), "end together");
        Runtime.getRuntime().addShutdownHook(together);
        int code = process.waitFor();
        errors.join();
        return code;
    }

    private static void pass(Process process) {
        try (InputStream errors = process.getErrorStream()) {
            new WithoutNotice(new FileOutputStream(FileDescriptor.err)).pass(errors);
        } catch (IOException e) {
            // whoever read this has gone; the second process, whose stream is closed now, learns it when it writes
        }
    }

    /** On Ctrl-C at a terminal both have been told; told alone, this one tells the other. */
    private static void end(Process process, Thread errors) {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            errors.join(TimeUnit.SECONDS.toMillis(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** When the first Java virtual machine started, in milliseconds since 1970. */
    static long startOfTheFirst() {
        return Long.getLong(STARTED_AT, ManagementFactory.getRuntimeMXBean().getStartTime());
    }

    /** Options that tell the second process of the first, which is this one. */
    static List<String> options() {
        return List.of(
                "-D" + STARTED_BY + "=" + ProcessHandle.current().pid(),
                "-D" + STARTED_AT + "=" + startOfTheFirst(),
                "-D" + Console.TERMINAL + "=" + Console.errorIsTerminal());
    }

    private static Optional<ProcessHandle> first() {
        return Optional.ofNullable(Long.getLong(STARTED_BY)).flatMap(ProcessHandle::of);
    }

    /** In the second process: ends it soon after the first, however that ended. */
    static void endWithTheFirst() {
        if (!isThis()) {
            return;
        }
        Optional<ProcessHandle> first = first();
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "first process");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleWithFixedDelay(
                () -> {
                    if (first.isEmpty() || !first.get().isAlive()) {
                        System.exit(1);
                    }
                },
                LOOK_MS,
                LOOK_MS,
                TimeUnit.MILLISECONDS);
    }
}
