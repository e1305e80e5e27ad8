package grulab.engine.explain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Printed numbers: fixed decimals, rounded half away from zero, minus U+2212, no negative zero. */
final class Digits {
    static final String MINUS = "\u2212";

    private Digits() {}

    static BigDecimal rounded(double value, int decimals) {
        return rounded(value, decimals, 0);
    }

    /** In units of 10^exponent. */
    static BigDecimal rounded(double value, int decimals, int exponent) {
        return new BigDecimal(value).scaleByPowerOfTen(-exponent).setScale(decimals, RoundingMode.HALF_UP);
    }

    static String number(BigDecimal value) {
        String digits = value.abs().toPlainString();
        return value.signum() < 0 ? MINUS + digits : digits;
    }
}
