package grulab.model;

/**
 * Where training pauses by itself. Each part works on its own; the first that is met counts.
 *
 * @param batch pauses after this batch; 0 for none
 * @param perplexity pauses when the perplexity of the smoothed loss is this or less; 0 for none
 */
public record StopRule(long batch, double perplexity) {
    public static final StopRule NONE = new StopRule(0, 0);

    public StopRule {
        if (batch < 0) {
            throw new IllegalArgumentException("the batch to stop at must be at least 1, or 0 for none, not " + batch);
        }
        if (!(perplexity == 0 || (perplexity >= 1 && perplexity < Double.POSITIVE_INFINITY))) {
            throw new IllegalArgumentException(
                    "the perplexity to stop at must be at least 1, or 0 for none, not " + perplexity);
        }
    }
}
