package grulab.model.arithmetic;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Printed numbers: rounded half away from zero, minus U+2212, no negative zero, the same wherever they stand. */
public final class Digits {
    public static final String MINUS = "\u2212";
    /** So many zeros after the point and no more; beyond, a power of ten is written. */
    private static final int SMALLEST_POWER = -4;

    private static final int LARGEST_POWER = 8;

    private Digits() {}

    /** To a fixed count of decimals. @param value finite */
    public static BigDecimal rounded(double value, int decimals) {
        return rounded(value, decimals, 0);
    }

    /** To a fixed count of decimals, or the name of what is not finite. */
    public static String fixed(double value, int decimals) {
        return Double.isFinite(value) ? number(rounded(value, decimals)) : special(value);
    }

    /** NaN, ∞ or −∞. */
    public static String special(double value) {
        return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : MINUS + "∞";
    }

    /** In units of 10^exponent. @param value finite */
    public static BigDecimal rounded(double value, int decimals, int exponent) {
        return new BigDecimal(value).scaleByPowerOfTen(-exponent).setScale(decimals, RoundingMode.HALF_UP);
    }

    /** To so many digits that count. @param value finite */
    public static BigDecimal significant(double value, int digits) {
        return new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_UP));
    }

    /** With all its digits: −0.253. */
    public static String number(BigDecimal value) {
        String digits = value.abs().toPlainString();
        return value.signum() < 0 ? MINUS + digits : digits;
    }

    /** The same with a power of ten where zeros would be many: 2.13e−6. */
    public static String brief(BigDecimal value) {
        int power = value.precision() - value.scale() - 1;
        if (value.signum() == 0 || power >= SMALLEST_POWER && power <= LARGEST_POWER) {
            return number(value);
        }
        return number(value.movePointLeft(power)) + "e" + (power < 0 ? MINUS : "") + Math.abs(power);
    }
}
