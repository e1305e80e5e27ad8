package grulab.model;

/** What flipping a convention does to the weights. */
public enum SwitchMode {
    /** Same function, new weights: negate W_z, U_z, b_z, c_z. Exists for the update gate only. */
    RELABEL,
    /** Same weights, another function. */
    KEEP_WEIGHTS
}
