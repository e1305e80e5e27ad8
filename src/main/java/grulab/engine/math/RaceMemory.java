package grulab.engine.math;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A small file in the user's cache with the outcomes of races, one for each processor, vector width and Java. If it
 * cannot be read or written, nothing is remembered.
 *
 * @param key of this process
 */
record RaceMemory(Path file, String key) {

    static RaceMemory ofThisUser() {
        Path folder = folder(System::getProperty, System::getenv);
        String width = VectorModule.isThere() ? VectorKernels.bits() + " bit" : "no vectors";
        String key = String.join(", ", processor(), width, "Java " + Runtime.version());
        return new RaceMemory(folder.resolve("kernels.properties"), key);
    }

    /** Where the system keeps what can be made again; the property grulab.cache names another folder. */
    static Path folder(UnaryOperator<@Nullable String> property, UnaryOperator<@Nullable String> environment) {
        String given = property.apply("grulab.cache");
        if (given != null) {
            return Path.of(given);
        }
        String home = property.apply("user.home");
        Path under = Path.of(home == null ? "." : home);
        String system = property.apply("os.name");
        String name = system == null ? "" : system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return from(
                    environment.apply("LOCALAPPDATA"), under.resolve("AppData").resolve("Local"));
        }
        if (name.startsWith("mac")) {
            return from(null, under.resolve("Library").resolve("Caches"));
        }
        return from(environment.apply("XDG_CACHE_HOME"), under.resolve(".cache"));
    }

    private static Path from(@Nullable String set, Path usual) {
        return (set == null || set.isBlank() ? usual : Path.of(set)).resolve("gru-lab");
    }

    /** What Java says of it, and where the system says more, its name. */
    private static String processor() {
        String arch = System.getProperty("os.arch", "");
        String windows = System.getenv("PROCESSOR_IDENTIFIER");
        if (windows != null) {
            return windows + " " + arch;
        }
        try {
            List<String> lines = Files.readAllLines(Path.of("/proc/cpuinfo"));
            return lines.stream()
                            .filter(line -> line.startsWith("model") || line.startsWith("CPU part"))
                            .distinct()
                            .map(line -> line.substring(line.indexOf(':') + 1).strip())
                            .reduce((a, b) -> a + " " + b)
                            .orElse("")
                    + " " + arch;
        } catch (IOException e) {
            return arch;
        }
    }

    /** Null if there is none, or none that can be understood. */
    @Nullable
    RaceResult read() {
        String[] values = all().getProperty(key, "").split(" ");
        if (values.length != 2) {
            return null;
        }
        try {
            RaceResult result = new RaceResult(Double.parseDouble(values[0]), Double.parseDouble(values[1]));
            return result.fair() ? result : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    void write(RaceResult result) {
        Properties all = all();
        all.setProperty(key, String.format(Locale.ROOT, "%.1f %.1f", result.vector(), result.plain()));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "kernels", null);
            try (Writer to = Files.newBufferedWriter(fresh)) {
                all.store(to, "GFLOP/s of the vector tile and of OpenBLAS; may be deleted");
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // the next start measures again
        }
    }

    private Properties all() {
        Properties all = new Properties();
        try (Reader from = Files.newBufferedReader(file)) {
            all.load(from);
        } catch (IOException | IllegalArgumentException e) {
            return new Properties(); // as good as empty
        }
        return all;
    }
}
