package grulab.engine.train;

import grulab.model.BatchSource;
import grulab.model.Experiment;
import java.util.Map;

/**
 * All that a run needs to go on to the same numbers, bit for bit.
 *
 * @param experiment settings in force, the current convention among them
 * @param batch batches trained
 * @param epoch of the newest batch, from 1
 * @param updates by the optimiser since its memory was empty
 * @param seconds of training
 * @param source where the text stands
 * @param arrays float32: parameters by their name in {@link grulab.model.Weights} and in its order; Adam's means as
 *     {@code first.NAME} and {@code second.NAME}; the carried state {@code h} [B×H], and {@code c} of an LSTM
 */
public record TrainerState(
        Experiment experiment,
        long batch,
        int epoch,
        long updates,
        double seconds,
        BatchSource.Position source,
        Map<String, float[]> arrays) {
    public TrainerState {
        arrays = Map.copyOf(arrays);
    }
}
