package grulab.engine.explain;

import grulab.model.arithmetic.Digits;
import grulab.model.arithmetic.DotProduct;
import grulab.model.arithmetic.Term;
import java.math.BigDecimal;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * One number.
 *
 * @param degree how often the unit of gradients is in it: 0 for a value, 1 for a gradient, 2 for squares of gradients
 * @param rest whether it is what a share leaves of 1
 * @param size how large the numbers are that add up to it
 */
record Leaf(Term term, int degree, boolean rest, double size) implements Expression {
    static double sizeOf(Term term) {
        DotProduct products = term.products();
        if (products == null) {
            return Math.abs(term.value());
        }
        double size = Math.abs(term.bias());
        for (int j = 0; j < products.size(); j++) {
            size += Math.abs(products.left()[j] * products.right()[j]);
        }
        return size;
    }

    /** As printed, in units of 10^exponent if it is a gradient. */
    BigDecimal rounded(int decimals, int exponent) {
        return rest
                ? BigDecimal.ONE.subtract(Digits.rounded(1 - term.value(), decimals))
                : Digits.rounded(term.value(), decimals, exponent * degree);
    }

    @Override
    public double value(ToDoubleFunction<Leaf> numbers) {
        return numbers.applyAsDouble(this);
    }

    @Override
    public String formula() {
        return term.name();
    }

    @Override
    public String digits(Function<Leaf, BigDecimal> numbers) {
        return Digits.number(numbers.apply(this));
    }

    @Override
    public Stream<Leaf> leaves() {
        return Stream.of(this);
    }
}
