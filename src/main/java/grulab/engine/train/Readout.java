package grulab.engine.train;

import grulab.engine.cell.Parameter;
import grulab.engine.math.ColumnSums;
import grulab.engine.math.Matrix;
import grulab.engine.math.Products;
import org.jspecify.annotations.Nullable;

/** The linear head over all T·B rows of a window: logits = h W_hq + b_q, and the mean softmax cross-entropy. */
final class Readout {
    private final Parameter weight;
    private final @Nullable Parameter bias;
    private final Products products;
    /** [T·B × O] */
    final Matrix logits;

    private final Matrix dLogits;
    private final ColumnSums sums;

    Readout(Parameter weight, @Nullable Parameter bias, Products products, int rows) {
        this.weight = weight;
        this.bias = bias;
        this.products = products;
        int outputs = weight.value.columns;
        logits = new Matrix(rows, outputs);
        dLogits = new Matrix(rows, outputs);
        sums = new ColumnSums(outputs);
    }

    void forward(Matrix state) {
        products.product(state, weight.value, logits);
        Parameter b = bias;
        if (b == null) {
            return;
        }
        int outputs = logits.columns;
        for (int i = 0; i < logits.rows; i++) {
            for (int j = 0; j < outputs; j++) {
                logits.values[i * outputs + j] += b.value.values[j];
            }
        }
    }

    /**
     * Mean cross-entropy in nats, after {@link #forward}; keeps its gradient for {@link #backward}.
     *
     * @param targets class number of each row
     */
    double loss(int[] targets) {
        int outputs = logits.columns;
        float share = 1f / logits.rows;
        double loss = 0;
        for (int i = 0; i < logits.rows; i++) {
            int at = i * outputs;
            float top = Float.NEGATIVE_INFINITY;
            for (int j = at; j < at + outputs; j++) {
                top = Math.max(top, logits.values[j]);
            }
            float total = 0;
            for (int j = at; j < at + outputs; j++) {
                float e = (float) Math.exp(logits.values[j] - top);
                dLogits.values[j] = e;
                total += e;
            }
            float scale = share / total;
            for (int j = at; j < at + outputs; j++) {
                dLogits.values[j] *= scale;
            }
            int target = at + targets[i];
            dLogits.values[target] -= share;
            loss += Math.log(total) + top - logits.values[target];
        }
        return loss / logits.rows;
    }

    /** dState ← the output's share of ∂L/∂h. */
    void backward(Matrix dState) {
        products.rightTransposed(dLogits, weight.value, dState);
    }

    void gradients(Matrix state) {
        products.leftTransposed(state, dLogits, weight.gradient);
        if (bias != null) {
            sums.all(dLogits, bias.gradient.values);
        }
    }
}
