package grulab.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The course of training so far. Immutable.
 *
 * @param generation of the run, as in {@link Snapshot}; grows with every start and switch
 * @param points in order of batches, without gaps; old ones hold several batches each
 * @param last the last batch as it was, or null before the first
 * @param smoothed loss at the last batch: mean over it and the 20 before it; NaN before the first
 * @param clipped how many batches were clipped in all
 * @param rate of the last second of training
 * @param divergence where the line breaks off, or null
 */
public record MetricSeries(
        long generation,
        List<MetricPoint> points,
        @Nullable Metric last,
        double smoothed,
        long clipped,
        Rate rate,
        @Nullable Divergence divergence) {

    public static final MetricSeries NONE = new MetricSeries(0, List.of(), null, Double.NaN, 0, Rate.NONE, null);

    public MetricSeries {
        points = List.copyOf(points);
    }

    /** Batches trained. */
    public long batches() {
        return last == null ? 0 : last.batch();
    }
}
