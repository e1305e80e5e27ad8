package grulab.interop;

import java.util.Locale;

/** A case file that cannot be used. The message is one sentence: where, what, and what would be right. */
public final class BadCase extends Exception {
    private static final long serialVersionUID = 1;

    public BadCase(String sentence) {
        super(sentence);
    }

    /** The same sentence on every machine, whatever its language. */
    static BadCase of(String pattern, Object... values) {
        return new BadCase(String.format(Locale.ROOT, pattern, values));
    }

    BadCase in(String file) {
        return new BadCase(file + ": " + getMessage());
    }
}
