package grulab.engine;

import grulab.engine.train.Trainer;
import grulab.model.BatchSource;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Experiment;
import grulab.model.Initialization;
import grulab.model.Optimizer;
import grulab.model.Sampling;
import grulab.model.SeededRandom;
import grulab.model.Tokens;

/**
 * Delayed copy: one of eight symbols is read, then D blanks, then a mark, at which that symbol has to be said; at all
 * other steps a blank has to be. Every window is drawn anew, T = D + 2 steps from a zero state, so there is nothing
 * to learn by heart, and the symbol has to be kept for D + 1 steps.
 *
 * @see <a href="https://doi.org/10.1162/neco.1997.9.8.1735">Hochreiter and Schmidhuber 1997</a>, from whose tasks it is
 */
final class CopyTask implements BatchSource {
    static final int SYMBOLS = 8;
    static final int HIDDEN = 64;
    static final int ROWS = 32;

    private static final int BLANK = SYMBOLS;
    private static final int MARK = SYMBOLS + 1;
    private static final int VOCABULARY = SYMBOLS + 2;
    private static final int SMOOTHED = 20;

    private final int steps;
    private SeededRandom random;
    private int batch;

    /** @param delay D */
    CopyTask(int delay, long seed) {
        steps = delay + 2;
        random = SeededRandom.stream(seed, "copy");
    }

    /**
     * Trains a new cell until it has learned the task, and says after how many batches that was: when the cross-entropy
     * of the symbol, mean of 20 batches, is below a tenth of guessing (ln 8).
     *
     * @return 0 if it has not after that many
     */
    static int learnedAfter(int most, CellType cell, int delay, double rate, long seed) {
        CopyTask task = new CopyTask(delay, seed);
        Experiment experiment = new Experiment(
                cell,
                Convention.PYTORCH,
                HIDDEN,
                ROWS,
                task.steps,
                rate,
                1,
                Optimizer.ADAM,
                Sampling.RANDOM,
                Initialization.PYTORCH,
                seed,
                "copy",
                Tokens.CHAR);
        try (Trainer trainer = new Trainer(experiment, VOCABULARY, task, 1)) {
            double sum = 0;
            for (int n = 1; n <= most; n++) {
                // the errors at all other steps are charged to the symbol as well: never less than its own
                sum += trainer.step().loss() * task.steps;
                if (n % SMOOTHED == 0) {
                    if (sum / SMOOTHED < 0.1 * Math.log(SYMBOLS)) {
                        return n;
                    }
                    sum = 0;
                }
            }
            return 0;
        }
    }

    @Override
    public int batchesPerEpoch() {
        return Integer.MAX_VALUE;
    }

    @Override
    public boolean next(int[] inputs, int[] targets) {
        for (int b = 0; b < ROWS; b++) {
            int symbol = random.nextInt(SYMBOLS);
            for (int t = 0; t < steps; t++) {
                int i = t * ROWS + b;
                boolean last = t == steps - 1;
                inputs[i] = t == 0 ? symbol : last ? MARK : BLANK;
                targets[i] = last ? symbol : BLANK;
            }
        }
        batch++;
        return false;
    }

    @Override
    public Position position() {
        return new Position(0, batch, random.state());
    }

    @Override
    public void moveTo(Position position) {
        batch = position.batch();
        random = new SeededRandom(position.random());
    }
}
