package grulab.model.arithmetic;

import org.jspecify.annotations.Nullable;

/**
 * One number that stands in a line, unrounded.
 *
 * @param name as in docs/conventions.md: "W_r x", "b_r + c_r", "1 − z"
 * @param products what it is the sum of, but for a bias that the name has; null for a number that is no dot product
 */
public record Term(String name, double value, @Nullable DotProduct products) {
    public Term(String name, double value) {
        this(name, value, null);
    }

    /** What stands beside the products: c_n of "U_n h + c_n", 0 where the name has no bias. */
    public double bias() {
        return products == null || !name.contains(" + ") ? 0 : value - products.value();
    }
}
