package grulab.engine;

import grulab.engine.whatif.Eigenvalues;
import grulab.engine.whatif.FiniteDifference;
import grulab.engine.whatif.Jacobian;
import grulab.engine.whatif.Replay;
import grulab.model.Array;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Edit;
import grulab.model.Quantity;
import grulab.model.Snapshot;
import grulab.model.arithmetic.Subject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prints what it costs, as medians, to compute a window of 35 steps and 60 symbols again, and to find a step's eigenvalues. */
@Tag("measure")
class WhatIfSpeed {
    private static final int STEPS = 35;

    @Test
    void windowsUnderEdits() {
        for (CellType cell : CellType.values()) {
            for (int hidden : new int[] {40, 256, 1024}) {
                window(new CellForm(cell, Convention.PYTORCH), hidden);
            }
        }
    }

    @Test
    void eigenvaluesOfAStep() {
        for (int hidden : new int[] {40, 256, 512}) {
            spectrum(CellForm.GRU.get(0), hidden);
        }
        spectrum(new CellForm(CellType.LSTM, Convention.PYTORCH), 256);
    }

    private static void window(CellForm form, int hidden) {
        RandomWindow window = new RandomWindow(form, hidden, STEPS, 60, 1);
        Snapshot base = window.snapshot();
        List<String> symbols = window.symbols();
        Replay replay = new Replay(base, symbols);
        List<Edit> start = List.of(new Edit.Start(Quantity.STATE, 3, 0.5));
        List<Edit> late = List.of(new Edit.Input(STEPS / 2, 1));
        int times = hidden > 500 ? 10 : 100;
        print(form, hidden, "all, with a new replay", times, () -> new Replay(base, symbols).with(start));
        print(form, hidden, "all", times, () -> replay.with(start));
        print(form, hidden, "from the middle", times, () -> replay.with(late));
        print(
                form,
                hidden,
                "one finite difference",
                times,
                () -> FiniteDifference.slope(base, late, new Subject.Slope(Quantity.STATE, 3, 3)));
    }

    private static void spectrum(CellForm form, int hidden) {
        RandomWindow window = new RandomWindow(form, hidden, 4, 60, 1);
        Snapshot shown = new Replay(window.snapshot(), window.symbols()).with(List.of());
        int times = hidden > 300 ? 2 : 10;
        print(form, hidden, "Jacobian", times, () -> Jacobian.of(shown, 2, List.of()));
        Array matrix = Jacobian.of(shown, 2, List.of());
        print(form, hidden, "eigenvalues", times, () -> Eigenvalues.of(matrix));
    }

    private static void print(CellForm form, int hidden, String what, int times, Supplier<Object> work) {
        double[] ms = new double[times];
        for (int i = 0; i < 2 * times; i++) {
            long began = System.nanoTime();
            if (work.get().equals(form)) {
                throw new IllegalStateException();
            }
            // the first half is for the compiler
            ms[i % times] = (System.nanoTime() - began) * 1e-6;
        }
        Arrays.sort(ms);
        System.out.printf(Locale.ROOT, "%-16s H %4d  %-24s %9.2f ms%n", form, hidden, what, ms[times / 2]);
    }
}
