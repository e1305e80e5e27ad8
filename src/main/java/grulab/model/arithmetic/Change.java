package grulab.model.arithmetic;

import java.math.BigDecimal;

/**
 * Two numbers and how far they are apart, as they are printed: taken from each other the printed numbers give the printed
 * difference.
 *
 * @param by signed; "≈ 0.00" where the numbers differ but what is printed of them does not
 * @param amount the same without its sign
 */
public record Change(String from, String to, String by, String amount) {
    /** @param decimals of all three */
    public static Change of(double from, double to, int decimals) {
        return of(from, to, decimals, decimals);
    }

    /** As many decimals as show that the two differ, from {@code least} up to {@code most}. */
    public static Change of(double from, double to, int least, int most) {
        if (!Double.isFinite(from) || !Double.isFinite(to)) {
            String apart = Digits.fixed(to - from, least);
            return new Change(Digits.fixed(from, least), Digits.fixed(to, least), apart, apart);
        }
        int decimals = least;
        while (decimals < most && from != to && by(from, to, decimals).signum() == 0) {
            decimals++;
        }
        BigDecimal by = by(from, to, decimals);
        String about = by.signum() == 0 && from != to ? "≈ " : "";
        return new Change(
                Digits.fixed(from, decimals),
                Digits.fixed(to, decimals),
                about + (by.signum() > 0 ? "+" : "") + Digits.number(by),
                about + Digits.number(by.abs()));
    }

    private static BigDecimal by(double from, double to, int decimals) {
        return Digits.rounded(to, decimals).subtract(Digits.rounded(from, decimals));
    }
}
