package grulab.text;

/**
 * A text that comes with the program.
 *
 * @param id stable name; other languages have title and description under it
 * @param title in English
 * @param about one English sentence: what it is, and what it takes to remember
 */
public record BuiltInCorpus(String id, String title, String about) {}
