package grulab.model;

/** A change that a person makes to a window, to see what would have happened. Steps, units and symbols count from 0. */
public sealed interface Edit {
    /** For {@link Value#unit}: every unit. */
    int EVERY = -1;

    /**
     * A gate, a candidate or a state after a step is given a value instead of being computed.
     *
     * @param quantity one of the cell's
     * @param from first step
     * @param to last step, not before the first
     * @param unit or {@link #EVERY}
     */
    record Value(Quantity quantity, int from, int to, int unit, double value) implements Edit {
        public boolean covers(Quantity other, int t, int k) {
            return quantity == other && from <= t && t <= to && (unit == EVERY || unit == k);
        }
    }

    /** An entry of h_0 or c_0. */
    record Start(Quantity state, int unit, double value) implements Edit {}

    /** Another symbol is read at a step. */
    record Input(int t, int symbol) implements Edit {}

    /**
     * An entry of a weight matrix, a bias or the head.
     *
     * @param name as in {@link Weights}
     * @param index into the array, row after row
     */
    record Weight(String name, int index, double value) implements Edit {}
}
