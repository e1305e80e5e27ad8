package grulab.text;

/** A file that is no text the lab can learn. The message is one sentence: which file, what is wrong, what would be right. */
public final class UnreadableText extends Exception {
    private static final long serialVersionUID = 1;

    /** What is wrong with the file. */
    public enum Reason {
        MISSING,
        /** A folder, or anything else that is not a file. */
        DIRECTORY,
        /** No permission, or the disk failed. */
        UNREADABLE,
        EMPTY,
        /** More than {@link TextFile#LARGEST} bytes. */
        TOO_LARGE,
        BINARY,
        /** Neither UTF-8, nor UTF-16 with its mark, nor GB18030; or damaged. */
        NOT_TEXT
    }

    private final Reason reason;
    private final String file;

    UnreadableText(Reason reason, String file, String sentence) {
        super(sentence);
        this.reason = reason;
        this.file = file;
    }

    public Reason reason() {
        return reason;
    }

    /** The file's name without its folder. */
    public String file() {
        return file;
    }
}
