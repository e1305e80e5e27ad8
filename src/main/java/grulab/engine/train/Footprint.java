package grulab.engine.train;

import grulab.engine.math.KernelChoice;
import grulab.engine.math.KernelKind;
import grulab.model.Experiment;
import grulab.model.Optimizer;
import java.util.Locale;

/**
 * The memory that an experiment takes, in bytes, reckoned from its sizes before anything of it is built: T steps, B
 * rows, H units, V symbols.
 *
 * @param weights all parameters, and the transposed copies for the way back
 * @param gradients as large as the parameters
 * @param optimizer two running means of each gradient with Adam, none with SGD
 * @param lastGood parameters, running means and states that a divergence goes back to
 * @param cell every state and gate of the T·B rows of a batch, and their gradients
 * @param head logits of all rows, and their losses
 * @param inputs symbols and targets [T·B]
 * @param scratch what the kernels copy for themselves; next to nothing for vector kernels, an upper bound for plain ones
 * @param watched buffers for the one row of the passage that a window shows
 * @param snapshots traces of that passage and all parameters in float64, as often as a window may hold them: the
 *     newest shown, waiting and being made; a batch that was gone back to, shown and waiting; and that with edits
 * @param history the weights after the newest batch, which a window can always go back to; those of earlier batches
 *     take only what is free beside all this
 * @param saving copies that are made to write a lab file
 * @param largest floats of the largest single array
 */
public record Footprint(
        long weights,
        long gradients,
        long optimizer,
        long lastGood,
        long cell,
        long head,
        long inputs,
        long scratch,
        long watched,
        long snapshots,
        long history,
        long saving,
        long largest) {
    private static final int SNAPSHOTS = 6;
    /** What names, lists and the heads of arrays take. */
    private static final long SMALL = 48 << 10;
    /** The most elements that an array can have. */
    private static final long ARRAY = Integer.MAX_VALUE - 8;

    /**
     * Of training alone, as a script trains, with the kernels that this process uses.
     *
     * @param threads that may work on one step
     */
    public static Footprint ofTraining(Experiment experiment, int vocabulary, int threads) {
        return of(experiment, vocabulary, threads, KernelChoice.best(), false);
    }

    /** The same of training that a window watches. */
    public static Footprint ofWindow(Experiment experiment, int vocabulary, int threads) {
        return of(experiment, vocabulary, threads, KernelChoice.best(), true);
    }

    /** The same with chosen kernels. */
    public static Footprint of(Experiment e, int vocabulary, int threads, KernelChoice choice, boolean window) {
        Layout layout = new Layout(e.cell(), vocabulary, e.hidden(), choice);
        long parameters = layout.parameters();
        long memory = e.optimizer() == Optimizer.ADAM ? 2 * parameters : 0;
        long rows = (long) e.steps() * e.batch();
        long copies = choice.kind() == KernelKind.PLAIN ? threads * layout.copies(rows, e.batch()) : 0;
        return new Footprint(
                Float.BYTES * (parameters + layout.derived()) + SMALL,
                Float.BYTES * parameters + Double.BYTES * layout.squares(),
                Float.BYTES * memory,
                Float.BYTES * (parameters + memory + layout.states(e.batch())),
                Float.BYTES * layout.cell(rows, e.batch(), false),
                Float.BYTES * layout.logits(rows) + Double.BYTES * ((rows + 7) / 8),
                2 * Integer.BYTES * rows,
                Float.BYTES * copies + SMALL,
                window ? watched(layout, e.steps()) : 0,
                window ? SNAPSHOTS * (Double.BYTES * layout.numbers() + Float.BYTES * layout.trace(e.steps())) : 0,
                window ? Float.BYTES * parameters : 0,
                // a copy of everything, and of the largest of it as bytes
                Float.BYTES * (layout.numbers() * (memory > 0 ? 3 : 1) + layout.largestMatrix()),
                Math.max(layout.largest(rows), parameters));
    }

    private static long watched(Layout layout, int steps) {
        return Float.BYTES * (layout.cell(steps, 1, true) + layout.logits(steps))
                + Double.BYTES * layout.squares()
                + Integer.BYTES * steps
                + SMALL;
    }

    /** What lasts as long as the trainer, without who watches it. */
    public long training() {
        return weights + gradients + optimizer + lastGood + cell + head + inputs + scratch;
    }

    /** What is free again when it goes, beside its history, which is as long as there was room for. */
    public long held() {
        return training() + watched + snapshots;
    }

    /** All of it. */
    public long bytes() {
        return held() + history + saving;
    }

    /** Whether so many bytes are enough, and every array can exist. */
    public boolean fits(long free) {
        return bytes() <= free && largest <= ARRAY;
    }

    /** Bytes as people say them: 1.9 GB, 310 MB. */
    public static String words(long bytes) {
        double mega = bytes / 1e6;
        return mega < 1000
                ? String.format(Locale.ROOT, "%.0f MB", mega)
                : String.format(Locale.ROOT, "%.1f GB", mega / 1000);
    }
}
