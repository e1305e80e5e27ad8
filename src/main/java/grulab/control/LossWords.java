package grulab.control;

import grulab.model.Prediction;
import java.util.Comparator;
import java.util.stream.IntStream;

/** What a prediction says in letters and digits. */
final class LossWords {
    private static final int MOST_DIGITS = 6;

    private LossWords() {}

    /**
     * "−ln 0.403 =" and "0.91": as few digits as give, worked out as printed, the printed loss; "≈" if none do.
     *
     * @return the sum, and the loss
     */
    static String[] of(double probability, double loss) {
        String printed = Numbers.fixed(loss, 2);
        for (int digits = 2; digits <= MOST_DIGITS; digits++) {
            String p = probability(probability, digits);
            double again = -Math.log(Double.parseDouble(p.replace(Numbers.MINUS, '-')));
            if (Double.isFinite(loss) && Numbers.fixed(again, 2).equals(printed)) {
                return new String[] {sum(p) + " =", printed};
            }
        }
        return new String[] {sum(probability(probability, 2)) + " \u2248", printed};
    }

    private static String sum(String p) {
        return Numbers.MINUS + "ln " + p;
    }

    /** Decimals, as long as there are few zeros in front. */
    private static String probability(double p, int digits) {
        return p >= 0.005 || !Double.isFinite(p) ? Numbers.fixed(p, digits) : Numbers.significant(p, digits);
    }

    /** Above a bar. */
    static String probability(double p) {
        return p > 0 && p < 0.005 ? "<0.01" : Numbers.fixed(p, 2);
    }

    /** The most likely symbols, equal ones by number; the actual one takes the last place if it is not among them. */
    static int[] likeliest(Prediction p, int count) {
        int[] all = IntStream.range(0, p.probabilities().length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -p.probabilities()[i]))
                .limit(count)
                .mapToInt(i -> i)
                .toArray();
        if (IntStream.of(all).noneMatch(i -> i == p.target())) {
            all[count - 1] = p.target();
        }
        return all;
    }

    /** Blanks as signs that can be seen. */
    static String visible(String symbol) {
        return switch (symbol) {
            case " " -> "\u2423";
            case "\n" -> "\u21b5";
            case "\t" -> "\u21e5";
            default -> symbol;
        };
    }
}
