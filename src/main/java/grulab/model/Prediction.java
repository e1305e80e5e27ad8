package grulab.model;

import java.util.Arrays;

/**
 * What the head says at one step about the symbol that follows.
 *
 * @param logits one per symbol [O]: h W_hq + b_q
 * @param probabilities softmax of the logits [O]
 * @param target the symbol that did follow
 * @param loss −ln of its probability, in nats
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once and never written
public record Prediction(double[] logits, double[] probabilities, int target, double loss) {

    /**
     * What the head makes in float64 of the state after step t, from 0.
     *
     * @throws IllegalArgumentException if the weights have no head
     */
    public static Prediction of(Snapshot snapshot, int t) {
        Weights w = snapshot.weights();
        if (w.outputs() == 0) {
            throw new IllegalArgumentException("without a head, W_hq, nothing is said of the next symbol");
        }
        double[] weight = w.get("W_hq");
        double[] logits = new double[w.outputs()];
        for (int k = 0; k < w.hidden(); k++) {
            double h = snapshot.trace().at(Quantity.STATE, t, k);
            for (int o = 0; o < logits.length; o++) {
                logits[o] += h * weight[k * logits.length + o];
            }
        }
        for (int o = 0; o < logits.length; o++) {
            logits[o] += w.bias("b_q", o);
        }
        // the largest is taken off first, so that nothing overflows
        double top = Arrays.stream(logits).max().orElseThrow();
        double[] p = Arrays.stream(logits).map(y -> Math.exp(y - top)).toArray();
        double total = Arrays.stream(p).sum();
        for (int o = 0; o < p.length; o++) {
            p[o] /= total;
        }
        int target = snapshot.passage().targets()[t];
        return new Prediction(logits, p, target, Math.log(total) + top - logits[target]);
    }
}
