package grulab.model;

import org.jspecify.annotations.Nullable;

/**
 * One small problem with all its numbers, as a case file holds it.
 *
 * @param steps T
 * @param batch B
 * @param x inputs [T][B][I]
 * @param convention of a GRU; without meaning for LSTM and RNN
 * @param h0 start state [B][H]
 * @param c0 start of an LSTM's second state [B][H], empty for the others
 * @param targets class numbers [T][B], or null
 * @param training SGD to run afterwards, or null
 * @param options what the cell does otherwise
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once and never written
public record Case(
        String name,
        Convention convention,
        Weights weights,
        int steps,
        int batch,
        double[] x,
        double[] h0,
        double[] c0,
        int @Nullable [] targets,
        @Nullable Training training,
        CellOptions options) {

    /** Of a cell as it is written. */
    public Case(
            String name,
            Convention convention,
            Weights weights,
            int steps,
            int batch,
            double[] x,
            double[] h0,
            double[] c0,
            int @Nullable [] targets,
            @Nullable Training training) {
        this(name, convention, weights, steps, batch, x, h0, c0, targets, training, CellOptions.PLAIN);
    }

    /** The same numbers in a cell with other options. */
    public Case with(CellOptions other) {
        return new Case(name, convention, weights, steps, batch, x, h0, c0, targets, training, other);
    }

    /** {@code steps} times: g = ∂L/∂p; p ← p − lr · min(1, clip / ‖g‖₂) · g over all parameters. */
    public record Training(int steps, double lr, double clip) {}
}
