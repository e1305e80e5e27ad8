package grulab.control;

import grulab.model.UpdateMeaning;
import grulab.model.arithmetic.Line;
import java.util.function.UnaryOperator;

/** What the lines of a step say; patterns have {0}, {1} for what changes. The keys are those of the bundles. */
public final class StepLineWords {
    private final UnaryOperator<String> text;

    /** @param text looks a key up in the language of the window */
    public StepLineWords(UnaryOperator<String> text) {
        this.text = text;
    }

    String later(int microStep) {
        return text.apply("lines.later").replace("{0}", String.valueOf(microStep));
    }

    String mismatch(Line line) {
        return text.apply("lines.mismatch")
                .replace("{0}", Numbers.significant(line.value(), 7))
                .replace("{1}", Numbers.significant(line.reference(), 7));
    }

    String given() {
        return text.apply("lines.given");
    }

    /** {0} the share, {1} its value, {2} where it leads. */
    String way() {
        return text.apply("lines.way");
    }

    /** {0} the gate, {1} its value, {2} what it shows a share of. */
    String share() {
        return text.apply("lines.share");
    }

    /** {0} the gate whose other meaning is meant. */
    String other(UpdateMeaning other) {
        return text.apply("lines.other." + other.id());
    }

    /** The unit of the printed numbers. */
    String power(int exponent) {
        return text.apply("lines.power").replace("{0}", "10" + Numbers.superscript(exponent));
    }

    String ask() {
        return text.apply("lines.ask");
    }
}
