package grulab.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/**
 * How long each unit keeps what it has, and how far its gates are from the middle, over the window of a trace. A cell
 * without gates has neither.
 *
 * @param halfLives in steps [H]: ln ½ / ln of the geometric mean of what keeps the past, z or 1 − z of a GRU, f of an LSTM; 0 if
 *     a gate let go of everything once, infinite if it kept all throughout, NaN for broken numbers; empty without gates
 * @param saturations one per gate, in order of computation; empty without gates
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once and never written
public record UnitMemory(double[] halfLives, List<Saturation> saturations) {
    /** Below this a gate counts as closed. */
    public static final double CLOSED = 0.1;
    /** Above this a gate counts as open. */
    public static final double OPEN = 0.9;

    public UnitMemory {
        saturations = List.copyOf(saturations);
    }

    /**
     * The shares of a gate's values at either end.
     *
     * @param closed share of the steps below {@link UnitMemory#CLOSED} [H]
     * @param open share of the steps above {@link UnitMemory#OPEN} [H]
     */
    public record Saturation(Quantity gate, double[] closed, double[] open) {}

    public static UnitMemory of(StepTrace trace) {
        return switch (trace.cell()) {
            case GRU ->
                new UnitMemory(
                        halfLives(trace, Quantity.UPDATE, trace.convention().update() == UpdateMeaning.ADMIT),
                        saturations(trace, Quantity.RESET, Quantity.UPDATE));
            case LSTM ->
                new UnitMemory(
                        halfLives(trace, Quantity.FORGET, false),
                        saturations(trace, Quantity.INPUT, Quantity.FORGET, Quantity.OUTPUT));
            case RNN -> new UnitMemory(new double[0], List.of());
        };
    }

    private static double[] halfLives(StepTrace trace, Quantity gate, boolean admits) {
        double[] all = new double[trace.hidden()];
        for (int unit = 0; unit < all.length; unit++) {
            double log = 0;
            for (int t = 0; t < trace.steps(); t++) {
                double value = trace.at(gate, t, unit);
                log += Math.log(admits ? 1 - value : value);
            }
            all[unit] = log == 0 ? Double.POSITIVE_INFINITY : Math.log(0.5) / (log / trace.steps());
        }
        return all;
    }

    private static List<Saturation> saturations(StepTrace trace, Quantity... gates) {
        List<Saturation> all = new ArrayList<>();
        for (Quantity gate : gates) {
            double[] closed = new double[trace.hidden()];
            double[] open = new double[trace.hidden()];
            for (int unit = 0; unit < trace.hidden(); unit++) {
                closed[unit] = share(trace, gate, unit, v -> v < CLOSED);
                open[unit] = share(trace, gate, unit, v -> v > OPEN);
            }
            all.add(new Saturation(gate, closed, open));
        }
        return all;
    }

    private static double share(StepTrace trace, Quantity gate, int unit, DoublePredicate counts) {
        long counted = IntStream.range(0, trace.steps())
                .filter(t -> counts.test(trace.at(gate, t, unit)))
                .count();
        return (double) counted / trace.steps();
    }
}
