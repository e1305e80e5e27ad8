package grulab.model.arithmetic;

import grulab.model.arithmetic.DotProduct.Product;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is behind a term of a line, as it is printed, so that it closes on a pocket calculator: the factors of each row,
 * multiplied, round to its value; values, rest and biases, added up, round to the term. Gradients are in the line's
 * unit.
 *
 * @param value of the term, with the digits that it has in the line, more where those would be all zeros
 * @param exact false if no few decimals make the printed addends round to {@code value}: show "≈"
 * @param rows the largest products; those that are zero are left out where not all are shown
 * @param left how many products more there are that are not all zero
 * @param rest their sum; null if there are none
 * @param biases what stands beside the products; of "b_r + c_r" the two
 */
public record Breakdown(
        String value,
        boolean exact,
        List<Row> rows,
        int left,
        @Nullable String rest,
        List<Bias> biases) {
    private static final int FEWEST = 3;
    /** So many decimals more than the term's addends may have, and their factors more than they. */
    private static final int MORE = 3;

    private static final int MORE_OF_FACTORS = 2;

    private static final double LONG = 1000;
    private static final double TOO_LONG = 1e6;

    /**
     * One product.
     *
     * @param index which, from 0
     * @param exact false if the printed factors do not make the printed value: show "≈"
     * @param amount unrounded
     */
    public record Row(int index, String left, String right, String value, boolean exact, double amount) {}

    /** @param name as in docs/conventions.md: "c_n" @param amount unrounded */
    public record Bias(String name, String value, double amount) {}

    public Breakdown {
        rows = List.copyOf(rows);
        biases = List.copyOf(biases);
    }

    /** @param term one of the line's @param most so many of the products are shown */
    public static Breakdown of(Line line, Term term, int most) {
        return new Closing(line, term, most).done();
    }

    /** The work of {@link #of}. */
    private static final class Closing {
        private final Line line;
        private final Term term;
        private final List<Product> shown;
        private final int left;
        private final double rest;
        /** One addend in the line's unit. */
        private final double unit;

        private final double leftUnit;
        private final double rightUnit;
        /** Addends have so many decimals at least. */
        private final int least;
        /** Whether all is so small that the line's decimals would show zeros. */
        private final boolean small;

        Closing(Line line, Term term, int most) {
            this.line = line;
            this.term = term;
            double slope = Math.pow(10, line.exponent());
            DotProduct products = term.products();
            least = Math.max(FEWEST, line.decimals());
            if (products == null) {
                leftUnit = 1;
                rightUnit = 1;
                unit = isSlope(term.name()) ? slope : 1;
                shown = List.of();
                left = 0;
                rest = 0;
            } else {
                leftUnit = isSlope(products.leftName()) ? slope : 1;
                rightUnit = isSlope(products.rightName()) ? slope : 1;
                unit = leftUnit * rightUnit;
                shown = products.largest(most).stream()
                        .filter(p -> p.value() != 0 || products.size() <= most)
                        .toList();
                boolean more = products.size() > shown.size()
                        && products.largest(shown.size() + 1).get(shown.size()).value() != 0;
                left = more ? products.size() - shown.size() : 0;
                rest = more ? products.rest(shown.size()) : 0;
            }
            double largest = addends().map(Math::abs).max().orElse(Math.abs(term.value()));
            small = largest < half(line.decimals()) * unit;
        }

        private static boolean isSlope(String name) {
            return name.matches("d[a-z].*");
        }

        private static double half(int decimals) {
            return 0.5 * Math.pow(10, -decimals);
        }

        private DoubleStream addends() {
            return DoubleStream.concat(
                    shown.stream().mapToDouble(Product::value),
                    DoubleStream.concat(
                            left > 0 ? DoubleStream.of(rest) : DoubleStream.of(),
                            term.biases().stream().mapToDouble(Term::value)));
        }

        Breakdown done() {
            if (!Double.isFinite(term.value()) || addends().anyMatch(v -> !Double.isFinite(v))) {
                return printed(least, false);
            }
            BigDecimal total = total();
            int decimals = least;
            int last = least + MORE;
            while (decimals < last && !addsUp(total, decimals)) {
                decimals++;
            }
            return printed(decimals, addsUp(total, decimals));
        }

        /** What a share leaves of 1 is printed as what the printed share leaves. */
        private BigDecimal total() {
            double value = term.value() / unit;
            if (term.name().startsWith("1 − ")) {
                return BigDecimal.ONE.subtract(Digits.rounded(1 - value, line.decimals()));
            }
            boolean zeros = Math.abs(value) < half(line.decimals());
            return small && zeros ? Digits.significant(value, FEWEST) : Digits.rounded(value, line.decimals());
        }

        private boolean addsUp(BigDecimal total, int decimals) {
            BigDecimal sum =
                    addends().mapToObj(v -> rounded(v / unit, decimals)).reduce(BigDecimal.ZERO, BigDecimal::add);
            return addends().findAny().isEmpty()
                    || sum.setScale(total.scale(), RoundingMode.HALF_UP).compareTo(total) == 0;
        }

        private Breakdown printed(int decimals, boolean exact) {
            int factors = decimals;
            while (factors < decimals + MORE_OF_FACTORS && !allMultiply(decimals, factors)) {
                factors++;
            }
            List<Row> rows = new ArrayList<>();
            for (Product p : shown) {
                rows.add(new Row(
                        p.index(),
                        text(p.left() / leftUnit, factors),
                        text(p.right() / rightUnit, factors),
                        text(p.value() / unit, decimals),
                        multiplies(p, decimals, factors),
                        p.value()));
            }
            List<Bias> biases = term.biases().stream()
                    .map(b -> new Bias(b.name(), text(b.value() / unit, decimals), b.value()))
                    .toList();
            String value = Double.isFinite(term.value()) ? Digits.brief(total()) : Digits.special(term.value());
            return new Breakdown(value, exact, rows, left, left > 0 ? text(rest / unit, decimals) : null, biases);
        }

        private boolean allMultiply(int decimals, int factors) {
            return shown.stream().allMatch(p -> multiplies(p, decimals, factors));
        }

        private boolean multiplies(Product p, int decimals, int factors) {
            if (Stream.of(p.left(), p.right(), p.value()).anyMatch(v -> !Double.isFinite(v))) {
                return false;
            }
            BigDecimal value = rounded(p.value() / unit, decimals);
            return rounded(p.left() / leftUnit, factors)
                            .multiply(rounded(p.right() / rightUnit, factors))
                            .setScale(value.scale(), RoundingMode.HALF_UP)
                            .compareTo(value)
                    == 0;
        }

        /** A whole number as it is, what would be all zeros or very long with so many digits that count. */
        private BigDecimal rounded(double value, int decimals) {
            double size = Math.abs(value);
            if (value == Math.rint(value) && size < LONG) {
                return BigDecimal.valueOf((long) value);
            }
            if (size < half(least)) {
                return Digits.significant(value, FEWEST + decimals - least);
            }
            return size >= TOO_LONG
                    ? Digits.significant(value, 2 * FEWEST + decimals - least)
                    : Digits.rounded(value, decimals);
        }

        private String text(double value, int decimals) {
            return Double.isFinite(value) ? Digits.brief(rounded(value, decimals)) : Digits.special(value);
        }
    }
}
