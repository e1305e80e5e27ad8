package grulab.control;

import grulab.model.CellType;
import grulab.model.Quantity;
import grulab.model.StepTrace;
import grulab.model.UpdateMeaning;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** By what units are put in order. */
public enum UnitSorting {
    INDEX,
    /** Those that keep most of their past, averaged over the window, come first. */
    SLOW_TO_FAST,
    /** Those whose state varies most over the window come first. */
    MOST_VARYING;

    /** Up to here all units are told apart at a glance, and their number is the order to start with. */
    private static final int FEW = 48;

    public static UnitSorting startingWith(int hidden) {
        return hidden <= FEW ? INDEX : MOST_VARYING;
    }

    /** The orders that a cell has: a cell without a gate keeps nothing by design, so no unit of it is slow. */
    static List<UnitSorting> of(CellType cell) {
        return cell == CellType.RNN ? List.of(INDEX, MOST_VARYING) : List.of(values());
    }

    /** All units in this order; equal ones, and ones with broken numbers at the end, by their number. */
    public UnitOrder sort(StepTrace trace) {
        int hidden = trace.hidden();
        double[] rank = new double[hidden];
        for (int i = 0; i < hidden; i++) {
            double value = this == INDEX ? 0 : this == SLOW_TO_FAST ? kept(trace, i) : variance(trace, i);
            rank[i] = Double.isNaN(value) ? Double.POSITIVE_INFINITY : -value;
        }
        return UnitOrder.of(IntStream.range(0, hidden)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> rank[i]))
                .mapToInt(i -> i)
                .toArray());
    }

    /** What of the past the gate lets stay: z or 1 − z of a GRU, f of an LSTM. */
    private static double kept(StepTrace trace, int unit) {
        boolean gru = trace.cell() == CellType.GRU;
        double mean = Arrays.stream(series(trace, gru ? Quantity.UPDATE : Quantity.FORGET, unit))
                .average()
                .orElse(0);
        return gru && trace.convention().update() == UpdateMeaning.ADMIT ? 1 - mean : mean;
    }

    private static double variance(StepTrace trace, int unit) {
        double[] h = series(trace, Quantity.STATE, unit);
        double mean = Arrays.stream(h).average().orElse(0);
        return Arrays.stream(h).map(v -> (v - mean) * (v - mean)).sum();
    }

    private static double[] series(StepTrace trace, Quantity quantity, int unit) {
        return IntStream.range(0, trace.steps())
                .mapToDouble(t -> trace.at(quantity, t, unit))
                .toArray();
    }
}
