package grulab.control;

/**
 * One line of a unit's arithmetic, worked out and checked.
 *
 * @param symbol GRU r, n (for h̃), z, h; LSTM i, f, g, o, c, h; RNN h
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
        boolean exact) {}
