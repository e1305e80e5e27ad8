package grulab.engine.cell;

import grulab.engine.math.Kernels;
import grulab.engine.math.Strips;
import java.util.Arrays;

/** Input vectors of any numbers: W x is computed for all rows before the window is read. */
public final class DenseInput implements CellInput {
    /** [T·B × I] */
    public final Strips x;

    private final Strips projected;
    private final int[] own;

    /** @param values [T·B][I], row after row */
    public DenseInput(CellWeights weights, Kernels kernels, double[] values) {
        int inputs = weights.inputs;
        int rows = values.length / inputs;
        x = new Strips(rows, inputs, kernels.lanes(inputs));
        for (int i = 0; i < values.length; i++) {
            x.set(i / inputs, i % inputs, (float) values[i]);
        }
        projected = new Strips(rows, weights.w.columns, weights.w.lanes);
        own = new int[rows];
        Arrays.setAll(own, i -> i);
    }

    @Override
    public void prepare(CellWeights weights, Kernels kernels) {
        Strips w = weights.w;
        kernels.product(x, 0, 0, x.columns, w, 0, 0, projected, 0, 0, x.rows, w.count, false);
    }

    @Override
    public Strips table() {
        return projected;
    }

    @Override
    public int[] rows() {
        return own;
    }

    @Override
    public void gradient(Kernels kernels, Strips arguments, int from, Strips dW, int s, float[] sum, int at) {
        kernels.gradient(x, 0, 0, x.columns, arguments, 0, from, dW, s, 1, x.rows);
        kernels.columnSum(arguments, from, x.rows, sum, at);
    }
}
