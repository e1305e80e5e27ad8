package grulab.model;

/**
 * What the engine computed on the watched passage with the weights as they were after a batch. Immutable: whoever
 * holds it can compute every number of every step again.
 *
 * @param generation counts new starts and switches of convention, so that a view knows what it waits for
 * @param batch batches trained so far
 * @param experiment settings in force, the current convention among them
 * @param passage the text that was read, from a zero state
 * @param trace every gate and state; trace.convention() is experiment.convention()
 * @param weights the weights that made the trace
 * @param loss mean cross-entropy over the passage, nats per token
 */
public record Snapshot(
        long generation,
        long batch,
        Experiment experiment,
        Passage passage,
        StepTrace trace,
        Weights weights,
        double loss) {

    public Convention convention() {
        return trace.convention();
    }
}
