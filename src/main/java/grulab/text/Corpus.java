package grulab.text;

/**
 * A text to learn.
 *
 * @param name id of a built-in text, or name of the file that was read
 * @param text lines end in \n
 */
public record Corpus(String name, String text) {}
