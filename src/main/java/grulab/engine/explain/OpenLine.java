package grulab.engine.explain;

import grulab.model.arithmetic.Line;
import grulab.model.arithmetic.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A line before its number of decimals is known. */
record OpenLine(String symbol, String formula, Shape shape, List<Term> terms, double value) {
    private static final int RESULT_DECIMALS = 2;

    /** Relative beyond 1, where an LSTM's c may be: float32 carries seven digits of it, not seven decimals. */
    private static final double TOLERANCE = 1e-5;

    /** How far from the middle between two results the printed arithmetic must stay to be beyond doubt. */
    private static final double DOUBT = 1e-9;

    Line shown(int decimals) {
        double reference = shape.of(terms.stream().map(Term::value).toList());
        boolean finite = finite();
        return new Line(
                symbol,
                formula,
                terms,
                shape.parts(terms),
                shape.curve(),
                value,
                reference,
                Math.abs(value - reference) <= TOLERANCE * Math.max(1, Math.abs(reference)),
                decimals,
                0,
                finite ? shape.print(printed(decimals)) : "",
                finite ? Digits.number(Digits.rounded(value, RESULT_DECIMALS)) : String.valueOf(value),
                closes(decimals),
                false);
    }

    /** Whether the printed terms, worked out again, round to the printed result. */
    boolean closes(int decimals) {
        if (!finite()) {
            return false;
        }
        double again = shape.ofPrinted(printed(decimals));
        BigDecimal result = Digits.rounded(value, RESULT_DECIMALS);
        return Digits.rounded(again - DOUBT, RESULT_DECIMALS).compareTo(result) == 0
                && Digits.rounded(again + DOUBT, RESULT_DECIMALS).compareTo(result) == 0;
    }

    /** Rounded terms; of two shares that make 1, the one named "1 − z" is what the other leaves, also as printed. */
    private List<BigDecimal> printed(int decimals) {
        List<BigDecimal> rounded = new ArrayList<>();
        for (Term term : terms) {
            rounded.add(Digits.rounded(term.value(), decimals));
        }
        int rest = terms.stream().map(Term::name).toList().indexOf(GruStep.REST);
        if (rest >= 0) {
            rounded.set(rest, BigDecimal.ONE.setScale(decimals).subtract(rounded.get(2 - rest)));
        }
        return rounded;
    }

    private boolean finite() {
        return Double.isFinite(value) && terms.stream().allMatch(term -> Double.isFinite(term.value()));
    }
}
