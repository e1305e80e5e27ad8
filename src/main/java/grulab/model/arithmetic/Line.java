package grulab.model.arithmetic;

import java.util.List;

/**
 * One line of the arithmetic of a number: a formula, the same with its numbers, the result, and whether a second
 * computation agrees.
 *
 * @param symbol id of the number that the line makes: r, n (for h̃), z, h; i, f, g, o, c, h; h; others as
 *     {@link Subject} says
 * @param formula its right side in symbols, as the convention writes it; a state after the step has a prime where it is
 *     used again
 * @param terms what stands inside, in the order in which it is printed
 * @param parts the signed summands of the sum that goes through the curve, or of the value where there is no curve: in a
 *     candidate with reset after, W_n x + b_n and the product r ⊙ (U_n h + c_n)
 * @param curve what the sum of the parts goes through
 * @param value the engine's
 * @param reference the same from the terms in float64
 * @param agrees whether the two are within 1e−5, relative where they are above 1; of a gradient within 1e−5 in units of
 *     10^exponent, and where it is what large numbers leave of each other as far as float32 carries those
 * @param decimals of the printed terms, the same in all lines
 * @param exponent printed terms and result are in units of 10^exponent; 0 but for gradients
 * @param substituted the formula with the terms' digits; worked out as printed it rounds to {@code result}
 * @param result the engine's value with two decimals
 * @param exact false if not even five decimals make the printed arithmetic round to {@code result}: show "≈"
 * @param given true if the value was set by hand, so that the sum did not make it
 */
public record Line(
        String symbol,
        String formula,
        List<Term> terms,
        List<Term> parts,
        Curve curve,
        double value,
        double reference,
        boolean agrees,
        int decimals,
        int exponent,
        String substituted,
        String result,
        boolean exact,
        boolean given) {
    public Line {
        terms = List.copyOf(terms);
        parts = List.copyOf(parts);
    }
}
