package grulab.interop.file;

import java.util.Locale;

/** A model file that cannot be used, or a conversion that cannot be made. The message is one sentence: where, what, and what would be right. */
public final class BadModel extends Exception {
    private static final long serialVersionUID = 1;

    private final String options;

    public BadModel(String sentence) {
        this(sentence, "");
    }

    /** @param options of a command line, with which what the sentence asks for is said there */
    public BadModel(String sentence, String options) {
        super(sentence);
        this.options = options;
    }

    /** What to write on a command line; empty if no option would help. A window asks in its own way. */
    public String options() {
        return options;
    }

    /** Never null, as a sentence is always given. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** The same sentence on every machine, whatever its language. */
    public static BadModel of(String pattern, Object... values) {
        return new BadModel(String.format(Locale.ROOT, pattern, values));
    }

    /** The sentence with what it is about in front. */
    public BadModel in(String where) {
        return new BadModel(where + ": " + getMessage(), options);
    }
}
