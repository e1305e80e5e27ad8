package grulab.engine.train;

import grulab.engine.math.Kernels;
import grulab.engine.math.Strips;

/** The linear head over all T·B rows of a window, and the mean softmax cross-entropy. */
final class Readout {
    /** Floats of logits that are worked on at a time: they stay in the second-level cache. */
    private static final int BLOCK = 32 * 1024;

    private final HeadWeights weights;
    private final int batch;
    private final int rows;
    /** [T·B × O]; after {@link #loss} ∂L/∂logits. */
    private final Strips logits;
    /** Σ −ln p over eight rows each, so that the sum does not depend on who computed them. */
    private final double[] losses;

    /** @param rows T·B */
    Readout(HeadWeights weights, int batch, int rows) {
        this.weights = weights;
        this.batch = batch;
        this.rows = rows;
        logits = new Strips(rows, weights.weight.columns, weights.weight.lanes);
        losses = new double[(rows + Kernels.ROWS - 1) / Kernels.ROWS];
    }

    /** Logits of all rows, [T·B][O] row after row; h has B rows more before them. */
    float[] logits(Kernels by, Strips h) {
        Strips w = weights.weight;
        by.keep(w);
        by.product(h, batch, 0, h.columns, w, 0, 0, logits, 0, 0, rows, w.count, false);
        float[] out = logits.rowMajor(0, rows);
        for (int i = 0; i < out.length; i++) {
            out[i] += weights.bias.a[i % w.columns];
        }
        return out;
    }

    /** A part's rows from their states to their loss, and to what flows back to the states. */
    void loss(Kernels by, int part, int parts, int[] targets, Strips h, Strips dState) {
        by.keep(weights.weight);
        by.keep(weights.back);
        int end = Kernels.share(part + 1, parts, rows);
        int block = Math.max(1, BLOCK / logits.columns / Kernels.ROWS) * Kernels.ROWS;
        for (int row = Kernels.share(part, parts, rows); row < end; row += block) {
            block(by, row, Math.min(block, end - row), targets, h, dState);
        }
    }

    private void block(Kernels by, int row, int count, int[] targets, Strips h, Strips dState) {
        Strips w = weights.weight;
        Strips back = weights.back;
        by.product(h, row + batch, 0, h.columns, w, 0, 0, logits, row, 0, count, w.count, false);
        for (int i = row; i < row + count; i += Kernels.ROWS) {
            int some = Math.min(Kernels.ROWS, row + count - i);
            losses[i / Kernels.ROWS] = by.crossEntropy(logits, weights.bias.a, targets, i, some, 1f / rows);
        }
        by.product(logits, row, 0, w.columns, back, 0, 0, dState, row, 0, count, back.count, false);
    }

    /** Mean cross-entropy in nats, after every part's {@link #loss}. */
    double loss() {
        double sum = 0;
        for (double loss : losses) {
            sum += loss;
        }
        return sum / rows;
    }

    /** A part of the gradients of W_hq and b_q. */
    void gradients(Kernels by, int part, int parts, Strips h) {
        Strips dW = weights.dWeight;
        int from = Kernels.share(part, parts, dW.rows);
        int to = Kernels.share(part + 1, parts, dW.rows);
        by.gradient(h, batch, from, to, logits, 0, 0, dW, 0, dW.count, rows);
        for (int s = part; s < logits.count && weights.hasBias; s += parts) {
            by.columnSum(logits, s, rows, weights.dBias.a, s * logits.lanes);
        }
    }
}
