package grulab.control;

import java.util.function.UnaryOperator;

/** What the card of an opened sum says. The keys are those of the bundles, below "sum." and "lines.". */
public final class SumCardWords {
    private final UnaryOperator<String> text;

    /** @param text looks a key up in the language of the window */
    public SumCardWords(UnaryOperator<String> text) {
        this.text = text;
    }

    StepLineWords lines() {
        return new StepLineWords(text);
    }

    /** The values of a cell and of its second computation, with six decimals or as many digits that count. */
    String recomputed(String value, String reference) {
        return fill("sum.recomputed", value, reference);
    }

    String more(int count, String rest) {
        return fill("sum.more", Numbers.count(count), rest);
    }

    String range(String low, String high) {
        return fill("sum.range", low, high);
    }

    String differences(String slope, String apart) {
        return fill("sum.differences", slope, apart);
    }

    String setTo() {
        return text.apply("sum.set-to");
    }

    String set() {
        return text.apply("sum.set");
    }

    String whole() {
        return text.apply("sum.whole");
    }

    String copy() {
        return text.apply("sum.copy");
    }

    String copy(CopyAs as) {
        return text.apply(
                switch (as) {
                    case TEXT -> "sum.copy.text";
                    case LATEX -> "sum.copy.latex";
                    case NUMPY -> "sum.copy.numpy";
                });
    }

    String check() {
        return text.apply("sum.check");
    }

    String close() {
        return text.apply("sum.close");
    }

    private String fill(String key, String... values) {
        return StackWords.fill(text.apply(key), (Object[]) values);
    }
}
