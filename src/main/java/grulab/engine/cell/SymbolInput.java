package grulab.engine.cell;

import grulab.engine.math.ColumnSums;
import grulab.engine.math.Matrix;
import grulab.engine.math.Products;

/** One-hot vectors by their class number: a product with one is the read of a row, its gradient a sum into that row. */
public final class SymbolInput implements CellInput {
    /** Class number of each row [T·B]; to be written before each window. */
    public final int[] symbols;

    private final float[] row;
    /** [V][H], made for the first gradient: a window that is only watched needs none. */
    private float[][] sums = new float[0][];

    private final ColumnSums columns;

    /**
     * @param rows T·B
     * @param hidden H
     */
    public SymbolInput(int rows, int hidden) {
        symbols = new int[rows];
        row = new float[hidden];
        columns = new ColumnSums(hidden);
    }

    @Override
    public void project(Matrix weight, float[] bias, Matrix out, Products products) {
        int n = row.length;
        for (int i = 0; i < symbols.length; i++) {
            System.arraycopy(weight.values, symbols[i] * n, row, 0, n);
            add(row, bias, n);
            System.arraycopy(row, 0, out.values, i * n, n);
        }
    }

    @Override
    public void gradient(Matrix argument, Matrix gradient, Products products) {
        if (sums.length != gradient.rows) {
            sums = new float[gradient.rows][gradient.columns];
        }
        columns.bySymbol(argument, symbols, sums);
        for (int s = 0; s < sums.length; s++) {
            System.arraycopy(sums[s], 0, gradient.values, s * row.length, row.length);
        }
    }

    private static void add(float[] sum, float[] term, int n) {
        for (int j = 0; j < n; j++) {
            sum[j] += term[j];
        }
    }
}
