package grulab.engine.cell;

import grulab.engine.math.Kernels;
import grulab.engine.math.Strips;

/** What a cell reads in one window of T · B rows, time-major: symbols, or vectors of any numbers. */
public interface CellInput {
    /** To be called before each window is read. */
    void prepare(CellWeights weights, Kernels kernels);

    /** Rows that W x of every step is found in, all gates side by side [· × gates·H]. */
    Strips table();

    /** Which row of the table belongs to each row of the window [T·B]. */
    int[] rows();

    /** Strip s of ∂L/∂W from that of the gates' arguments, and its column sums, which are the bias's gradient, to sum[at …]. */
    void gradient(Kernels kernels, Strips arguments, int from, Strips dW, int s, float[] sum, int at);
}
