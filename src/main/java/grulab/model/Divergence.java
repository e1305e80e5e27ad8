package grulab.model;

/**
 * Training that ran away.
 *
 * @param batch whose loss or gradient was not finite, from 1; it changed no weight
 * @param loss of that batch, mostly NaN or ∞
 * @param lastGood batches trained when the weights were last known to be good: training stands there again
 */
public record Divergence(long batch, double loss, long lastGood) {}
