package grulab.control;

import grulab.model.CellType;
import grulab.model.Quantity;
import grulab.model.StepTrace;
import grulab.model.UnitMemory;
import grulab.model.UpdateMeaning;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** By what units are put in order. */
public enum UnitSorting {
    INDEX,
    /** Those that keep most of their past, averaged over the window, come first. */
    SLOW_TO_FAST,
    /** Those whose state varies most over the window come first. */
    MOST_VARYING,
    /** Those that keep half of what they have for the longest time come first. */
    HALF_LIFE,
    /** Those whose gates are most often below 0.1 or above 0.9 come first, all gates taken together. */
    SATURATION,
    /** Those whose states rise and fall together over the window stand together. */
    SIMILARITY;

    /** Up to here all units are told apart at a glance, and their number is the order to start with. */
    private static final int FEW = 48;

    public static UnitSorting startingWith(int hidden) {
        return hidden <= FEW ? INDEX : MOST_VARYING;
    }

    /** The orders that a cell has: a cell without a gate keeps nothing by design, so no unit of it is slow or saturated. */
    public static List<UnitSorting> of(CellType cell) {
        return cell == CellType.RNN ? List.of(INDEX, MOST_VARYING, SIMILARITY) : List.of(values());
    }

    /** All units in this order; equal ones, and ones with broken numbers at the end, by their number. */
    public UnitOrder sort(StepTrace trace) {
        return switch (this) {
            case INDEX -> UnitOrder.index(trace.hidden());
            case SLOW_TO_FAST -> falling(trace.hidden(), i -> kept(trace, i));
            case MOST_VARYING -> falling(trace.hidden(), i -> variance(trace, i));
            case HALF_LIFE -> halfLives(trace);
            case SATURATION -> falling(trace.hidden(), saturation(trace));
            case SIMILARITY -> UnitOrder.of(Seriation.of(trace.of(Quantity.STATE), trace.steps(), trace.hidden()));
        };
    }

    /** The largest first. */
    private static UnitOrder falling(int hidden, IntToDoubleFunction value) {
        double[] rank = IntStream.range(0, hidden)
                .mapToDouble(value)
                .map(v -> Double.isNaN(v) ? Double.POSITIVE_INFINITY : -v)
                .toArray();
        return UnitOrder.of(IntStream.range(0, hidden)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> rank[i]))
                .mapToInt(i -> i)
                .toArray());
    }

    private static UnitOrder halfLives(StepTrace trace) {
        double[] all = UnitMemory.of(trace).halfLives();
        return falling(trace.hidden(), i -> all[i]);
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

    /** The share of values at either end over all gates; NaN where a gate has a number that is none. */
    private static IntToDoubleFunction saturation(StepTrace trace) {
        List<UnitMemory.Saturation> gates = UnitMemory.of(trace).saturations();
        return unit -> gates.stream()
                .mapToDouble(g -> Arrays.stream(series(trace, g.gate(), unit)).allMatch(Double::isFinite)
                        ? g.closed()[unit] + g.open()[unit]
                        : Double.NaN)
                .sum();
    }

    private static double[] series(StepTrace trace, Quantity quantity, int unit) {
        return IntStream.range(0, trace.steps())
                .mapToDouble(t -> trace.at(quantity, t, unit))
                .toArray();
    }
}
