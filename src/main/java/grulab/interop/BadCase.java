package grulab.interop;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A case file that cannot be used. The message is one sentence: where, what, and what would be right. */
public final class BadCase extends Exception {
    private static final long serialVersionUID = 1;

    private final @Nullable String otherCell;

    public BadCase(String sentence) {
        this(sentence, null);
    }

    BadCase(String sentence, @Nullable String otherCell) {
        super(sentence);
        this.otherCell = otherCell;
    }

    /** The cell that the file asks for, if all that is wrong is that there is no such cell here; else null. */
    public @Nullable String otherCell() {
        return otherCell;
    }

    /** The same sentence on every machine, whatever its language. */
    static BadCase of(String pattern, Object... values) {
        return new BadCase(String.format(Locale.ROOT, pattern, values));
    }

    BadCase in(String file) {
        return new BadCase(file + ": " + getMessage(), otherCell);
    }
}
