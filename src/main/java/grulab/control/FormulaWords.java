package grulab.control;

import grulab.model.CellType;
import grulab.model.arithmetic.Line;
import java.util.function.UnaryOperator;

/** What the formula panel says; patterns have {0}, {1} for what changes. The keys are those of the bundles. */
public final class FormulaWords {
    private final UnaryOperator<String> text;

    /** @param text looks a key up in the language of the window */
    public FormulaWords(UnaryOperator<String> text) {
        this.text = text;
    }

    String title(int unit) {
        return text.apply("formula.title").replace("{0}", String.valueOf(unit + 1));
    }

    String note() {
        return text.apply("formula.note");
    }

    String later(int microStep) {
        return text.apply("formula.later").replace("{0}", String.valueOf(microStep));
    }

    String mismatch(Line line) {
        return text.apply("formula.mismatch")
                .replace("{0}", Numbers.fixed(line.value(), 6))
                .replace("{1}", Numbers.fixed(line.reference(), 6));
    }

    String count(int microStep, int of) {
        return text.apply("step.count")
                .replace("{0}", String.valueOf(microStep))
                .replace("{1}", String.valueOf(of));
    }

    String name(CellType cell, int microStep) {
        return text.apply("diagram." + cell.id() + ".name." + microStep);
    }

    String where(int unit, int t) {
        return text.apply("formula.where")
                .replace("{0}", String.valueOf(unit + 1))
                .replace("{1}", String.valueOf(t + 1));
    }
}
