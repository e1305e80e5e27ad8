package grulab.model;

/** The state that the first step began from. */
public enum StartUse {
    GIVEN,
    ZERO,
    /** LSTM: h_0 was taken for c_0, and c_0 for h_0. */
    EXCHANGED
}
