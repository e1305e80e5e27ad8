package grulab.engine.math;

/**
 * The products, sums and the softmax of a training step, on matrices in {@link Strips}. One object serves one thread;
 * several threads work at once on different rows or strips of the same matrices. Every number of a result is summed in
 * an order that depends on the shapes and the share alone, so that a run can be repeated bit for bit. Vector kernels sum
 * alike however the work is shared out, if shares begin at multiples of {@link #ROWS} rows; plain ones leave large
 * products to OpenBLAS, which has other orders for other numbers of rows.
 */
public interface Kernels extends AutoCloseable {
    /** Rows that are computed together: shares of several threads begin at multiples of it. */
    int ROWS = 8;

    /** First row of a part's share of so many rows, for all parts and one past the last. */
    static int share(int part, int parts, int rows) {
        return Math.min(rows, (rows + ROWS - 1) / ROWS * part / parts * ROWS);
    }

    /** Gives back what they hold outside the heap; to be called when nobody computes with them, and never after them. */
    @Override
    void close();

    /** What they are made of, so that a cell can choose its gates to match. */
    KernelKind kind();

    /** Columns of a strip, for a matrix of so many columns. */
    int lanes(int columns);

    /**
     * C[rows × strips] ← A[rows × k] · B[k × strips], or added to C, from the given first rows and first strips. The
     * k columns of A may run over several strips, of which only the last may be broken off.
     */
    void product(
            Strips a,
            int aRow,
            int aStrip,
            int k,
            Strips b,
            int bRow,
            int bStrip,
            Strips c,
            int cRow,
            int cStrip,
            int rows,
            int strips,
            boolean add);

    /**
     * Says that b, the right factor of products to come, keeps its values until this is called again: the products may
     * then work with a copy in another layout. Once it has been called, it has to be called after every change.
     */
    default void keep(Strips b) {}

    /**
     * C[from … to × strips] ← Aᵀ B, summed over k rows: a weight gradient over all T · B rows.
     *
     * @param from first column of A, counted from its first strip, and row of C
     * @param to column of A after the last
     */
    void gradient(
            Strips a,
            int aRow,
            int from,
            int to,
            Strips b,
            int bRow,
            int bStrip,
            Strips c,
            int cStrip,
            int strips,
            int k);

    /**
     * Logits become ∂L/∂logits of the mean cross-entropy, and their padding zero.
     *
     * @param bias [count · lanes], added to each row of the logits first; −1e30 where a strip is padded
     * @param target class number of every row of the matrix
     * @param scale 1 / (T · B)
     * @return Σ of −ln p[target] over the rows
     */
    double crossEntropy(Strips logits, float[] bias, int[] target, int row, int rows, float scale);

    /** Strip w of dW: row index[i] += row i of strip s of D; and the sums of that strip's columns to sum[at …]. */
    void scatter(Strips d, int s, int[] index, int rows, Strips dW, int w, float[] sum, int at);

    /** Sums of the columns of strip s over the first rows, to sum[at …]. */
    void columnSum(Strips d, int s, int rows, float[] sum, int at);

    /** Σ g² over from … to). */
    double sumOfSquares(float[] g, int from, int to);
}
