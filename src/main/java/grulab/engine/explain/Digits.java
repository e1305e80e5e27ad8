package grulab.engine.explain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Printed numbers: fixed decimals, rounded half away from zero, minus U+2212, no negative zero. */
final class Digits {
    private static final char MINUS = '\u2212';

    private Digits() {}

    static BigDecimal rounded(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
    }

    static String number(BigDecimal value) {
        String digits = value.abs().toPlainString();
        return value.signum() < 0 ? MINUS + digits : digits;
    }

    /** a + b − c */
    static String sum(List<BigDecimal> terms) {
        StringBuilder text = new StringBuilder(number(terms.get(0)));
        for (BigDecimal term : terms.subList(1, terms.size())) {
            text.append(term.signum() < 0 ? " " + MINUS + " " : " + ")
                    .append(term.abs().toPlainString());
        }
        return text.toString();
    }

    /** a·b, a negative b in brackets; a is a gate and never negative. */
    static String product(BigDecimal a, BigDecimal b) {
        return number(a) + "·" + (b.signum() < 0 ? "(" + number(b) + ")" : number(b));
    }
}
