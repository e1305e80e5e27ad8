package grulab.text;

import grulab.model.BatchSource;
import grulab.model.Experiment;
import grulab.model.Sampling;
import grulab.model.SeededRandom;
import grulab.model.Tokens;

/**
 * Windows of a text, B at a time, as in Dive into Deep Learning (section 9.3): every epoch leaves out a random number
 * of tokens below T at the start. Sequential: the rest is cut into B parts, row b reads part b window after window,
 * and the state is carried until the epoch ends. Random: the rest is cut into windows that do not overlap, taken in
 * random order, each from a zero state. What does not fill a batch is left out. Not for several threads.
 */
public final class WindowSampler implements BatchSource {
    private final int[] ids;
    private final int rows;
    private final int steps;
    private final Sampling sampling;
    private final int batches;
    /** Start of each window of the epoch, batch after batch, row after row [batches · B]. */
    private final int[] starts;
    /** Windows of the epoch in the order in which they are dealt, random sampling only. */
    private final int[] order;

    private SeededRandom random;
    private Position position;

    /** @throws UnusableText if the text is shorter than {@link #shortest} */
    public WindowSampler(TokenText text, int rows, int steps, Sampling sampling, long seed) {
        long needed = shortest(rows, steps, sampling);
        if (text.length() < needed) {
            throw new UnusableText(
                    UnusableText.Reason.TOO_SHORT,
                    text.length(),
                    needed,
                    "The text needs at least %d %s for a batch of %d windows of %d; it has %d."
                            .formatted(
                                    needed,
                                    text.tokens() == Tokens.CHAR ? "characters" : "words",
                                    rows,
                                    steps,
                                    text.length()));
        }
        this.ids = text.ids();
        this.rows = rows;
        this.steps = steps;
        this.sampling = sampling;
        // whatever the offset of the epoch, at most T − 1, this much is left, and the last target
        int usable = ids.length - steps;
        this.batches = sampling == Sampling.SEQUENTIAL ? usable / rows / steps : usable / steps / rows;
        this.starts = new int[batches * rows];
        this.order = new int[sampling == Sampling.RANDOM ? usable / steps : 0];
        this.random = SeededRandom.stream(seed, "windows");
        this.position = new Position(0, 0, random.state());
        deal();
    }

    /** The windows that an experiment trains on. */
    public static WindowSampler of(TokenText text, Experiment experiment) {
        return new WindowSampler(
                text, experiment.batch(), experiment.steps(), experiment.sampling(), experiment.seed());
    }

    /** Tokens of the shortest text that gives one batch in every epoch: B windows, and T for offset and last target. */
    public static long shortest(int rows, int steps, Sampling sampling) {
        return switch (sampling) {
            case SEQUENTIAL, RANDOM -> (rows + 1L) * steps;
        };
    }

    /** B·T. */
    public int tokensPerBatch() {
        return rows * steps;
    }

    @Override
    public int batchesPerEpoch() {
        return batches;
    }

    @Override
    public boolean next(int[] inputs, int[] targets) {
        if (inputs.length != rows * steps || targets.length != rows * steps) {
            throw new IllegalArgumentException(
                    "a batch has %d tokens, not %d and %d".formatted(rows * steps, inputs.length, targets.length));
        }
        int batch = position.batch();
        for (int b = 0; b < rows; b++) {
            int start = starts[batch * rows + b];
            for (int t = 0; t < steps; t++) {
                inputs[t * rows + b] = ids[start + t];
                targets[t * rows + b] = ids[start + t + 1];
            }
        }
        if (batch + 1 < batches) {
            position = new Position(position.epoch(), batch + 1, position.random());
        } else {
            position = new Position(position.epoch() + 1, 0, random.state());
            deal();
        }
        return sampling == Sampling.SEQUENTIAL && batch > 0;
    }

    @Override
    public Position position() {
        return position;
    }

    @Override
    public void moveTo(Position other) {
        if (other.epoch() < 0 || other.batch() < 0 || other.batch() >= batches) {
            throw new IllegalArgumentException(
                    "There is no batch %d in an epoch of %d batches.".formatted(other.batch() + 1, batches));
        }
        random = new SeededRandom(other.random());
        position = other;
        deal();
    }

    /** Lays out the windows of the epoch that starts here. */
    private void deal() {
        int offset = random.nextInt(steps);
        if (sampling == Sampling.SEQUENTIAL) {
            int part = (ids.length - steps) / rows;
            for (int i = 0; i < starts.length; i++) {
                starts[i] = offset + i % rows * part + i / rows * steps;
            }
            return;
        }
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        // Fisher and Yates, as far as windows are used
        for (int i = 0; i < starts.length; i++) {
            int j = i + random.nextInt(order.length - i);
            int window = order[j];
            order[j] = order[i];
            order[i] = window;
            starts[i] = offset + window * steps;
        }
    }
}
