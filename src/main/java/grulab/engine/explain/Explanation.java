package grulab.engine.explain;

import grulab.model.StepTrace;
import grulab.model.Weights;
import grulab.model.arithmetic.Line;
import java.util.List;

/**
 * The arithmetic of one unit at one step, such that the printed numbers close on a pocket calculator: every line has
 * the fewest decimals d in 2 … 5, one d for all, for which the printed terms, worked out again, round to the printed
 * result.
 *
 * @param t from 0
 * @param unit from 0
 * @param lines in the order r, n (h̃), z, h of a GRU; i, f, g, o, c, h of an LSTM; h of an RNN
 */
public record Explanation(int t, int unit, List<Line> lines) {
    private static final int FEWEST = 2;
    private static final int MOST = 5;

    public Explanation {
        lines = List.copyOf(lines);
    }

    /**
     * The arithmetic of one unit at step t, both from 0.
     *
     * @param trace what the engine computed
     * @param w the weights that made it
     * @param x input of the step [I], one-hot for a symbol
     */
    public static Explanation of(StepTrace trace, int t, Weights w, double[] x, int unit) {
        List<OpenLine> lines = UnitStep.of(trace, t, w, x, unit).lines();
        int decimals = FEWEST;
        while (decimals < MOST && !allClose(lines, decimals)) {
            decimals++;
        }
        int shown = decimals;
        return new Explanation(
                t, unit, lines.stream().map(line -> line.shown(shown)).toList());
    }

    private static boolean allClose(List<OpenLine> lines, int decimals) {
        return lines.stream().allMatch(line -> line.closes(decimals));
    }

    /** The line of a symbol. */
    public Line line(String symbol) {
        return lines.stream()
                .filter(line -> line.symbol().equals(symbol))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no line " + symbol));
    }
}
