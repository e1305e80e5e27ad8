package grulab.cli;

/**
 * Where training ends; the first that is met counts.
 *
 * @param epochs complete ones
 * @param perplexity of a complete epoch, 0 for none
 */
record StopAt(long epochs, long batches, double perplexity) {}
