package grulab.model;

/** Cross-entropies that need no network, nats per token, of the very text that is trained on. */
public record Baselines(double uniform, double unigram, double bigram) {}
