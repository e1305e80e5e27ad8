package grulab.service;

/** A file that is no whole lab file. The message is one sentence: which file, what is wrong, what would be right. */
public final class UnreadableLab extends Exception {
    private static final long serialVersionUID = 1;

    UnreadableLab(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
