package grulab.control;

import java.util.function.UnaryOperator;

/** What the card of an opened sum says. The keys are those of the bundles, all below "sum.". */
public final class SumCardWords {
    private final UnaryOperator<String> text;

    /** @param text looks a key up in the language of the window */
    public SumCardWords(UnaryOperator<String> text) {
        this.text = text;
    }

    String of(String key, Object... values) {
        String filled = text.apply("sum." + key);
        for (int i = 0; i < values.length; i++) {
            filled = filled.replace("{" + i + "}", values[i].toString());
        }
        return filled;
    }
}
