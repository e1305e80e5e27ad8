package grulab.control;

/**
 * One line of a unit's arithmetic, worked out and checked.
 *
 * @param symbol r, n (for h̃), z or h
 * @param substituted the formula with numbers in it
 * @param result two decimals
 * @param value the engine's
 * @param reference the naive reference's
 * @param agrees whether the two are within 1e−5
 * @param exact false if the printed digits do not quite make the printed result
 */
public record FormulaLine(
        String symbol,
        String substituted,
        String result,
        double value,
        double reference,
        boolean agrees,
        boolean exact) {

    public FormulaKind kind() {
        return switch (symbol) {
            case "r" -> FormulaKind.R;
            case "n" -> FormulaKind.CANDIDATE;
            case "z" -> FormulaKind.Z;
            case "h" -> FormulaKind.H;
            default -> throw new IllegalArgumentException("a line is r, n, z or h, not " + symbol);
        };
    }
}
