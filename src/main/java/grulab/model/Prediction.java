package grulab.model;

/**
 * What the head says at one step about the symbol that follows.
 *
 * @param logits one per symbol [O]: h W_hq + b_q
 * @param probabilities softmax of the logits [O]
 * @param target the symbol that did follow
 * @param loss −ln of its probability, in nats
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once and never written
public record Prediction(double[] logits, double[] probabilities, int target, double loss) {}
