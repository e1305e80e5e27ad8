package grulab.model.arithmetic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One number that stands in a line, unrounded.
 *
 * @param name as in docs/conventions.md: "W_r x", "b_r + c_r", "1 − z"
 * @param products what it is the sum of, beside its biases; null for a number that is no dot product
 * @param biases those that are in it: c_n of "U_n h + c_n", both of "b_r + c_r"; empty for a number that is one itself
 */
public record Term(String name, double value, @Nullable DotProduct products, List<Term> biases) {
    public Term {
        biases = List.copyOf(biases);
    }

    public Term(String name, double value, @Nullable DotProduct products) {
        this(name, value, products, List.of());
    }

    public Term(String name, double value) {
        this(name, value, null);
    }

    /** What stands beside the products: c_n of "U_n h + c_n", 0 where there is none. */
    public double bias() {
        return products == null ? 0 : biases.stream().mapToDouble(Term::value).sum();
    }
}
