package grulab.engine.cell;

import grulab.engine.math.Kernels;
import grulab.engine.math.Strips;
import java.util.Arrays;

/** One-hot vectors by their class number: a product with one is the read of a row, its gradient a sum into that row. */
public final class SymbolInput implements CellInput {
    /** Class number of each row [T·B]; to be written before each window. */
    public final int[] symbols;

    private final CellWeights weights;

    /** @param rows T·B */
    public SymbolInput(CellWeights weights, int rows) {
        this.weights = weights;
        symbols = new int[rows];
    }

    @Override
    public void prepare(CellWeights all, Kernels kernels) {}

    @Override
    public Strips table() {
        return weights.w;
    }

    @Override
    public int[] rows() {
        return symbols;
    }

    @Override
    public void gradient(Kernels kernels, Strips arguments, int from, Strips dW, int s, float[] sum, int at) {
        Arrays.fill(dW.a, dW.at(0, s), dW.at(dW.rows, s), 0);
        kernels.scatter(arguments, from, symbols, symbols.length, dW, s, sum, at);
    }
}
