package grulab.app;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the machine offers for drawing, found out before the first JavaFX class is loaded: its toolkit starts once. */
final class Display {
    private static final List<String> FOLDERS = List.of(
            "/usr/lib/x86_64-linux-gnu",
            "/usr/lib/aarch64-linux-gnu",
            "/usr/lib64",
            "/lib64",
            "/usr/lib",
            "/usr/local/lib");
    private static final List<String> FOR_TEXT =
            List.of("libpangoft2-1.0.so.0", "libfontconfig.so.1", "libfreetype.so.6");
    private static final String FOR_WINDOWS = "libgtk-3.so.0";

    private Display() {}

    /** True if a window can be tried; a DISPLAY that nobody serves shows only when JavaFX starts. */
    static boolean present() {
        return !linux()
                || (!blank(System.getenv("DISPLAY"))
                        && missing(List.of(FOR_WINDOWS)).isEmpty());
    }

    /** Why there is none, for people. */
    static String absence() {
        return blank(System.getenv("DISPLAY")) ? "DISPLAY is not set" : FOR_WINDOWS + " is not installed";
    }

    /** Native libraries without which JavaFX cannot even draw text off-screen. */
    static List<String> missingForText() {
        return linux() ? missing(FOR_TEXT) : List.of();
    }

    /** Sends everything to memory instead of a screen. Only before JavaFX starts. */
    static void drawOffScreen() {
        Map.of(
                        "glass.platform", "Monocle",
                        "monocle.platform", "Headless",
                        "headless.geometry", "3840x2160-32",
                        "prism.order", "sw",
                        "java.awt.headless", "true")
                .forEach((key, value) -> {
                    if (System.getProperty(key) == null) {
                        System.setProperty(key, value);
                    }
                });
    }

    static boolean linux() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    }

    private static List<String> missing(List<String> libraries) {
        List<String> folders = new ArrayList<>(FOLDERS);
        folders.addAll(Arrays.asList(System.getProperty("java.library.path", "").split(File.pathSeparator, -1)));
        return libraries.stream()
                .filter(library -> folders.stream().noneMatch(f -> Files.exists(Path.of(f, library))))
                .toList();
    }

    private static boolean blank(@org.jspecify.annotations.Nullable String s) {
        return s == null || s.isBlank();
    }
}
