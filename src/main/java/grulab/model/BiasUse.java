package grulab.model;

/** What was made of the two biases of each gate. */
public enum BiasUse {
    /** As given: c inside the reset product where reset is after. */
    TWO,
    /** Added up on the input side: c_n stands outside the reset product. */
    ONE,
    /** b alone. */
    INPUT_ONLY,
    /** c alone. */
    RECURRENT_ONLY,
    /** b for c and c for b. */
    SWAPPED,
    /** Neither. */
    NONE
}
