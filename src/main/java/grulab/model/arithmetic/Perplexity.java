package grulab.model.arithmetic;

import java.math.BigDecimal;

/** A perplexity, e to the loss, as it is printed beside the loss. */
public final class Perplexity {
    private static final int FEWEST_DIGITS = 2;
    /** So large that nobody reads its digits. */
    private static final double LARGE = 1e6;

    private Perplexity() {}

    /**
     * As many digits as the loss has decimals, or as many fewer as e to the printed loss has too; "≈" if not even two.
     *
     * @param loss nats per token
     * @param decimals that the loss is printed with
     */
    public static String of(double loss, int decimals) {
        double perplexity = Math.exp(loss);
        if (!Double.isFinite(perplexity)) {
            return Digits.special(perplexity);
        }
        double again = Math.exp(Digits.rounded(loss, decimals).doubleValue());
        for (int digits = Math.max(FEWEST_DIGITS, decimals); digits >= FEWEST_DIGITS; digits--) {
            if (Digits.significant(perplexity, digits).compareTo(Digits.significant(again, digits)) == 0) {
                return printed(perplexity, digits);
            }
        }
        return "≈ " + printed(perplexity, FEWEST_DIGITS);
    }

    /** Digits that are not known before the point are zeros: 1200. */
    private static String printed(double perplexity, int digits) {
        BigDecimal rounded = Digits.significant(perplexity, digits);
        BigDecimal whole = rounded.scale() < 0 && perplexity < LARGE ? rounded.setScale(0) : rounded;
        int missing = digits - rounded.precision();
        return Digits.brief(missing > 0 ? whole.setScale(whole.scale() + missing) : whole);
    }
}
