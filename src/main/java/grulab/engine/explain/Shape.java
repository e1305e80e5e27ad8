package grulab.engine.explain;

import grulab.engine.reference.Formulas;
import grulab.model.arithmetic.Curve;
import grulab.model.arithmetic.Term;
import java.math.BigDecimal;
import java.util.List;

/** The forms that a line can have: how its terms are worked out, and how they are printed. */
enum Shape {
    /** σ(a + b + …) */
    SIGMOID {
        @Override
        double of(List<Double> terms) {
            return Formulas.sigmoid(sum(terms));
        }

        @Override
        double ofPrinted(List<BigDecimal> terms) {
            return Formulas.sigmoid(total(terms).doubleValue());
        }

        @Override
        String print(List<BigDecimal> terms) {
            return "σ(" + Digits.sum(terms) + ")";
        }
    },
    /** tanh(a + b + …) */
    TANH {
        @Override
        double of(List<Double> terms) {
            return Math.tanh(sum(terms));
        }

        @Override
        double ofPrinted(List<BigDecimal> terms) {
            return Math.tanh(total(terms).doubleValue());
        }

        @Override
        String print(List<BigDecimal> terms) {
            return "tanh(" + Digits.sum(terms) + ")";
        }
    },
    /** tanh(a + r·m) */
    TANH_WITH_PRODUCT {
        @Override
        double of(List<Double> terms) {
            return Math.tanh(terms.get(0) + terms.get(1) * terms.get(2));
        }

        @Override
        double ofPrinted(List<BigDecimal> terms) {
            return Math.tanh(
                    terms.get(0).add(terms.get(1).multiply(terms.get(2))).doubleValue());
        }

        @Override
        String print(List<BigDecimal> terms) {
            return "tanh(" + Digits.number(terms.get(0)) + " + " + Digits.product(terms.get(1), terms.get(2)) + ")";
        }
    },
    /** a·b + c·d */
    TWO_PRODUCTS {
        @Override
        double of(List<Double> terms) {
            return terms.get(0) * terms.get(1) + terms.get(2) * terms.get(3);
        }

        @Override
        double ofPrinted(List<BigDecimal> terms) {
            return terms.get(0)
                    .multiply(terms.get(1))
                    .add(terms.get(2).multiply(terms.get(3)))
                    .doubleValue();
        }

        @Override
        String print(List<BigDecimal> terms) {
            return Digits.product(terms.get(0), terms.get(1)) + " + " + Digits.product(terms.get(2), terms.get(3));
        }
    },
    /** a·tanh(b) */
    PRODUCT_WITH_TANH {
        @Override
        double of(List<Double> terms) {
            return terms.get(0) * Math.tanh(terms.get(1));
        }

        @Override
        double ofPrinted(List<BigDecimal> terms) {
            return terms.get(0).doubleValue() * Math.tanh(terms.get(1).doubleValue());
        }

        @Override
        String print(List<BigDecimal> terms) {
            return Digits.number(terms.get(0)) + "·tanh(" + Digits.number(terms.get(1)) + ")";
        }
    };

    abstract double of(List<Double> terms);

    /** The signed summands of what goes through the curve. */
    List<Term> parts(List<Term> terms) {
        return switch (this) {
            case SIGMOID, TANH -> terms;
            case TANH_WITH_PRODUCT -> List.of(terms.get(0), product(terms.get(1), terms.get(2)));
            case TWO_PRODUCTS -> List.of(product(terms.get(0), terms.get(1)), product(terms.get(2), terms.get(3)));
            case PRODUCT_WITH_TANH ->
                List.of(new Term(terms.get(0).name() + " ⊙ tanh(" + terms.get(1).name() + ")", of(values(terms))));
        };
    }

    Curve curve() {
        return switch (this) {
            case SIGMOID -> Curve.SIGMOID;
            case TANH, TANH_WITH_PRODUCT -> Curve.TANH;
            case TWO_PRODUCTS, PRODUCT_WITH_TANH -> Curve.NONE;
        };
    }

    private static Term product(Term a, Term b) {
        String left = a.name().contains(" ") ? "(" + a.name() + ")" : a.name();
        String right = b.name().contains(" ") ? "(" + b.name() + ")" : b.name();
        return new Term(left + " ⊙ " + right, a.value() * b.value());
    }

    private static List<Double> values(List<Term> terms) {
        return terms.stream().map(Term::value).toList();
    }

    /** What a pocket calculator makes of the printed line. */
    abstract double ofPrinted(List<BigDecimal> terms);

    abstract String print(List<BigDecimal> terms);

    private static double sum(List<Double> terms) {
        return terms.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static BigDecimal total(List<BigDecimal> terms) {
        return terms.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
