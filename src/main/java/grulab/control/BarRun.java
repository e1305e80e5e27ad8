package grulab.control;

import java.util.ArrayList;
import java.util.List;

/** Signed bars laid end to end, each from where the one before ended; the last ends at the sum. */
record BarRun(List<Bar> bars) {
    private static final int STEP = 3;

    /** From where to where a summand leads, in units of the axis. */
    record Bar(double from, double to) {}

    BarRun {
        bars = List.copyOf(bars);
    }

    static BarRun of(List<Double> summands) {
        List<Bar> bars = new ArrayList<>();
        double sum = 0;
        for (double summand : summands) {
            bars.add(new Bar(sum, sum + summand));
            sum += summand;
        }
        return new BarRun(bars);
    }

    double sum() {
        return bars.isEmpty() ? 0 : bars.get(bars.size() - 1).to();
    }

    boolean finite() {
        return bars.stream().allMatch(b -> Double.isFinite(b.to()));
    }

    /** The end R of an axis −R … R: the smallest of 3, 6, 9 … that holds every partial sum. */
    static double reach(List<BarRun> runs) {
        double most = runs.stream()
                .filter(BarRun::finite)
                .flatMap(r -> r.bars.stream())
                .mapToDouble(b -> Math.abs(b.to()))
                .max()
                .orElse(0);
        return Math.max(1, Math.ceil(most / STEP)) * STEP;
    }
}
