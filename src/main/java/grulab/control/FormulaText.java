package grulab.control;

import java.util.List;
import java.util.stream.Stream;

/**
 * A formula as a row of terms, each with its colour: {@code FormulaText.EMPTY.z("z").ink("\\odot").h("h")}. A term is
 * TeX and must be complete by itself; brackets may open in one term and close in another.
 */
public record FormulaText(List<Term> terms) {
    public static final FormulaText EMPTY = new FormulaText(List.of());

    /** One coloured piece of TeX. */
    public record Term(Ink ink, String tex) {}

    public FormulaText {
        terms = List.copyOf(terms);
    }

    public FormulaText plus(Ink ink, String tex) {
        return new FormulaText(
                Stream.concat(terms.stream(), Stream.of(new Term(ink, tex))).toList());
    }

    public FormulaText plus(FormulaText other) {
        return new FormulaText(
                Stream.concat(terms.stream(), other.terms.stream()).toList());
    }

    public FormulaText ink(String tex) {
        return plus(Ink.INK, tex);
    }

    public FormulaText x(String tex) {
        return plus(Ink.X, tex);
    }

    public FormulaText z(String tex) {
        return plus(Ink.Z, tex);
    }

    public FormulaText r(String tex) {
        return plus(Ink.R, tex);
    }

    public FormulaText candidate(String tex) {
        return plus(Ink.CANDIDATE, tex);
    }

    public FormulaText h(String tex) {
        return plus(Ink.H, tex);
    }
}
