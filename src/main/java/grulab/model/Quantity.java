package grulab.model;

/** What a trace records of every unit at every step. */
public enum Quantity {
    RESET("r"),
    /** r ⊙ h with reset before, r ⊙ (U_n h + c_n) with reset after. */
    PRODUCT("q"),
    CANDIDATE("n"),
    UPDATE("z"),
    STATE("h"),
    /** Total ∂L/∂h_t, L the mean cross-entropy of the window in nats. */
    STATE_GRADIENT("dh");

    private final String id;

    Quantity(String id) {
        this.id = id;
    }

    /** The name in files. */
    public String id() {
        return id;
    }
}
