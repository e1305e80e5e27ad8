package grulab.control;

import java.util.Locale;
import java.util.ResourceBundle;

/** The product's own words, in English. */
final class SampleWords {
    private SampleWords() {}

    static String of(String key) {
        ResourceBundle step = ResourceBundle.getBundle("grulab.view.step", Locale.ROOT);
        return (step.containsKey(key) ? step : ResourceBundle.getBundle("grulab.view.messages", Locale.ROOT))
                .getString(key);
    }

    static DiagramWords diagram() {
        return new DiagramWords(SampleWords::of);
    }

    static FormulaWords formulas() {
        return new FormulaWords(SampleWords::of);
    }
}
