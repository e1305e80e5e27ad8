package grulab.engine.cell;

import grulab.engine.math.Matrix;
import grulab.engine.math.Products;

/** Input vectors of any numbers. */
public final class DenseInput implements CellInput {
    /** [T·B × I] */
    public final Matrix x;

    public DenseInput(Matrix x) {
        this.x = x;
    }

    @Override
    public void project(Matrix weight, float[] bias, Matrix out, Products products) {
        products.product(x, weight, out);
        for (int i = 0; i < out.values.length; i++) {
            out.values[i] += bias[i % bias.length];
        }
    }

    @Override
    public void gradient(Matrix argument, Matrix gradient, Products products) {
        products.leftTransposed(x, argument, gradient);
    }
}
