package grulab.model;

/**
 * One batch of training.
 *
 * @param batch from 1
 * @param epoch from 1
 * @param loss mean cross-entropy before the update, nats per token; not finite if training diverged here
 * @param gradientNorm global L2 norm before clipping
 * @param clipped whether the norm exceeded the limit
 * @param seconds of training so far, pauses left out
 */
public record Metric(long batch, int epoch, double loss, double gradientNorm, boolean clipped, double seconds) {
    /** exp(loss). */
    public double perplexity() {
        return Math.exp(loss);
    }
}
