package grulab.model;

/**
 * One batch, or several that follow one another and have grown too many to be shown one by one.
 *
 * @param first batch, from 1
 * @param last batch; the same as first for a single one
 * @param least smallest loss among them, nats per token
 * @param greatest largest loss
 * @param mean loss
 * @param smoothed mean over the batches of: the mean loss of 20 batches either side, as many as there are at the ends
 * @param steepest largest gradient norm before clipping
 * @param clipped how many were clipped
 */
public record MetricPoint(
        long first,
        long last,
        double least,
        double greatest,
        double mean,
        double smoothed,
        double steepest,
        int clipped) {

    public long count() {
        return last - first + 1;
    }

    /** The same values, said of fewer batches. */
    public MetricPoint upTo(long batch) {
        return new MetricPoint(first, batch, least, greatest, mean, smoothed, steepest, clipped);
    }
}
