package grulab.model;

import java.util.List;
import java.util.Optional;

/**
 * How a framework, library or book writes a cell and stores its parameters: see docs/conventions.md for sources.
 *
 * @param id stable name; rows of different cells may share it
 * @param name as its users know it
 * @param convention of a GRU; without meaning for LSTM and RNN
 * @param gateOrder the gates in the order and by the letters of the framework, as a table prints them: "r z n", "r u | c", "separate", "–"
 * @param biases how many biases a gate has, as a table prints it: "2", "1", "–"; "z" if only z has one
 * @param traps how many notes there are on it: the words of note k, from 1, are called trap.ID.k, of an LSTM trap.lstm.ID.k, of an
 *     RNN trap.rnn.ID.k
 * @param arrays what it stores, in the order of the framework; of a paper, which stores nothing, the matrices it names
 * @param rules what else it asks for
 */
public record FrameworkRow(
        String id,
        String name,
        CellType cell,
        Convention convention,
        String gateOrder,
        String biases,
        int traps,
        List<ArrayLayout> arrays,
        LayoutRules rules) {
    public FrameworkRow {
        arrays = List.copyOf(arrays);
    }

    /** The GRU of each, in the order in which they are offered. */
    public static final List<FrameworkRow> ALL = GruRows.rows();

    private static final List<FrameworkRow> LSTM = LstmRows.rows();
    private static final List<FrameworkRow> RNN = RnnRows.rows();

    /** The rows of a cell, in the order in which they are offered. */
    public static List<FrameworkRow> of(CellType cell) {
        return switch (cell) {
            case GRU -> ALL;
            case LSTM -> LSTM;
            case RNN -> RNN;
        };
    }

    /** The row of a framework for a cell, if it is known. */
    public static Optional<FrameworkRow> byId(CellType cell, String id) {
        return of(cell).stream().filter(row -> row.id.equals(id)).findFirst();
    }

    /**
     * The first row that computes what a cell does: of the same convention, or else of the same reset position, for z can be
     * relabelled.
     *
     * @param convention of a GRU; without meaning for LSTM and RNN
     */
    public static FrameworkRow nearest(CellType cell, Convention convention) {
        List<FrameworkRow> rows = of(cell);
        return rows.stream()
                .filter(row -> cell != CellType.GRU || row.convention.equals(convention))
                .findFirst()
                .or(() -> rows.stream()
                        .filter(row -> row.convention.reset() == convention.reset())
                        .findFirst())
                .orElseThrow();
    }

    /** The key of note k, from 1, in the bundles of every language. */
    public String trapKey(int k) {
        return cell == CellType.GRU ? "trap.%s.%d".formatted(id, k) : "trap.%s.%s.%d".formatted(cell.id(), id, k);
    }

    /** The same framework, called with another constant for the forget gate. */
    public FrameworkRow withForgetBias(double added) {
        return new FrameworkRow(
                id,
                name,
                cell,
                convention,
                gateOrder,
                biases,
                traps,
                arrays,
                new LayoutRules(rules.biasOptional(), rules.square(), added));
    }
}
