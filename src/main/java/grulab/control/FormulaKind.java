package grulab.control;

import grulab.model.CellType;
import java.util.Arrays;
import java.util.List;

/** The lines in which a step is computed, cell by cell in the order in which they are shown. */
enum FormulaKind {
    R(CellType.GRU, "r", 2, Ink.R),
    CANDIDATE(CellType.GRU, "n", 4, Ink.CANDIDATE),
    Z(CellType.GRU, "z", 5, Ink.Z),
    H(CellType.GRU, "h", 6, Ink.H),
    FORGET(CellType.LSTM, "f", 1, Ink.INK),
    INPUT(CellType.LSTM, "i", 2, Ink.INK),
    CELL_CANDIDATE(CellType.LSTM, "g", 3, Ink.INK),
    CELL(CellType.LSTM, "c", 4, Ink.INK),
    OUTPUT(CellType.LSTM, "o", 5, Ink.INK),
    SHOWN(CellType.LSTM, "h", 6, Ink.H),
    PLAIN(CellType.RNN, "h", 2, Ink.H);

    private final CellType cell;
    /** As in a line of arithmetic: r, n for h̃, z, h … */
    final String symbol;
    /** The micro-step at which the line is computed. */
    final int microStep;

    final Ink ink;

    FormulaKind(CellType cell, String symbol, int microStep, Ink ink) {
        this.cell = cell;
        this.symbol = symbol;
        this.microStep = microStep;
        this.ink = ink;
    }

    static List<FormulaKind> of(CellType cell) {
        return Arrays.stream(values()).filter(kind -> kind.cell == cell).toList();
    }

    /** The line that a micro-step works at: a GRU's inputs lead to r, its product to the candidate. */
    static FormulaKind at(CellType cell, int microStep) {
        MicroSteps.check(microStep, cell);
        return of(cell).stream()
                .filter(kind -> kind.microStep >= microStep)
                .findFirst()
                .orElseThrow();
    }

    /** As it is read. */
    String spoken() {
        return this == CANDIDATE ? "h̃" : symbol;
    }
}
