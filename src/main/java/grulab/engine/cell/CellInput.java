package grulab.engine.cell;

import grulab.engine.math.Matrix;
import grulab.engine.math.Products;

/** What a cell reads in one window of T · B rows, time-major: symbols, or vectors of any numbers. */
public interface CellInput {
    /** out ← W_g x of every row [T·B × H], with W_gᵀ [I×H]; bias [H] is added to each row. */
    void project(Matrix weight, float[] bias, Matrix out, Products products);

    /** gradient ← ∂L/∂W_gᵀ [I×H], from that of the gate's argument [T·B × H]. */
    void gradient(Matrix argument, Matrix gradient, Products products);
}
