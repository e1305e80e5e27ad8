package grulab.control;

import grulab.model.CellType;
import grulab.model.Convention;
import java.util.List;

/** The micro-steps in which a cell's step is shown, counted from 1. */
public final class MicroSteps {
    private static final FormulaText TEXT = FormulaText.EMPTY;

    private MicroSteps() {}

    /** GRU: inputs, r, product, h̃, z, blend. LSTM: f, i, g, c, o, h. RNN: sum, h. */
    public static int count(CellType cell) {
        return cell == CellType.RNN ? 2 : 6;
    }

    /** Where to go on after a change of cell: a whole step stays whole, and no micro-step is beyond the last. */
    public static int carried(int step, CellType from, CellType to) {
        return step >= count(from) ? count(to) : Math.min(step, count(to));
    }

    static void check(int step, CellType cell) {
        if (step < 1 || step > count(cell)) {
            throw new IllegalArgumentException("micro-steps are 1 to %d, not %d".formatted(count(cell), step));
        }
    }

    /**
     * Whether wires run on the way to a micro-step: forward, and where a whole step begins again with something
     * computed, as the LSTM's does with f.
     */
    static boolean runs(CellType cell, double from, int to) {
        return to > from || cell == CellType.LSTM && to == 1 && from == count(cell);
    }

    /** What a segment of the bar is named by; in a wide bar sums have their biases. */
    static FormulaText symbol(CellType cell, int step, Convention convention, boolean wide) {
        return switch (cell) {
            case GRU -> gru(step, convention, wide);
            case LSTM -> lstm(step);
            case RNN -> step == 1 ? wide ? Formulas.plainBody() : Formulas.plainSum() : TEXT.h("h_t");
        };
    }

    private static FormulaText gru(int step, Convention convention, boolean wide) {
        return switch (step) {
            case 1 -> TEXT.x("x,\\,").h("h");
            case 2 -> TEXT.r("r");
            case 3 -> wide ? Formulas.product(convention.reset()) : Formulas.shortProduct(convention.reset());
            case 4 -> TEXT.candidate("\\tilde{h}");
            case 5 -> TEXT.z("z");
            default -> TEXT.h("h_t");
        };
    }

    private static FormulaText lstm(int step) {
        return switch (step) {
            case 1 -> TEXT.ink("f");
            case 2 -> TEXT.ink("i");
            case 3 -> TEXT.ink("g");
            case 4 -> TEXT.ink("c_t");
            case 5 -> TEXT.ink("o");
            default -> TEXT.h("h_t");
        };
    }

    /**
     * Right ends of the diagram's columns as shares of its width, one for each micro-step from left to right; empty if
     * the inputs are a micro-step of their own, whose column lies under the buttons: then all segments are equally wide.
     *
     * @param wide the bar has no buttons
     */
    static List<Double> ends(CellType cell, boolean wide) {
        return switch (cell) {
            case GRU -> wide ? GruCircuit.ENDS : List.of();
            case LSTM -> LstmCircuit.ENDS;
            case RNN -> RnnCircuit.ENDS;
        };
    }
}
