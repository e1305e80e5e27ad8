package grulab.engine.math;

/**
 * The three products that training needs, over all T · B rows at once. The result is overwritten. An implementation
 * sums in an order that depends on the shapes alone, so that a run can be repeated bit for bit. Not for several
 * threads at a time.
 */
public interface Products {
    /** c = a b, with a [m×k], b [k×n], c [m×n]. */
    void product(Matrix a, Matrix b, Matrix c);

    /** c = aᵀ b, with a [k×m], b [k×n], c [m×n]: the gradient of a weight matrix. */
    void leftTransposed(Matrix a, Matrix b, Matrix c);

    /** c = a bᵀ, with a [m×k], b [n×k], c [m×n]: what flows back through a weight matrix. */
    void rightTransposed(Matrix a, Matrix b, Matrix c);
}
