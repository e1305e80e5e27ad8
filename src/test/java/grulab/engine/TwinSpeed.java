package grulab.engine;

import grulab.engine.train.WatchedPass;
import grulab.engine.train.WeightsRun;
import grulab.engine.twin.TwinCells;
import grulab.engine.whatif.Replay;
import grulab.model.Convention;
import grulab.model.EqualCase;
import grulab.model.Pairing;
import grulab.model.Passage;
import grulab.model.ResetPosition;
import grulab.model.SeededRandom;
import grulab.model.Snapshot;
import grulab.model.UpdateMeaning;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prints what it costs, as medians, to pair a window of 32 steps and 60 symbols with its twin, and the parts of that. */
@Tag("measure")
class TwinSpeed {
    private static final TwinCells.Writing NUMBERS = new TwinCells.Writing() {
        @Override
        public int[] prefix(Passage passage) {
            return Arrays.copyOf(passage.inputs(), 5);
        }

        @Override
        public String text(int[] symbols) {
            return "";
        }
    };

    @Test
    void pairs() {
        for (int hidden : new int[] {40, 256}) {
            Snapshot said = new RandomWindow(CellForm.GRU.get(2), hidden, 32, 60, 1).snapshot();
            Convention other = new Convention(ResetPosition.BEFORE, UpdateMeaning.ADMIT);
            WatchedPass pass = new WeightsRun(said.weights(), said.convention())
                    .read(said.passage(), said.trace().start());
            Snapshot a =
                    new Snapshot(1, 1, said.experiment(), said.passage(), pass.trace(), said.weights(), pass.loss());
            print(hidden, "same weights", () -> TwinCells.of(a, other, Pairing.SAME_WEIGHTS, NUMBERS));
            print(
                    hidden,
                    "an equal case",
                    () -> TwinCells.equal(a, EqualCase.DIAGONAL, other.update(), Pairing.RELABELLED, NUMBERS));
            print(
                    hidden,
                    "the engine's window",
                    () -> new WeightsRun(a.weights(), other)
                            .read(a.passage(), a.trace().start()));
            print(hidden, "one window in float64", () -> Replay.forward(a));
            print(
                    hidden,
                    "one sample",
                    () -> new WeightsRun(a.weights(), other).write(new int[] {1}, 200, 0.7, new SeededRandom(7)));
        }
    }

    private static void print(int hidden, String what, Runnable work) {
        int times = 40;
        double[] ms = new double[times];
        for (int i = 0; i < 2 * times; i++) {
            long began = System.nanoTime();
            work.run();
            // the first half is for the compiler
            ms[i % times] = (System.nanoTime() - began) * 1e-6;
        }
        Arrays.sort(ms);
        System.out.printf(Locale.ROOT, "H %4d  %-24s %9.2f ms%n", hidden, what, ms[times / 2]);
    }
}
