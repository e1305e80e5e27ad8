package grulab.engine.explain;

import grulab.model.arithmetic.Digits;
import grulab.model.arithmetic.Term;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a line works out: its terms, joined as the formula joins them. */
sealed interface Expression
        permits Leaf,
                Expression.One,
                Expression.Minus,
                Expression.Sum,
                Expression.Product,
                Expression.Quotient,
                Expression.Square,
                Expression.Applied {

    double value(ToDoubleFunction<Leaf> numbers);

    /** In names, as docs/conventions.md writes them. */
    String formula();

    /** In digits. */
    String digits(Function<Leaf, BigDecimal> numbers);

    /** From left to right. */
    Stream<Leaf> leaves();

    /** How large the numbers are that add up to it: the same with every sum, also inside a term, of magnitudes. */
    double size();

    /** From the terms, unrounded. */
    default double value() {
        return value(leaf -> leaf.term().value());
    }

    static Leaf leaf(String name, double value) {
        return leaf(new Term(name, value));
    }

    static Leaf leaf(Term term) {
        return new Leaf(term, 0, false, Leaf.sizeOf(term));
    }

    /** A gradient. */
    static Leaf slope(Term term) {
        return new Leaf(term, 1, false, Leaf.sizeOf(term));
    }

    static Leaf slope(String name, double value) {
        return slope(new Term(name, value));
    }

    /** A gradient that another line makes. */
    static Leaf slope(String name, Expression made) {
        return new Leaf(new Term(name, made.value()), 1, false, made.size());
    }

    /** What a share leaves of 1; its printed digits are what the share's leave. */
    static Leaf rest(String share, double value) {
        return new Leaf(new Term("1 − " + share, 1 - value), 0, true, 1 - value);
    }

    static Expression sum(List<? extends Expression> parts) {
        return parts.size() == 1 ? parts.get(0) : new Sum(List.copyOf(parts));
    }

    static Expression product(Expression... factors) {
        return new Product(Arrays.asList(factors));
    }

    static Expression difference(Expression from, Expression what) {
        return new Sum(List.of(from, new Minus(what)));
    }

    /** 1 − v² */
    static Expression oneMinusSquare(Expression v) {
        return difference(new One(), new Square(v));
    }

    /** The number 1. */
    record One() implements Expression {
        @Override
        public double value(ToDoubleFunction<Leaf> numbers) {
            return 1;
        }

        @Override
        public double size() {
            return 1;
        }

        @Override
        public String formula() {
            return "1";
        }

        @Override
        public String digits(Function<Leaf, BigDecimal> numbers) {
            return "1";
        }

        @Override
        public Stream<Leaf> leaves() {
            return Stream.of();
        }
    }

    /** −a */
    record Minus(Expression of) implements Expression {
        @Override
        public double value(ToDoubleFunction<Leaf> numbers) {
            return -of.value(numbers);
        }

        @Override
        public double size() {
            return of.size();
        }

        @Override
        public String formula() {
            return Digits.MINUS + (of instanceof Sum ? bracketed(of.formula()) : of.formula());
        }

        @Override
        public String digits(Function<Leaf, BigDecimal> numbers) {
            return Digits.MINUS + factor(of, numbers);
        }

        @Override
        public Stream<Leaf> leaves() {
            return of.leaves();
        }
    }

    /** a + b − c */
    record Sum(List<Expression> parts) implements Expression {
        @Override
        public double value(ToDoubleFunction<Leaf> numbers) {
            return parts.stream().mapToDouble(part -> part.value(numbers)).sum();
        }

        @Override
        public double size() {
            return parts.stream().mapToDouble(Expression::size).sum();
        }

        @Override
        public String formula() {
            return joined(parts.stream().map(Expression::formula));
        }

        @Override
        public String digits(Function<Leaf, BigDecimal> numbers) {
            return joined(parts.stream().map(part -> part.digits(numbers)));
        }

        @Override
        public Stream<Leaf> leaves() {
            return parts.stream().flatMap(Expression::leaves);
        }

        /** A part that begins with a minus is taken away. */
        private static String joined(Stream<String> parts) {
            return parts.reduce((a, b) ->
                            b.startsWith(Digits.MINUS) ? a + " " + Digits.MINUS + " " + b.substring(1) : a + " + " + b)
                    .orElse("");
        }
    }

    /** a ⊙ b ⊙ c */
    record Product(List<Expression> factors) implements Expression {
        @Override
        public double value(ToDoubleFunction<Leaf> numbers) {
            return factors.stream().mapToDouble(factor -> factor.value(numbers)).reduce(1, (a, b) -> a * b);
        }

        @Override
        public double size() {
            return factors.stream().mapToDouble(Expression::size).reduce(1, (a, b) -> a * b);
        }

        @Override
        public String formula() {
            return factors.stream()
                    .map(f -> f instanceof Sum
                                    || f instanceof Leaf l && l.term().name().contains(" ")
                            ? bracketed(f.formula())
                            : f.formula())
                    .collect(Collectors.joining(" ⊙ "));
        }

        @Override
        public String digits(Function<Leaf, BigDecimal> numbers) {
            Expression first = factors.get(0);
            String start = first instanceof Sum ? bracketed(first.digits(numbers)) : first.digits(numbers);
            return Stream.concat(Stream.of(start), factors.stream().skip(1).map(f -> factor(f, numbers)))
                    .collect(Collectors.joining("·"));
        }

        @Override
        public Stream<Leaf> leaves() {
            return factors.stream().flatMap(Expression::leaves);
        }
    }

    /** a / b */
    record Quotient(Expression above, Expression below) implements Expression {
        @Override
        public double value(ToDoubleFunction<Leaf> numbers) {
            return above.value(numbers) / below.value(numbers);
        }

        @Override
        public double size() {
            return Math.abs(value());
        }

        @Override
        public String formula() {
            return above.formula() + " / " + below.formula();
        }

        @Override
        public String digits(Function<Leaf, BigDecimal> numbers) {
            return factor(above, numbers) + "/" + factor(below, numbers);
        }

        @Override
        public Stream<Leaf> leaves() {
            return Stream.of(above, below).flatMap(Expression::leaves);
        }
    }

    /** a² */
    record Square(Expression of) implements Expression {
        @Override
        public double value(ToDoubleFunction<Leaf> numbers) {
            double v = of.value(numbers);
            return v * v;
        }

        @Override
        public double size() {
            return value();
        }

        @Override
        public String formula() {
            return of.formula() + "²";
        }

        @Override
        public String digits(Function<Leaf, BigDecimal> numbers) {
            return factor(of, numbers) + "²";
        }

        @Override
        public Stream<Leaf> leaves() {
            return of.leaves();
        }
    }

    /** σ(a), tanh(a) … */
    record Applied(Squash function, Expression of) implements Expression {
        @Override
        public double value(ToDoubleFunction<Leaf> numbers) {
            return function.of(of.value(numbers));
        }

        @Override
        public double size() {
            return Math.abs(value());
        }

        @Override
        public String formula() {
            boolean bare = of instanceof Leaf l && !l.term().name().contains(" ");
            if (bare && function == Key.EXP) {
                return Key.EXP.sign + of.formula();
            }
            return function.sign() + (bare && function == Key.LN ? " " + of.formula() : bracketed(of.formula()));
        }

        @Override
        public String digits(Function<Leaf, BigDecimal> numbers) {
            return function.sign() + bracketed(of.digits(numbers));
        }

        @Override
        public Stream<Leaf> leaves() {
            return of.leaves();
        }
    }

    private static String bracketed(String text) {
        return "(" + text + ")";
    }

    /** In digits, in brackets if it is a sum or begins with a minus. */
    private static String factor(Expression e, Function<Leaf, BigDecimal> numbers) {
        String text = e.digits(numbers);
        return e instanceof Sum || text.startsWith(Digits.MINUS) ? bracketed(text) : text;
    }
}
