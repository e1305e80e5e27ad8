package grulab.app;

import grulab.cli.Cli;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs the program again in a Java virtual machine of its own, where something is needed that only a start can give:
 * the module of the vector kernels, or a JavaFX toolkit that has not failed yet.
 */
final class Restart {
    static final String VECTORS = "jdk.incubator.vector";
    /** Set to "plain" by who does without vector kernels. */
    private static final String KERNELS = "grulab.kernels";
    /** Commands whose numbers the training engine makes. The others read, or compute with the reference. */
    private static final Set<String> ENGINE = Set.of("train", "bench", "generate", "render");
    /** Commands that use the engine where they are asked for float32. */
    private static final Set<String> EITHER = Set.of("trace", "check");
    /** Whoever says this looks into this very process, and two cannot have the same port. */
    private static final List<String> WATCHED =
            List.of("-agentlib:jdwp", "-Xrunjdwp", "-Dcom.sun.management.jmxremote.port");
    /** Of the machine's memory; by itself Java takes a quarter. */
    private static final String HEAP = "-XX:MaxRAMPercentage=60";
    /**
     * The engine's methods are few, long and called from the first step on: compiled after a twentieth of the usual
     * number of calls, the first hundred steps take a fifth to a third less processor time. The code is as fast in the end.
     */
    private static final List<String> COMPILE_SOON =
            List.of("-XX:CompileCommand=quiet", "-XX:CompileCommand=CompileThresholdScaling,grulab.engine.*::*,0.05");
    /** The first JDK that warns of native libraries and of what their loaders do. */
    private static final int WARNS = 24;

    private Restart() {}

    /** Where the vector module is wanted and absent, does all the work in a second process and returns its exit code. */
    static OptionalInt withVectors(String[] arguments) throws InterruptedException {
        if (!usesEngine(arguments)
                || "plain".equals(System.getProperty(KERNELS))
                || SecondProcess.isThis()
                || ModuleLayer.boot().findModule(VECTORS).isPresent()
                || ModuleFinder.ofSystem().find(VECTORS).isEmpty()) {
            return OptionalInt.empty();
        }
        List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments();
        Path java = java();
        if (java == null || watched(options)) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(SecondProcess.run(command(java, options, List.of(), arguments)));
        } catch (IOException e) {
            return OptionalInt.empty(); // a machine that allows no second process: on without
        }
    }

    /** The same once more with a property; returns the exit code. */
    static int with(String property, String value, String[] arguments) throws IOException, InterruptedException {
        Path java = java();
        if (java == null) {
            throw new IOException("this Java has no bin/java to start again with");
        }
        List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments();
        return SecondProcess.run(command(java, options, List.of("-D" + property + "=" + value), arguments));
    }

    static boolean usesEngine(String[] arguments) {
        List<String> all = Arrays.asList(arguments);
        if (all.contains("--help") || all.contains("-h") || all.contains("--version")) {
            return false;
        }
        return all.isEmpty()
                || (all.size() == 1 && Cli.isFile(all.get(0)))
                || ENGINE.contains(all.get(0))
                || (EITHER.contains(all.get(0)) && all.stream().anyMatch(a -> a.endsWith("f32")));
    }

    static boolean watched(List<String> options) {
        return options.stream().anyMatch(option -> WATCHED.stream().anyMatch(option::startsWith));
    }

    /**
     * The user's options come after ours, and so win; those for the second process come last.
     *
     * @param options of this virtual machine
     * @param more for the second one
     */
    static List<String> command(Path java, List<String> options, List<String> more, String[] arguments) {
        List<String> command = new ArrayList<>(List.of(java.toString(), HEAP));
        command.addAll(COMPILE_SOON);
        if (ModuleFinder.ofSystem().find(VECTORS).isPresent()) {
            command.add("--add-modules=" + VECTORS);
        }
        if (Runtime.version().feature() >= WARNS) {
            command.add("--enable-native-access=ALL-UNNAMED");
            if (options.stream().noneMatch(o -> o.startsWith("--sun-misc-unsafe-memory-access"))) {
                command.add("--sun-misc-unsafe-memory-access=allow");
            }
        }
        command.addAll(options);
        command.addAll(more);
        command.addAll(SecondProcess.options());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Launcher.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The launcher that started this process (java or javaw), or null in an image that has none. */
    private static @Nullable Path java() {
        Path bin = Path.of(System.getProperty("java.home"), "bin");
        for (String name : List.of("java", "java.exe")) {
            if (Files.isExecutable(bin.resolve(name))) {
                return bin.resolve(name);
            }
        }
        return null;
    }
}
