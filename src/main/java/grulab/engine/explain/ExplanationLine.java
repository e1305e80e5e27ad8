package grulab.engine.explain;

import java.util.List;

/**
 * One line of the arithmetic of a unit.
 *
 * @param symbol id of the quantity that the line makes: r, n (for h̃), z, h; i, f, g, o, c, h; h
 * @param formula in symbols, as the convention writes it; a state after the step has a prime where it is used again
 * @param terms what stands inside, in the order in which it is printed
 * @param value the engine's
 * @param reference the same from the terms in float64
 * @param agrees whether the two are within 1e−5, relative where they are above 1
 * @param decimals of the printed terms, the same in all lines
 * @param substituted the formula with the terms' digits; worked out as printed it rounds to {@code result}
 * @param result the engine's value with two decimals
 * @param exact false if not even five decimals make the printed arithmetic round to {@code result}: show "≈"
 */
public record ExplanationLine(
        String symbol,
        String formula,
        List<Term> terms,
        double value,
        double reference,
        boolean agrees,
        int decimals,
        String substituted,
        String result,
        boolean exact) {
    public ExplanationLine {
        terms = List.copyOf(terms);
    }
}
