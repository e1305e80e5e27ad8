package grulab.model;

/** Something that a cell computes from another operand, or by another sign, than it is written with. */
public enum Operation {
    /** The gates i and f are tied: one of them is computed, the other is what is left to 1. */
    INPUT_COUPLED("i", "1 − f"),
    FORGET_COUPLED("f", "1 − i"),
    /** Every step begins from the start state. */
    STATE_FROM_START("h_{t−1}", "h_0"),
    /** The same of the cell state alone. */
    CELL_FROM_START("c_{t−1}", "c_0"),
    /** An LSTM without a second state. */
    CELL_FROM_STATE("c_{t−1}", "h_{t−1}"),
    SUM_FOR_PRODUCT("i·g", "i+g"),
    /** The candidate is not weighted by what is left of z. */
    CANDIDATE_UNWEIGHTED("(1−z)·h̃", "h̃"),
    /** There is a reset gate, and nobody asks it. */
    RESET_UNUSED("r", "1");

    private final String where;
    private final String instead;

    Operation(String where, String instead) {
        this.where = where;
        this.instead = instead;
    }

    /** What the cell is written with. */
    public String where() {
        return where;
    }

    /** What was computed in its place. */
    public String instead() {
        return instead;
    }

    /** Whether one gate is made of the other. */
    public boolean couples() {
        return this == INPUT_COUPLED || this == FORGET_COUPLED;
    }
}
