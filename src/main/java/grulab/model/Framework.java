package grulab.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a program can be written for. */
public enum Framework {
    PYTORCH("PyTorch", "run.py"),
    KERAS("Keras", "run.py"),
    FLAX("Flax", "run.py"),
    NUMPY("NumPy", "run.py"),
    ND4J("ND4J", "Run.java");

    private final String title;
    private final String file;

    Framework(String title, String file) {
        this.title = title;
        this.file = file;
    }

    /** The name on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name as its users write it. */
    public String title() {
        return title;
    }

    /** What its program is called. */
    public String file() {
        return file;
    }

    public static Optional<Framework> byId(String id) {
        return Arrays.stream(values()).filter(f -> f.id().equals(id)).findFirst();
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(Framework::id).toList();
    }
}
