package grulab.peers;

import grulab.model.CellType;
import grulab.model.ResetPosition;
import java.math.BigDecimal;
import java.util.List;

/**
 * One row of the table.
 *
 * @param id for the command line
 * @param threads that each side may use; of several the one counts with which it is quickest
 * @param vectors whether this engine's JVM has the vector module
 * @param ratio that is aimed at, 0 for none
 * @param share of the peak that is aimed at, percent, 0 for none
 */
record Row(String id, Work work, List<Integer> threads, boolean vectors, double ratio, int share) {
    private static final List<Integer> ONE = List.of(1);
    private static final List<Integer> TWO = List.of(2);
    private static final List<Integer> BEST = List.of(1, 2);
    private static final Work BEFORE = Work.USUAL.with(ResetPosition.BEFORE);

    static final List<Row> ALL = List.of(
            new Row("usual-2", Work.USUAL, TWO, true, 2.5, 80),
            new Row("usual-1", Work.USUAL, ONE, true, 2, 85),
            new Row("before-2", BEFORE, TWO, true, 0, 0),
            new Row("before-1", BEFORE, ONE, true, 0, 0),
            new Row("h32", Work.gru(32, 1, 35, 28), BEST, true, 100, 0),
            new Row("h64", Work.gru(64, 16, 35, 28), BEST, true, 10, 0),
            new Row("h512", Work.gru(512, 64, 64, 28), TWO, true, 1.9, 0),
            new Row("v2000", Work.gru(256, 32, 35, 2000), TWO, true, 2.8, 0),
            new Row("lstm", Work.USUAL.with(CellType.LSTM), TWO, true, 1.7, 0),
            new Row("rnn", Work.USUAL.with(CellType.RNN), TWO, true, 1.2, 0),
            new Row("plain", Work.USUAL, TWO, false, 1.1, 0));

    /** Whether both sides compute the same function: libtorch has no GRU with reset before. */
    boolean comparable() {
        return work.reset() == ResetPosition.AFTER;
    }

    String title() {
        String cell = work.cell().title();
        String form = comparable() ? "" : ", reset before (libtorch: after)";
        return cell + " " + work.sizes() + form + (vectors ? "" : ", without the vector module");
    }

    String goal() {
        String least = ratio == 0
                ? ""
                : "≥ " + BigDecimal.valueOf(ratio).stripTrailingZeros().toPlainString() + " ×";
        return share == 0 ? least : least + ", ≥ " + share + " %";
    }
}
