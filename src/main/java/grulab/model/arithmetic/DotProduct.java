package grulab.model.arithmetic;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A sum of products left[j]·right[j].
 *
 * @param leftName what the left factors are, as in docs/conventions.md: "U_r"
 * @param rightName what the right factors are: "h", "r ⊙ h", "x"
 * @param left as many as right; must not be written
 * @param right must not be written
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once and never written
public record DotProduct(String leftName, String rightName, double[] left, double[] right) {
    public DotProduct {
        if (left.length != right.length) {
            throw new IllegalArgumentException(
                    "%d left factors and %d right ones".formatted(left.length, right.length));
        }
    }

    /** One product. @param index which of them, from 0 */
    public record Product(int index, double left, double right) {
        public double value() {
            return left * right;
        }
    }

    public int size() {
        return left.length;
    }

    /** The sum of all, in order of the index. */
    public double value() {
        return IntStream.range(0, size()).mapToDouble(j -> left[j] * right[j]).sum();
    }

    /** So many of the products, those of largest magnitude first; equal ones by index. Products that are zero come last. */
    public List<Product> largest(int count) {
        return IntStream.range(0, size())
                .mapToObj(j -> new Product(j, left[j], right[j]))
                .sorted(Comparator.comparingDouble(p -> -Math.abs(p.value())))
                .limit(count)
                .toList();
    }

    /** The sum of all but the {@link #largest}. */
    public double rest(int count) {
        return value() - largest(count).stream().mapToDouble(Product::value).sum();
    }
}
