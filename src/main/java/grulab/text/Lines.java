package grulab.text;

/** Ends of lines. */
final class Lines {
    private Lines() {}

    /** CR LF and single CR become LF. */
    static String normalized(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
