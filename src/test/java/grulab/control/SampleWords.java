package grulab.control;

/** The product's own words, in English. */
final class SampleWords {
    private SampleWords() {}

    static String of(String key) {
        return Screens.texts("en").apply(key);
    }

    static DiagramWords diagram() {
        return new DiagramWords(SampleWords::of);
    }

    static FormulaWords formulas() {
        return new FormulaWords(SampleWords::of);
    }
}
