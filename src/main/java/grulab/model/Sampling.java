package grulab.model;

import java.util.Locale;

/** How windows are taken from the text. */
public enum Sampling {
    /** Each row of the batch reads its own part of the text on and on; the state is carried, and detached. */
    SEQUENTIAL,
    /** Windows in random order; each starts from a zero state. */
    RANDOM;

    /** The name in files and on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
