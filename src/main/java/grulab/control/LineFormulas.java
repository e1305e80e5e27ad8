package grulab.control;

import grulab.model.Convention;

/** The symbolic lines of the formula panel. */
final class LineFormulas {
    private static final FormulaText TEXT = FormulaText.EMPTY;

    private LineFormulas() {}

    /** Left side: the symbol with the unit's number, from 1. */
    static FormulaText head(FormulaKind kind, int number) {
        String low = "_{" + number + "}";
        return switch (kind) {
            case CANDIDATE -> TEXT.candidate(Formulas.CANDIDATE + low);
            case H, SHOWN, PLAIN, CELL -> TEXT.plus(kind.ink, kind.symbol + low + "'");
            default -> TEXT.plus(kind.ink, kind.symbol + low);
        };
    }

    /** Right side, with the equals sign. */
    static FormulaText body(FormulaKind kind, Convention convention) {
        return switch (kind) {
            case R, Z, FORGET, INPUT, OUTPUT -> squashed("\\sigma", kind.symbol);
            case CELL_CANDIDATE -> squashed("\\tanh", kind.symbol);
            case CANDIDATE -> candidate(convention);
            case H -> TEXT.ink("\\;=").plus(Formulas.blend(convention.update()));
            case CELL -> TEXT.ink("\\;=").plus(Formulas.cellBody());
            case SHOWN -> TEXT.ink("\\;=").plus(Formulas.shownBody());
            case PLAIN -> TEXT.ink("\\;=\\tanh(\\,").plus(Formulas.plainBody()).ink("\\,)");
        };
    }

    private static FormulaText squashed(String curve, String g) {
        return TEXT.ink("\\;=" + curve + "(\\,W_" + g + "x+U_" + g)
                .h("h")
                .ink("+")
                .ink("b_" + g + "+c_" + g + "\\,)");
    }

    private static FormulaText candidate(Convention convention) {
        FormulaText start = TEXT.ink("\\;=\\tanh(\\,W_nx+b_n").ink("+");
        return switch (convention.reset()) {
            case BEFORE ->
                start.ink("U_n(")
                        .r("r")
                        .ink(Formulas.DOT)
                        .h("h")
                        .ink(")")
                        .ink("+")
                        .ink("c_n\\,)");
            case AFTER ->
                start.r("r").ink(Formulas.DOT).ink("(U_n").h("h").ink("+").ink("c_n)\\,)");
        };
    }
}
