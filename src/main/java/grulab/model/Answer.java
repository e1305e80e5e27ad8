package grulab.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a cell makes of a {@link Case}.
 *
 * @param forward every quantity of the cell by its id (r, z, n, h; i, f, g, o, c, h; h) [T][B][H], and logits [T][B][O] if there is a head
 * @param loss mean cross-entropy in nats, or null without targets and head
 * @param gradients of every parameter by name, x, h0, c0 of an LSTM, and the total gradient of every quantity; empty if not asked for
 * @param training null if the case asks for none
 */
public record Answer(
        Map<String, Array> forward,
        @Nullable Double loss,
        Map<String, Array> gradients,
        @Nullable TrainingResult training) {

    /** Loss and norm (before clipping) of each step, before its update; and the weights after the last. */
    @SuppressWarnings("ArrayRecordComponent") // handed over once and never written
    public record TrainingResult(double[] loss, double[] gradientNorm, Weights weights) {}
}
