package grulab.control;

import java.util.ArrayList;
import java.util.List;

/**
 * How losses become heights: as loss or as perplexity, on a linear or a logarithmic axis. The data stay losses in
 * nats; perplexity only writes other numbers beside the axis.
 *
 * @param low loss at the lower end of the axis
 * @param high loss at the upper end
 */
record LossScale(boolean perplexity, boolean logarithmic, double low, double high) {
    private static final double[] FINE = {1, 1.5, 2, 3, 4, 5, 7};
    private static final double[] ROUGH = {1, 2, 4};
    private static final double[] ROUGHER = {1, 3};
    private static final double[] ROUGHEST = {1};
    /** A loss below this is drawn at this: a logarithm has no 0. */
    private static final double LEAST = 1e-4;

    /** An axis with round ends around losses from least to greatest. */
    static LossScale around(double least, double greatest, boolean perplexity, boolean logarithmic) {
        double from = Math.max(LEAST, least);
        double to = Math.max(from * 1.05, greatest);
        LossScale raw = new LossScale(perplexity, logarithmic, from, to);
        double low = raw.shown(from);
        double high = raw.shown(to);
        if (logarithmic) {
            return new LossScale(perplexity, true, raw.loss(below(low)), raw.loss(above(high)));
        }
        double step = step(high - (perplexity ? 1 : 0), 4);
        double foot = perplexity ? 1 : 0;
        double top = Math.ceil(high / step - 1e-9) * step;
        return new LossScale(perplexity, false, raw.loss(foot), raw.loss(top));
    }

    /** Distance from the lower end as a share of the axis; beyond the ends also below 0 and above 1. */
    double share(double loss) {
        double from = place(low);
        return (place(Math.max(loss, logarithmic ? LEAST : 0)) - from) / (place(high) - from);
    }

    /** Number beside the axis for a loss. */
    double shown(double loss) {
        return perplexity ? Math.exp(loss) : loss;
    }

    private double loss(double shown) {
        return perplexity ? Math.log(shown) : shown;
    }

    private double place(double loss) {
        return logarithmic ? Math.log(shown(loss)) : shown(loss);
    }

    /** Losses at which the axis has a number, so many that they do not stand closer than allowed. */
    List<Double> ticks(double height, double apart) {
        for (double[] steps : List.of(FINE, ROUGH, ROUGHER, ROUGHEST)) {
            List<Double> ticks = logarithmic ? logarithmicTicks(steps) : linearTicks(height, apart);
            if (fit(ticks, height, apart)) {
                return ticks;
            }
        }
        return List.of(low, high);
    }

    private boolean fit(List<Double> ticks, double height, double apart) {
        for (int i = 1; i < ticks.size(); i++) {
            if ((share(ticks.get(i)) - share(ticks.get(i - 1))) * height < apart) {
                return false;
            }
        }
        return true;
    }

    private List<Double> logarithmicTicks(double[] steps) {
        List<Double> ticks = new ArrayList<>();
        double from = shown(low) * (1 - 1e-9);
        double to = shown(high) * (1 + 1e-9);
        for (double decade = Math.pow(10, Math.floor(Math.log10(from))); decade <= to; decade *= 10) {
            for (double step : steps) {
                double value = step * decade;
                if (value >= from && value <= to) {
                    ticks.add(loss(value));
                }
            }
        }
        return ticks;
    }

    private List<Double> linearTicks(double height, double apart) {
        List<Double> ticks = new ArrayList<>();
        double to = shown(high);
        double step = step(to, (int) Math.max(1, Math.min(5, height / apart)));
        double first = perplexity ? step : 0;
        if (perplexity) {
            ticks.add(0.0);
        }
        for (double value = first; value <= to * (1 + 1e-9); value += step) {
            if (!perplexity || value > 1) {
                ticks.add(loss(value));
            }
        }
        return ticks;
    }

    /** A round step, of which about so many make a length. */
    static double step(double length, int about) {
        double raw = length / about;
        double decade = Math.pow(10, Math.floor(Math.log10(raw)));
        for (double step : new double[] {1, 2, 2.5, 5}) {
            if (step * decade >= raw * (1 - 1e-9)) {
                return step * decade;
            }
        }
        return 10 * decade;
    }

    private static double below(double value) {
        double decade = Math.pow(10, Math.floor(Math.log10(value * (1 + 1e-9))));
        double best = decade;
        for (double step : FINE) {
            best = step * decade <= value * (1 + 1e-9) ? step * decade : best;
        }
        return best;
    }

    private static double above(double value) {
        double decade = Math.pow(10, Math.floor(Math.log10(value * (1 - 1e-9))));
        for (double step : FINE) {
            if (step * decade >= value * (1 - 1e-9)) {
                return step * decade;
            }
        }
        return 10 * decade;
    }
}
