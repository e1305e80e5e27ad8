package grulab.engine.twin;

import grulab.engine.train.WatchedPass;
import grulab.engine.train.WeightsRun;
import grulab.engine.whatif.Reading;
import grulab.engine.whatif.Replay;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.EqualCase;
import grulab.model.Pairing;
import grulab.model.Passage;
import grulab.model.SeededRandom;
import grulab.model.Snapshot;
import grulab.model.Twin;
import grulab.model.TwinDifference;
import grulab.model.UpdateMeaning;
import grulab.model.Weights;
import org.jspecify.annotations.Nullable;

/**
 * Two GRUs on the same passage from the same state, each in its own convention. Both windows are the engine's, in
 * float32; where they part is measured in float64.
 */
public final class TwinCells {
    /** Tokens that each writes. */
    private static final int LENGTH = 200;

    private static final double TEMPERATURE = 0.7;
    /** Of the random numbers that both draw. */
    private static final long SEED = 7;

    /** What the symbols of the text stand for. */
    public interface Writing {
        /** What the cells are given to go on from: at least one symbol of the passage. */
        int[] prefix(Passage passage);

        String text(int[] symbols);
    }

    private TwinCells() {}

    /**
     * B is A's weights in another formula, as they are or relabelled.
     *
     * @param a of a GRU
     * @param pairing not SAME_SEED
     * @throws IllegalArgumentException if the reset position is to be relabelled, for which no weights exist
     */
    public static Twin of(Snapshot a, Convention other, Pairing pairing, Writing writing) {
        check(a);
        if (pairing == Pairing.SAME_SEED) {
            throw new IllegalArgumentException("Who trains for itself has its own weights; give them.");
        }
        if (pairing == Pairing.RELABELLED && !a.convention().relabelsTo(other)) {
            throw new IllegalArgumentException(
                    "The reset position cannot be relabelled: no weights make both forms equal.");
        }
        boolean relabelled = pairing == Pairing.RELABELLED
                && other.update() != a.convention().update();
        Weights weights = relabelled ? a.weights().relabelled() : a.weights();
        Snapshot b = read(a, weights, other, a.trace().start());
        return new Pair(a, b, relabelled).twin(pairing, null, writing);
    }

    /**
     * B has trained for itself.
     *
     * @param b of the same sizes; what it shows of another passage is read again on that of {@code a}
     */
    public static Twin trained(Snapshot a, Snapshot b, Writing writing) {
        check(a);
        check(b);
        boolean same = a.passage().offset() == b.passage().offset()
                && a.passage().steps() == b.passage().steps();
        Snapshot read =
                same ? b : read(a, b, b.weights(), b.convention(), a.trace().start());
        return new Pair(a, read, false).twin(Pairing.SAME_SEED, null, writing);
    }

    /**
     * A's weights, changed so that the position of the reset gate makes no difference, in both positions.
     *
     * @param meaning of B's update gate
     * @param pairing RELABELLED negates B's z where A's gate has the other meaning; with SAME_WEIGHTS the two differ then
     */
    public static Twin equal(Snapshot a, EqualCase equal, UpdateMeaning meaning, Pairing pairing, Writing writing) {
        check(a);
        Convention own = a.convention();
        boolean relabelled = pairing == Pairing.RELABELLED && own.update() != meaning;
        Weights weights = EqualWeights.of(equal, a.weights());
        float[] start = equal == EqualCase.FIRST_STEP
                ? new float[a.trace().hidden()]
                : a.trace().start();
        Snapshot first = read(a, weights, own, start);
        Snapshot second = read(
                a,
                relabelled ? weights.relabelled() : weights,
                new Convention(own.reset().opposite(), meaning),
                start);
        return new Pair(first, second, relabelled).twin(pairing, equal, writing);
    }

    private static void check(Snapshot snapshot) {
        if (snapshot.trace().cell() != CellType.GRU) {
            throw new IllegalArgumentException("Only a GRU has conventions; this cell is %s."
                    .formatted(snapshot.trace().cell().title()));
        }
    }

    private static Snapshot read(Snapshot a, Weights weights, Convention convention, float[] start) {
        return read(a, a, weights, convention, start);
    }

    /** The passage of one snapshot by other weights, dated as another is. */
    private static Snapshot read(
            Snapshot passage, Snapshot date, Weights weights, Convention convention, float[] start) {
        WatchedPass pass = new WeightsRun(weights, convention).read(passage.passage(), start);
        return new Snapshot(
                date.generation(),
                date.batch(),
                date.experiment().withConvention(convention),
                passage.passage(),
                pass.trace(),
                weights,
                pass.loss());
    }

    /** @param relabelled whether the update gate of one is meant to be 1 − that of the other */
    private record Pair(Snapshot a, Snapshot b, boolean relabelled) {
        Twin twin(Pairing pairing, @Nullable EqualCase equal, Writing writing) {
            int[] prefix = writing.prefix(a.passage());
            Reading one = float64(a);
            TwinDifference difference = new Parting(one, float64(b), relabelled).measure(a.trace(), b.trace());
            boolean both =
                    relabelled && a.convention().reset() == b.convention().reset();
            return new Twin(
                    a,
                    b,
                    pairing,
                    equal,
                    difference,
                    both ? difference.largest() : ownError(one),
                    writing.text(prefix),
                    writing.text(written(a, prefix)),
                    writing.text(written(b, prefix)));
        }

        /** How far A is from itself when its z is relabelled. */
        private double ownError(Reading one) {
            Convention own = a.convention();
            Snapshot again = read(
                    a,
                    a.weights().relabelled(),
                    own.with(own.update().opposite()),
                    a.trace().start());
            return new Parting(one, float64(again), true)
                    .measure(a.trace(), again.trace())
                    .largest();
        }

        private static Reading float64(Snapshot snapshot) {
            return Replay.forward(snapshot);
        }

        private static int[] written(Snapshot by, int[] prefix) {
            return new WeightsRun(by.weights(), by.convention())
                    .write(prefix, LENGTH, TEMPERATURE, new SeededRandom(SEED));
        }
    }
}
