package grulab.engine.explain;

import grulab.model.arithmetic.Line;
import java.util.List;

/**
 * How lines that are shown together are printed, so that they close on a pocket calculator.
 *
 * @param decimals the fewest from 2 to 5, the same for all lines, with which the printed terms, worked out again, round
 *     to the printed results
 * @param exponent gradients are in units of 10^exponent, in which the largest has one digit before the point
 */
record Closing(int decimals, int exponent) {
    private static final int FEWEST = 2;
    private static final int MOST = 5;
    /** From here on two decimals round up to 10.00. */
    private static final double TEN = 9.995;

    static Closing of(List<OpenLine> lines) {
        return new Closing(FEWEST, exponent(lines)).closing(lines);
    }

    /** So many more decimals as it takes. */
    private Closing closing(List<OpenLine> lines) {
        int more = decimals;
        while (more < MOST && !allClose(lines, more, exponent)) {
            more++;
        }
        return new Closing(more, exponent);
    }

    /** The lines printed so. */
    static List<Line> shown(List<OpenLine> lines) {
        Closing closing = of(lines);
        return lines.stream().map(closing::shown).toList();
    }

    static Line shownAlone(OpenLine line) {
        return of(List.of(line)).shown(line);
    }

    Line shown(OpenLine line) {
        return line.shown(decimals, exponent);
    }

    /** For another line that is shown beside these: no fewer decimals, and as many as it takes. */
    Closing with(OpenLine line) {
        return closing(List.of(line));
    }

    private static boolean allClose(List<OpenLine> lines, int decimals, int exponent) {
        return lines.stream().allMatch(line -> line.closes(decimals, exponent));
    }

    private static int exponent(List<OpenLine> lines) {
        double largest =
                lines.stream().mapToDouble(OpenLine::largestSlope).max().orElse(0);
        if (largest == 0) {
            return 0;
        }
        int exponent = (int) Math.floor(Math.log10(largest));
        return largest >= TEN * Math.pow(10, exponent) ? exponent + 1 : exponent;
    }
}
