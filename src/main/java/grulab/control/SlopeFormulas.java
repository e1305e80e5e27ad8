package grulab.control;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.ResetPosition;

/** Symbols of the way back: ∂z stands for ∂L/∂z, in z's colour. */
final class SlopeFormulas {
    private static final FormulaText TEXT = FormulaText.EMPTY;
    private static final String D = "\\partial ";

    private SlopeFormulas() {}

    /** ∂ before a symbol of one term. */
    static FormulaText of(FormulaText symbol) {
        FormulaText.Term term = symbol.terms().get(0);
        return of(term.ink(), term.tex());
    }

    private static FormulaText of(Ink ink, String tex) {
        return TEXT.plus(ink, D + tex);
    }

    static FormulaText state() {
        return of(Ink.H, "h_t");
    }

    static FormulaText before() {
        return of(Ink.H, "h_{t-1}");
    }

    static FormulaText cellBefore() {
        return of(Ink.INK, "c_{t-1}");
    }

    /** Of r⊙h, or of the U h + c that r multiplies. */
    static FormulaText product(ResetPosition position) {
        return switch (position) {
            case BEFORE -> TEXT.ink(D + "(").r("r").ink(Formulas.DOT).h("h").ink(")");
            case AFTER -> TEXT.ink(D + "(U").h("h").ink("\\mathord{+}c)");
        };
    }

    /** Of what the plain RNN squashes. */
    static FormulaText sum() {
        return TEXT.ink(D + "(").plus(Formulas.plainBody()).ink(")");
    }

    /** What a segment of the bar is named by on the way back. */
    static FormulaText symbol(CellType cell, int step, Convention convention) {
        if (step == 1) {
            return state();
        }
        return switch (cell) {
            case GRU -> gru(step, convention);
            case LSTM -> lstm(step);
            case RNN -> before();
        };
    }

    private static FormulaText gru(int step, Convention convention) {
        return switch (step) {
            case 2 -> of(Ink.Z, "z");
            case 3 -> of(Ink.CANDIDATE, Formulas.CANDIDATE);
            case 4 -> product(convention.reset());
            case 5 -> of(Ink.R, "r");
            default -> before();
        };
    }

    private static FormulaText lstm(int step) {
        return switch (step) {
            case 2 -> of(Ink.INK, "o");
            case 3 -> of(Ink.INK, "c_t");
            case 4 -> of(Ink.INK, "g");
            case 5 -> of(Ink.INK, "i");
            default -> of(Ink.INK, "f,\\;").plus(cellBefore()).ink(",\\;").plus(before());
        };
    }
}
