package grulab.control;

import java.util.function.UnaryOperator;

/** What the plots of a step say; the keys are those of the bundles, all below "plot.". */
public final class PlotWords {
    static final PlotWords NONE = new PlotWords(key -> "");

    private final UnaryOperator<String> text;

    /** @param text looks a key up in the language of the window */
    public PlotWords(UnaryOperator<String> text) {
        this.text = text;
    }

    /** A sentence with its places {0}, {1} … filled. */
    String of(String key, Object... values) {
        return StackWords.fill(text.apply("plot." + key), values);
    }
}
