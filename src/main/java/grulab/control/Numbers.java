package grulab.control;

import grulab.model.arithmetic.Digits;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as they are printed: a real minus sign, thousands apart by a thin space, the same in every language. */
public final class Numbers {
    /** U+2212, as wide as a plus. */
    public static final char MINUS = '\u2212';
    /** U+2009 */
    public static final char THIN_SPACE = '\u2009';

    private Numbers() {}

    /** A fixed count of decimals; what rounds to zero has no sign. */
    public static String fixed(double value, int decimals) {
        return Digits.fixed(value, decimals);
    }

    /** In the room of 0.25 or −0.25: two decimals, fewer where whole digits take their place: −10.4, 104. */
    public static String narrow(double value) {
        double size = Math.abs(value);
        return fixed(value, size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2);
    }

    /** A power as it is set after its base: ⁻³. */
    static String superscript(int power) {
        String digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";
        StringBuilder text = new StringBuilder(power < 0 ? "⁻" : "");
        String.valueOf(Math.abs(power)).chars().forEach(c -> text.append(digits.charAt(c - '0')));
        return text.toString();
    }

    /** The smallest number of one digit that is not below a size: 2·10⁻¹⁵, 0.04. */
    public static String bound(double size) {
        if (!Double.isFinite(size) || size == 0) {
            return size == 0 ? "0" : Digits.special(size);
        }
        BigDecimal up = BigDecimal.valueOf(Math.abs(size)).round(new MathContext(1, RoundingMode.UP));
        int power = up.precision() - up.scale() - 1;
        return power < -3
                ? up.movePointLeft(power).setScale(0, RoundingMode.UNNECESSARY) + "\u00b710" + superscript(power)
                : up.toPlainString();
    }

    /** How large something is at most, as a relation: "= 0", "≤ 2·10⁻¹⁵". */
    public static String atMost(double size) {
        return size == 0 ? "= 0" : "\u2264 " + bound(size);
    }

    /** A whole number with thin spaces: 1 240. */
    public static String count(long value) {
        return minus(String.format(Locale.ROOT, "%,d", value).replace(',', THIN_SPACE));
    }

    /** In little room: two digits that count, no zero before the point: .08, .0031, 2.1e−6, 1.25, 340. */
    public static String brief(double value) {
        if (!Double.isFinite(value)) {
            return Digits.special(value);
        }
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (size < 1e-4 || size >= 99_999.5) {
            return minus(String.format(Locale.ROOT, "%.1e", value)
                    .replaceAll("e([+-])0*(\\d)", "e$1$2")
                    .replace("e+", "e"));
        }
        int decimals = size >= 99.5 ? 0 : size >= 9.95 ? 1 : size >= 0.00995 ? 2 : 4;
        return fixed(value, decimals).replaceFirst("^(\\D?)0\\.", "$1.");
    }

    /** So many digits that count, with a power of ten where zeros before or after them would be many. */
    public static String significant(double value, int digits) {
        if (!Double.isFinite(value) || value == 0) {
            return value == 0 ? "0" : Digits.special(value);
        }
        BigDecimal rounded = Digits.significant(value, digits);
        int power = rounded.precision() - rounded.scale() - 1;
        if (power < -4 || power >= digits + 3) {
            return minus(rounded.movePointLeft(power).setScale(digits - 1).toPlainString() + "e" + power);
        }
        return minus(rounded.setScale(Math.max(0, digits - 1 - power), RoundingMode.UNNECESSARY)
                .toPlainString());
    }

    private static String minus(String text) {
        return text.replace('-', MINUS);
    }
}
