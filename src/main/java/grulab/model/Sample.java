package grulab.model;

/**
 * Text that the model wrote.
 *
 * @param prefix what it was given, part of the text that it learns
 * @param text what it wrote after that
 * @param batch batches trained when it wrote this
 * @param temperature that divided the logits
 */
public record Sample(String prefix, String text, long batch, double temperature) {}
