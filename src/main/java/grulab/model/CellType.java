package grulab.model;

import java.util.List;
import java.util.Locale;

/** The recurrent cells that the engine can train. Gates have the letters of docs/conventions.md, in PyTorch's order. */
public enum CellType {
    GRU("GRU", List.of("r", "z", "n"), List.of(Quantity.RESET, Quantity.UPDATE, Quantity.CANDIDATE, Quantity.STATE)),
    LSTM(
            "LSTM",
            List.of("i", "f", "g", "o"),
            List.of(
                    Quantity.INPUT,
                    Quantity.FORGET,
                    Quantity.CELL_CANDIDATE,
                    Quantity.OUTPUT,
                    Quantity.CELL,
                    Quantity.STATE)),
    /** Elman's, with tanh. Its one gate has no name of its own: parameters are W_ih, W_hh, b_ih, b_hh. */
    RNN("RNN", List.of("h"), List.of(Quantity.STATE));

    private final String title;
    private final List<String> gates;
    private final List<Quantity> quantities;

    CellType(String title, List<String> gates, List<Quantity> quantities) {
        this.title = title;
        this.gates = gates;
        this.quantities = quantities;
    }

    /** The name in files and on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name as people write it. */
    public String title() {
        return title;
    }

    /** What the names of its parameters end in: W_i*, W_h*, b_i*, b_h*. */
    public List<String> gates() {
        return gates;
    }

    /** What an activation can be chosen for: the gates, and h for what an LSTM applies to c on its way out. */
    public List<String> activated() {
        return this == LSTM ? List.of("i", "f", "g", "o", "h") : gates;
    }

    /** The activation that a gate has where nothing else is said: tanh of a candidate and of a state, else σ. */
    public Activation activation(String gate) {
        if (!activated().contains(gate)) {
            throw new IllegalArgumentException("%s has no activation %s".formatted(title, gate));
        }
        return gate.equals("n") || gate.equals("g") || gate.equals("h") ? Activation.TANH : Activation.SIGMOID;
    }

    /** Every gate and state, in order of computation; a case file and its answer have these, by {@link Quantity#id}. */
    public List<Quantity> quantities() {
        return quantities;
    }

    /** How many numbers are learned: W_i*, W_h*, b_i* and b_h* of every gate, and a head of as many outputs. */
    public long parameters(int inputs, int hidden, int outputs) {
        return gates.size() * (long) hidden * (inputs + hidden + 2) + (long) outputs * (hidden + 1);
    }

    /** Whether there is a second state c beside h. */
    public boolean hasCellState() {
        return this == LSTM;
    }
}
