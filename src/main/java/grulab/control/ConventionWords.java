package grulab.control;

import java.util.function.UnaryOperator;

/** What the drawings of conventions say; the keys are those of the bundles, all below "conventions.". */
public final class ConventionWords {
    static final ConventionWords NONE = new ConventionWords(key -> "");

    private final UnaryOperator<String> text;
    private final StackWords stack;

    /** @param text looks a key up in the language of the window */
    public ConventionWords(UnaryOperator<String> text) {
        this.text = text;
        stack = StackWords.of(text);
    }

    /** A sentence with its places {0}, {1} … filled. */
    String of(String key, Object... values) {
        return StackWords.fill(text.apply("conventions." + key), values);
    }

    /** What every text strip says. */
    StackWords stack() {
        return stack;
    }
}
