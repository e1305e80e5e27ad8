package grulab.presentation;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Properties;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** What a person set once for the whole lab: language, theme, motion. Kept in a small file, if there is one. */
public final class LabPreferences {
    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private final ObjectProperty<Locale> language = new SimpleObjectProperty<>(this, "language", Locale.ENGLISH);
    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");
    private final BooleanProperty reducedMotion = new SimpleBooleanProperty(this, "reducedMotion");
    private final @Nullable Path file;

    private LabPreferences(@Nullable Path file) {
        this.file = file;
    }

    /** Preferences that nobody keeps. */
    public static LabPreferences passing(Locale language, boolean dark) {
        LabPreferences preferences = new LabPreferences(null);
        preferences.language.set(supported(language));
        preferences.dark.set(dark);
        return preferences;
    }

    /** Preferences of a file; a file that is missing or damaged counts as empty, and one that cannot be written stays. */
    public static LabPreferences of(Path file) {
        LabPreferences preferences = new LabPreferences(file);
        Properties kept = read(file);
        String language = kept.getProperty("language");
        preferences.language.set(supported(language == null ? Locale.getDefault() : Locale.forLanguageTag(language)));
        preferences.dark.set("dark".equals(kept.getProperty("theme")));
        preferences.reducedMotion.set("reduced".equals(kept.getProperty("motion")));
        preferences.language.addListener((o, old, now) -> preferences.keep());
        preferences.dark.addListener((o, old, now) -> preferences.keep());
        preferences.reducedMotion.addListener((o, old, now) -> preferences.keep());
        return preferences;
    }

    /** The file of the person who runs the program, in the place that the system has for such files. */
    public static Path usualFile() {
        String roaming = System.getenv("APPDATA");
        String config = System.getenv("XDG_CONFIG_HOME");
        Path home = Path.of(System.getProperty("user.home", "."));
        Path folder = roaming != null
                ? Path.of(roaming)
                : config != null && !config.isBlank() ? Path.of(config) : home.resolve(".config");
        return folder.resolve("gru-lab").resolve("preferences.properties");
    }

    public ObjectProperty<Locale> language() {
        return language;
    }

    public BooleanProperty dark() {
        return dark;
    }

    public BooleanProperty reducedMotion() {
        return reducedMotion;
    }

    public void chinese(boolean chinese) {
        language.set(chinese ? CHINESE : Locale.ENGLISH);
    }

    private static Locale supported(Locale locale) {
        return locale.getLanguage().equals("zh") ? CHINESE : Locale.ENGLISH;
    }

    private static Properties read(Path file) {
        Properties kept = new Properties();
        if (Files.isReadable(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                return new Properties();
            }
        }
        return kept;
    }

    private void keep() {
        if (file == null) {
            return;
        }
        Properties kept = new Properties();
        kept.setProperty("language", language.get().toLanguageTag());
        kept.setProperty("theme", dark.get() ? "dark" : "light");
        kept.setProperty("motion", reducedMotion.get() ? "reduced" : "full");
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        try {
            Files.createDirectories(folder);
            // Written beside and moved, so that a crash leaves the old file.
            Path fresh = Files.createTempFile(folder, "preferences", ".new");
            try (Writer writer = Files.newBufferedWriter(fresh)) {
                kept.store(writer, null);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // A choice that cannot be kept still holds until the program ends: nothing a person must act on.
            return;
        }
    }
}
