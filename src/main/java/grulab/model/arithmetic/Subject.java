package grulab.model.arithmetic;

import grulab.model.Quantity;

/** A number on the screen that can be taken apart. Steps, units and symbols count from 0. */
public sealed interface Subject {
    /** The step that it belongs to; −1 for a start. */
    int t();

    /** A gate, state, or the product of a GRU; symbol {@link Quantity#id}. */
    record Value(Quantity quantity, int t, int unit) implements Subject {}

    /** A start state, STATE or CELL, which nothing made; symbol "h0", "c0". */
    record Start(Quantity quantity, int unit) implements Subject {
        @Override
        public int t() {
            return -1;
        }
    }

    /**
     * Total ∂L/∂ of a gate, state or product; of the start state with t −1. Symbol "d" and the quantity's id: "dz",
     * "dh"; "dh0", "dc0" for a start.
     */
    record Slope(Quantity quantity, int t, int unit) implements Subject {}

    /**
     * What a step sends back to the state before it, STATE or CELL: ∂L/∂ of that without what the state is used for
     * elsewhere; symbol "dh_prev", "dc_prev".
     */
    record Sent(Quantity quantity, int t, int unit) implements Subject {}

    /**
     * ∂L/∂ of the sum inside a gate or candidate, before its curve; symbol "da_" and the quantity's id. Of PRODUCT, with
     * reset after: of the U_n h + c_n inside it, symbol "dm".
     */
    record SumSlope(Quantity quantity, int t, int unit) implements Subject {}

    /** ‖∂L/∂·‖₂ over all units at a step; symbol "‖dz‖". */
    record Norm(Quantity quantity, int t) implements Subject {}

    /** What the head says of a symbol before softmax; symbol "y". */
    record Logit(int t, int symbol) implements Subject {}

    /** What softmax makes of it; symbol "p". */
    record Probability(int t, int symbol) implements Subject {}

    /** −ln p of the symbol that followed; symbol "loss". */
    record Loss(int t) implements Subject {}

    /** An entry of a weight matrix or bias, which training made; symbol its name. */
    record Weight(String name, int index) implements Subject {
        @Override
        public int t() {
            return -1;
        }
    }
}
