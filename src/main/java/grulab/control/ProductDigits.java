package grulab.control;

import grulab.model.arithmetic.DotProduct;
import grulab.model.arithmetic.Line;
import grulab.model.arithmetic.Term;

/**
 * How the numbers behind a line are printed: like its terms, gradients in the line's unit, and what would be all zeros
 * or very long with so many digits that count.
 */
record ProductDigits(int decimals, double unit) {
    private static final int DIGITS = 3;
    private static final int MOST_DECIMALS = 4;
    private static final double LONG = 1000;
    private static final double TOO_LONG = 1e6;

    static ProductDigits of(Line line) {
        int decimals = Math.min(MOST_DECIMALS, Math.max(DIGITS, line.decimals()));
        return new ProductDigits(decimals, Math.pow(10, line.exponent()));
    }

    /** A gradient is printed in units of its own, anything else is not. */
    private double unitOf(String name) {
        return name.matches("d[a-z].*") ? unit : 1;
    }

    String left(DotProduct products, double value) {
        return number(value / unitOf(products.leftName()));
    }

    String right(DotProduct products, double value) {
        return number(value / unitOf(products.rightName()));
    }

    /** A product, or a sum of some. */
    String value(DotProduct products, double value) {
        return number(value / unitOf(products.leftName()) / unitOf(products.rightName()));
    }

    String term(Term term) {
        DotProduct products = term.products();
        return products == null ? number(term.value() / unitOf(term.name())) : value(products, term.value());
    }

    private String number(double value) {
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < LONG) {
            return Numbers.fixed(value, 0);
        }
        if (size >= TOO_LONG || size < 0.5 * Math.pow(10, -decimals)) {
            return Numbers.significant(value, DIGITS);
        }
        return Numbers.fixed(value, size >= LONG ? 1 : decimals);
    }
}
