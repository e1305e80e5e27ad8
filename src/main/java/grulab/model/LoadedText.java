package grulab.model;

import java.util.List;

/**
 * What there is to know of the text that is learned, without the text.
 *
 * @param name id of a built-in text, or name of a file
 * @param length N, in tokens
 * @param symbols the V different tokens as they stand in the text, by number
 * @param labels what each of the V symbols looks like
 * @param baselines of this text
 */
public record LoadedText(
        String name, Tokens tokens, int length, List<String> symbols, List<String> labels, Baselines baselines) {
    public LoadedText {
        symbols = List.copyOf(symbols);
        labels = List.copyOf(labels);
    }

    /** V, the number of different tokens. */
    public int kinds() {
        return labels.size();
    }
}
