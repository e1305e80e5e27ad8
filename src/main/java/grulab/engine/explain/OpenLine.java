package grulab.engine.explain;

import grulab.model.arithmetic.Curve;
import grulab.model.arithmetic.Digits;
import grulab.model.arithmetic.Line;
import grulab.model.arithmetic.Term;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * A line before its number of decimals is known.
 *
 * @param value the engine's; where the engine keeps none, the expression's
 * @param slope whether it is a gradient, printed in units of 10^exponent
 * @param given whether the value was set by hand
 * @param size of a gradient: how large the numbers are that add up to it
 */
record OpenLine(String symbol, Expression expression, double value, boolean slope, boolean given, double size) {
    private static final int RESULT_DECIMALS = 2;

    /**
     * Relative beyond 1, where an LSTM's c may be: float32 carries seven digits of it, not seven decimals. Of gradients
     * it is in their unit, which the largest of the step has.
     */
    private static final double TOLERANCE = 1e-5;

    /**
     * A gradient that is what large numbers leave of each other may differ by so much of their size: float32 rounds
     * each of them to 6e-8 of itself.
     */
    private static final double CANCELLED = 1e-6;

    /** How far from the middle between two results the printed arithmetic must stay to be beyond doubt. */
    private static final double DOUBT = 1e-9;

    /** A line of values. */
    OpenLine(String symbol, Expression expression, double value) {
        this(symbol, expression, value, false, false, 0);
    }

    /** A gradient. */
    static OpenLine slope(String symbol, Expression expression, double value) {
        return new OpenLine(symbol, expression, value, true, false, expression.size());
    }

    /** What a total leaves that was computed with something else in it. */
    OpenLine outOf(double total) {
        return new OpenLine(symbol, expression, value, slope, given, size + Math.abs(total));
    }

    OpenLine given(boolean byHand) {
        return new OpenLine(symbol, expression, value, slope, byHand, size);
    }

    OpenLine named(String other) {
        return new OpenLine(other, expression, value, slope, given, size);
    }

    Line shown(int decimals, int commonExponent) {
        int exponent = slope ? commonExponent : 0;
        double reference = expression.value();
        boolean finite = finite();
        return new Line(
                symbol,
                expression.formula(),
                terms(),
                parts(),
                curve(),
                value,
                reference,
                given || agrees(reference, exponent),
                decimals,
                exponent,
                finite ? substituted(decimals, exponent) : "",
                finite ? Digits.number(Digits.rounded(value, RESULT_DECIMALS, exponent)) : String.valueOf(value),
                closes(decimals, exponent),
                given);
    }

    private boolean agrees(double reference, int exponent) {
        double most = TOLERANCE * Math.max(Math.pow(10, exponent), Math.abs(reference)) + CANCELLED * size;
        return Math.abs(value - reference) <= most;
    }

    private String substituted(int decimals, int exponent) {
        return given
                ? Digits.number(Digits.rounded(value, decimals, exponent))
                : expression.digits(leaf -> leaf.rounded(decimals, exponent));
    }

    /** Whether the printed terms, worked out again, round to the printed result. */
    boolean closes(int decimals, int commonExponent) {
        if (!finite()) {
            return false;
        }
        if (given) {
            return true;
        }
        int exponent = slope ? commonExponent : 0;
        double again = expression.value(leaf -> leaf.rounded(decimals, exponent).doubleValue());
        BigDecimal result = Digits.rounded(value, RESULT_DECIMALS, exponent);
        return Double.isFinite(again)
                && Digits.rounded(again - DOUBT, RESULT_DECIMALS).compareTo(result) == 0
                && Digits.rounded(again + DOUBT, RESULT_DECIMALS).compareTo(result) == 0;
    }

    /** The largest gradient in it, as result or term; 0 if it has none. */
    double largestSlope() {
        if (!slope) {
            return 0;
        }
        return Stream.concat(Stream.of(Math.abs(value)), expression.leaves().map(OpenLine::slopeOf))
                .filter(Double::isFinite)
                .max(Double::compare)
                .orElse(0.0);
    }

    private static double slopeOf(Leaf leaf) {
        double size = Math.abs(leaf.term().value());
        return switch (leaf.degree()) {
            case 0 -> 0;
            case 1 -> size;
            default -> Math.sqrt(size);
        };
    }

    private List<Term> terms() {
        return expression.leaves().map(Leaf::term).toList();
    }

    private Curve curve() {
        if (!(expression instanceof Expression.Applied applied)) {
            return Curve.NONE;
        }
        if (applied.function() == Key.SIGMOID) {
            return Curve.SIGMOID;
        }
        return applied.function() == Key.TANH ? Curve.TANH : Curve.NONE;
    }

    /** The signed summands of what goes through the curve. */
    private List<Term> parts() {
        Expression inside = expression instanceof Expression.Applied a && curve() != Curve.NONE ? a.of() : expression;
        List<Expression> parts = inside instanceof Expression.Sum sum ? sum.parts() : List.of(inside);
        return parts.stream()
                .map(part -> part instanceof Leaf leaf ? leaf.term() : new Term(part.formula(), part.value()))
                .toList();
    }

    private boolean finite() {
        return Double.isFinite(value)
                && expression
                        .leaves()
                        .allMatch(leaf -> Double.isFinite(leaf.term().value()));
    }
}
