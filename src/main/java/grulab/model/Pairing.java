package grulab.model;

/** What the weights of the second of two twin cells have to do with those of the first. */
public enum Pairing {
    /** The same numbers in another formula: another function. */
    SAME_WEIGHTS,
    /** Other numbers, such that the function is the same. Only the meaning of z can be relabelled. */
    RELABELLED,
    /** Trained for itself, from the same seed on the same batches. */
    SAME_SEED
}
