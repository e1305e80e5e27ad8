package grulab.model;

import java.util.Locale;

/** What one time step reads. */
public enum Tokens {
    /** One Unicode code point. */
    CHAR,
    /** One word; every other code point that is not white space is a token of its own. */
    WORD;

    /** The name in files and on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
