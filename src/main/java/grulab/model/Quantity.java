package grulab.model;

/** A gate, a state or a product of theirs that a trace records of every unit at every step. */
public enum Quantity {
    RESET("r"),
    /** r ⊙ h with reset before, r ⊙ (U_n h + c_n) with reset after. */
    PRODUCT("q"),
    CANDIDATE("n"),
    UPDATE("z"),
    /** LSTM: how much of the new enters. */
    INPUT("i"),
    /** LSTM: how much of c stays. */
    FORGET("f"),
    /** LSTM: what would be new in c, in (−1, 1). */
    CELL_CANDIDATE("g"),
    /** LSTM: how much of tanh(c) is shown as h. */
    OUTPUT("o"),
    /** LSTM: the state c, which has no bounds. */
    CELL("c"),
    STATE("h");

    private final String id;

    Quantity(String id) {
        this.id = id;
    }

    /** The name in files. */
    public String id() {
        return id;
    }
}
