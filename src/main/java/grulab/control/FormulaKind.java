package grulab.control;

/** The four lines in which a step of a GRU is computed, in the order in which they are shown. */
public enum FormulaKind {
    R(2, Ink.R),
    CANDIDATE(4, Ink.CANDIDATE),
    Z(5, Ink.Z),
    H(6, Ink.H);

    /** The micro-step at which the line is computed, 1 to 6. */
    public final int microStep;

    public final Ink ink;

    FormulaKind(int microStep, Ink ink) {
        this.microStep = microStep;
        this.ink = ink;
    }

    /** The line that a micro-step works at: inputs lead to r, the product to the candidate. */
    public static FormulaKind at(int microStep) {
        return switch (microStep) {
            case 1, 2 -> R;
            case 3, 4 -> CANDIDATE;
            case 5 -> Z;
            case 6 -> H;
            default -> throw new IllegalArgumentException("micro-steps are 1 to 6, not " + microStep);
        };
    }
}
