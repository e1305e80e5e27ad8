package grulab.cli;

/** What was asked for cannot be done. The message is one sentence: what, where, and what would be right. */
public final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BadRequest(String sentence) {
        super(sentence);
    }
}
