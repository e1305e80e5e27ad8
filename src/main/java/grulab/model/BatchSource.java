package grulab.model;

/** Where batches come from. Its position is one value, so that a saved run can go on. */
public interface BatchSource {
    /** Batches in one epoch, at least 1. */
    int batchesPerEpoch();

    /**
     * Writes the next batch, time-major: inputs[t·B + b], and the token that follows it into targets.
     *
     * @param inputs [T·B], written
     * @param targets [T·B], written
     * @return true if the rows go on where those of the last batch ended, so that the state is carried; false if it
     *     starts from zero
     */
    boolean next(int[] inputs, int[] targets);

    /** Where the source stands. */
    Position position();

    /** Goes back, or on, to a position that {@link #position} gave for the same text and experiment. */
    void moveTo(Position position);

    /**
     * A place in the sequence of batches.
     *
     * @param epoch from 0
     * @param batch in the epoch, from 0
     * @param random state of the random numbers at the start of the epoch
     */
    record Position(int epoch, int batch, long random) {}
}
