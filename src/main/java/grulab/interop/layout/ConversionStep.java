package grulab.interop.layout;

/** What has to be done to weights beside moving them. */
public enum ConversionStep {
    /** z has the other meaning: everything of z is negated. Exact. */
    RELABELLED,
    /** Reset before and after are the same function for these weights, because U_n is diagonal and c_n = 0. */
    RESET_MAKES_NO_DIFFERENCE,
    /** Two biases of a gate have one place: they are added, and rounded once. */
    BIASES_ADDED,
    /** What the framework adds to the forget gate by itself is taken away from what is stored. */
    FORGET_BIAS_TAKEN_AWAY,
    /** What the cell adds to the forget gate by itself is added to what is stored. */
    FORGET_BIAS_STORED
}
