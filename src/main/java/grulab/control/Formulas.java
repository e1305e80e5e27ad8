package grulab.control;

import grulab.model.Quantity;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;

/** The formulas of the cells, in symbol colours. */
public final class Formulas {
    private static final FormulaText TEXT = FormulaText.EMPTY;
    /** Set as an ordinary symbol, without the space of an operator: products bind closer than sums. */
    public static final String DOT = "\\mathord{\\odot}";

    public static final String CANDIDATE = "\\tilde{h}";

    private Formulas() {}

    /** h′ = z⊙h + (1−z)⊙h̃, or with z and 1−z traded. */
    public static FormulaText update(UpdateMeaning meaning) {
        return TEXT.h("h'").ink("=").plus(blend(meaning));
    }

    /** The right side of {@link #update}. */
    public static FormulaText blend(UpdateMeaning meaning) {
        FormulaText z = TEXT.z("z").ink(DOT);
        FormulaText rest = TEXT.ink("(1{-}").z("z").ink(")").ink(DOT);
        boolean keep = meaning == UpdateMeaning.KEEP;
        return (keep ? z : rest).h("h").ink("+").plus(keep ? rest : z).candidate(CANDIDATE);
    }

    /** What the reset gate does: U(r⊙h) or r⊙(Uh+c). */
    public static FormulaText reset(ResetPosition position) {
        return switch (position) {
            case BEFORE -> TEXT.ink("U(").r("r").ink(DOT).h("h").ink(")");
            case AFTER -> TEXT.r("r").ink(DOT).ink("(U").h("h").ink("\\mathord{+}c)");
        };
    }

    /** The product that the diagram shows: r⊙h or r⊙(Uh+c). */
    public static FormulaText product(ResetPosition position) {
        return position == ResetPosition.BEFORE ? TEXT.r("r").ink(DOT).h("h") : reset(position);
    }

    /** The product without the bias, for narrow places: r⊙h or r⊙Uh. */
    public static FormulaText shortProduct(ResetPosition position) {
        FormulaText r = TEXT.r("r").ink(DOT);
        return position == ResetPosition.BEFORE ? r.h("h") : r.ink("U").h("h");
    }

    /** h̃ = tanh(Wx + b + …) without the gates' indices, for a header. */
    public static FormulaText candidate(ResetPosition position) {
        FormulaText start = TEXT.candidate(CANDIDATE).ink("=\\tanh(\\,Wx+b").ink("+");
        return switch (position) {
            case BEFORE -> start.plus(reset(position)).ink("+").ink("c\\,)");
            case AFTER -> start.plus(reset(position)).ink("\\,)");
        };
    }

    /** c′ = f⊙c + i⊙g of the LSTM. */
    public static FormulaText cell() {
        return TEXT.ink("c'=").plus(cellBody());
    }

    /** h′ = o⊙tanh(c′) of the LSTM. */
    public static FormulaText shown() {
        return TEXT.h("h'").ink("=").plus(shownBody());
    }

    /** h′ = tanh(Wx + Uh + b + c) of the plain RNN. */
    public static FormulaText plain() {
        return TEXT.h("h'").ink("=\\tanh(\\,").plus(plainBody()).ink("\\,)");
    }

    static FormulaText cellBody() {
        return TEXT.ink("f" + DOT + "c+i" + DOT + "g");
    }

    static FormulaText shownBody() {
        return TEXT.ink("o" + DOT + "\\tanh(\\,c'\\,)");
    }

    static FormulaText plainBody() {
        return TEXT.ink("Wx+U").h("h").ink("+").ink("b+c");
    }

    /** What the plain RNN squashes, for narrow places: Wx + Uh. */
    static FormulaText plainSum() {
        return TEXT.ink("Wx+U").h("h");
    }

    /** A gate or state with its index t: z_t, r_t, h̃_t, h_t. */
    public static FormulaText symbol(Quantity quantity) {
        return indexed(quantity, "t");
    }

    /** A gate or state with any index, or none if it is empty. */
    public static FormulaText indexed(Quantity quantity, String index) {
        String low = index.isEmpty() ? "" : "_{" + index + "}";
        return switch (quantity) {
            case RESET -> TEXT.r("r" + low);
            case UPDATE -> TEXT.z("z" + low);
            case CANDIDATE -> TEXT.candidate(CANDIDATE + low);
            case STATE -> TEXT.h("h" + low);
            case PRODUCT, INPUT, FORGET, CELL_CANDIDATE, OUTPUT, CELL -> TEXT.plus(Ink.INK, quantity.id() + low);
        };
    }

    /** The input with its index: x_t. */
    public static FormulaText input() {
        return TEXT.x("x_t");
    }
}
