package grulab.text;

/** A text that cannot be learned with these settings. The message is one sentence that says what is needed. */
public final class UnusableText extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** What is wrong with the text. */
    public enum Reason {
        /** {@link #limit} tokens are needed. */
        TOO_SHORT,
        /** {@link #limit} different tokens are possible. */
        TOO_MANY_SYMBOLS
    }

    private final Reason reason;
    private final long found;
    private final long limit;

    UnusableText(Reason reason, long found, long limit, String sentence) {
        super(sentence);
        this.reason = reason;
        this.found = found;
        this.limit = limit;
    }

    public Reason reason() {
        return reason;
    }

    /** Tokens, or different tokens, that the text has. */
    public long found() {
        return found;
    }

    /** Tokens that it needs at least, or different tokens that it may have at most. */
    public long limit() {
        return limit;
    }
}
