package grulab.engine.train;

import grulab.engine.math.KernelChoice;
import grulab.engine.math.Strips;
import grulab.model.CellType;

/**
 * How many floats the matrices of a network and its windows take, without making them: what the constructors of
 * CellWeights, HeadWeights, Cell and Readout make, added up.
 */
record Layout(CellType type, int vocabulary, int hidden, KernelChoice choice) {
    /** Floats of logits that are worked on at a time. */
    private static final long LOGITS = 32 * 1024;

    private int gates() {
        return type.gates().size();
    }

    private int lanes() {
        return choice.lanes(hidden);
    }

    /** Columns of one gate. */
    private long width() {
        return (hidden + lanes() - 1L) / lanes() * lanes();
    }

    private long columns() {
        return gates() * width();
    }

    private long states(long rows, boolean there) {
        return there ? Strips.floats(rows, hidden, lanes()) : 0;
    }

    private long matrix(long rows, long columns) {
        return Strips.floats(rows, columns, lanes());
    }

    /** W_hq [H × V]. */
    private long head() {
        return Strips.floats(hidden, vocabulary, choice.lanes(vocabulary));
    }

    /** W, U, b, c, W_hq, b_q, padded. */
    long parameters() {
        return matrix(vocabulary, columns()) + matrix(hidden, columns()) + 2 * columns() + head() + logits(1);
    }

    /** Uᵀ, b + c and W_hqᵀ. */
    long derived() {
        return matrix(columns(), hidden) + columns() + matrix(vocabulary, hidden);
    }

    /** The same without padding: how many numbers are trained. */
    long numbers() {
        return (long) gates() * hidden * (vocabulary + hidden + 2L) + (hidden + 1L) * vocabulary;
    }

    /** The largest that a lab file holds as one. */
    long largestMatrix() {
        return (long) hidden * Math.max(vocabulary, hidden);
    }

    /** Sums of squares of blocks of the gradient; six arrays may end with a broken block. */
    long squares() {
        return parameters() / 4096 + 6;
    }

    /** h_0, and c_0 of an LSTM. */
    long states(long batch) {
        return (type.hasCellState() ? 2 : 1) * batch * width();
    }

    /** Every state and gate of some rows, and their gradients. */
    long cell(long rows, long batch, boolean recording) {
        int kept = switch (type) {
            case GRU -> 3;
            case LSTM -> 4;
            case RNN -> 0;
        };
        long carried = states(rows + batch, true);
        // ∂L/∂h from the output and what flows back, and all that flowed if it is recorded
        long back = states(rows, true) + states(batch, true) + states(rows, recording);
        long own = switch (type) {
            case GRU -> states(rows, true) + states(batch, true) + states(rows, recording);
            case LSTM -> carried + states(rows, true) + states(batch, true) + states(rows, recording);
            case RNN -> 0;
        };
        return carried + matrix(rows, kept * width()) + (recording || kept == 0 ? arguments(rows) : 0) + back + own;
    }

    /** Gradients of the gates' arguments, where they do not take the gates' place; a GRU's of the candidate has two parts. */
    private long arguments(long rows) {
        return switch (type) {
            case GRU -> matrix(rows, 3 * width()) + states(rows, true);
            case LSTM -> matrix(rows, 4 * width());
            case RNN -> matrix(rows, width());
        };
    }

    long logits(long rows) {
        return Strips.floats(rows, vocabulary, choice.lanes(vocabulary));
    }

    /** What a trace of one row holds: every quantity and its gradient, a GRU's product, the start. */
    long trace(long steps) {
        int quantities = 2 * type.quantities().size() + (type == CellType.GRU ? 1 : 0);
        return hidden * (quantities * steps + (type.hasCellState() ? 2 : 1));
    }

    /**
     * What one thread of the plain kernels copies at most, in the heap or, for OpenBLAS, outside: the right factors, the
     * two sides of a weight gradient and its result, rows that are worked on, results of products.
     */
    long copies(long rows, long batch) {
        long factors = 2 * (matrix(hidden, columns()) + head());
        long sides = rows * hidden + rows * Math.max(4L * hidden, vocabulary) + (long) hidden * vocabulary;
        long working = 12 * batch * hidden + 64 * (columns() + vocabulary);
        long results = 4 * (LOGITS + 8L * vocabulary) * (1 + hidden / vocabulary) + batch * columns();
        return factors + sides + working + results;
    }

    /** The largest array. */
    long largest(long rows) {
        return Math.max(arguments(rows), logits(rows));
    }
}
