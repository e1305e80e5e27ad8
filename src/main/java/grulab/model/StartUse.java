package grulab.model;

/** The state that the first step began from. */
public enum StartUse {
    GIVEN,
    ZERO
}
