package grulab.engine.whatif;

import grulab.model.Weights;

/** The linear head with softmax and cross-entropy. */
final class Head {
    private final int outputs;
    private final double[] w;
    private final double[] b;

    /** What one step makes of its target: ∂ of its loss/∂logits [O]; shared by all steps of a pass. */
    private final double[] logits;

    Head(Weights all) {
        outputs = all.outputs();
        w = all.get("W_hq");
        b = all.has("b_q") ? all.get("b_q") : new double[outputs];
        logits = new double[outputs];
    }

    /** −ln p of the target for h [H] from a place of an array on; p − target is written to slopes [O] at another. */
    double loss(double[] h, int from, int hidden, int target, double[] slopes, int at) {
        System.arraycopy(b, 0, logits, 0, outputs);
        Products.addTransposed(w, h, from, hidden, logits);
        double top = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            top = Math.max(top, logit);
        }
        double total = 0;
        for (int o = 0; o < outputs; o++) {
            slopes[at + o] = Math.exp(logits[o] - top);
            total += slopes[at + o];
        }
        for (int o = 0; o < outputs; o++) {
            slopes[at + o] /= total;
        }
        slopes[at + target] -= 1;
        return Math.log(total) + top - logits[target];
    }

    /** sent += W_hq d / steps, d [O] at a place of slopes: the step's share of ∂L/∂h. */
    void back(double[] slopes, int at, int steps, double[] sent) {
        for (int k = 0; k < sent.length; k++) {
            sent[k] += Products.dot(w, k * outputs, slopes, at, outputs) / steps;
        }
    }
}
