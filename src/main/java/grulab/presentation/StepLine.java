package grulab.presentation;

/**
 * One line of the selected unit's arithmetic, ready to be shown.
 *
 * @param symbol r, n (for h̃), z or h
 * @param substituted the formula with numbers in it
 * @param result two decimals
 * @param value the engine's
 * @param reference the naive reference's
 * @param agrees whether the two are within 1e−5
 * @param exact false if the printed digits do not quite make the printed result
 */
public record StepLine(
        String symbol,
        String substituted,
        String result,
        double value,
        double reference,
        boolean agrees,
        boolean exact) {}
