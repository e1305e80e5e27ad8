package grulab.engine.train;

import grulab.model.CellType;
import grulab.model.Experiment;
import grulab.model.Optimizer;
import java.util.Locale;

/**
 * The memory that an experiment takes, in bytes, reckoned from its sizes before anything of it is built: T steps, B
 * rows, H units, V symbols, G gates.
 *
 * @param weights all parameters, and the transposed copies for the way back
 * @param gradients as large as the parameters
 * @param optimizer two running means of each gradient with Adam, none with SGD
 * @param lastGood parameters and running means that a divergence goes back to
 * @param cell every state and gate of the T·B rows of a batch, and their gradients
 * @param head logits [T·B × V], and ∂L/∂h from them [T·B × H]
 * @param inputs symbols and targets [T·B]
 * @param watched the same for one row, of the passage that a window shows, and its traces
 * @param snapshots all parameters in float64, as often as a window may hold them: shown, waiting, and being made
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
        long watched,
        long snapshots,
        long saving,
        long largest) {
    private static final int SNAPSHOTS = 3;
    /** What lists, names and small arrays take. */
    private static final long SMALL = 64 << 10;
    /** The most elements that an array can have. */
    private static final long ARRAY = Integer.MAX_VALUE - 8;

    /** Of training alone, as a script trains. */
    public static Footprint ofTraining(Experiment experiment, int vocabulary) {
        return of(experiment, vocabulary, false);
    }

    /** Of training that a window watches. */
    public static Footprint ofWindow(Experiment experiment, int vocabulary) {
        return of(experiment, vocabulary, true);
    }

    private static Footprint of(Experiment e, int vocabulary, boolean window) {
        Buffers buffers = new Buffers(e.cell(), vocabulary, e.hidden());
        long parameters = buffers.parameters();
        long memory = e.optimizer() == Optimizer.ADAM ? 2 * parameters : 0;
        long rows = (long) e.steps() * e.batch();
        long passage = buffers.cell(e.steps(), 1) + buffers.head(e.steps());
        long trace = (long) e.steps() * e.hidden() * (2L * e.cell().quantities().size() + 1);
        return new Footprint(
                Float.BYTES * (parameters + buffers.transposed()) + SMALL,
                Float.BYTES * parameters,
                Float.BYTES * memory,
                Float.BYTES * (parameters + memory),
                Float.BYTES * buffers.cell(rows, e.batch()),
                Float.BYTES * buffers.head(rows),
                2 * Integer.BYTES * rows,
                window ? Float.BYTES * passage : 0,
                window ? SNAPSHOTS * (Double.BYTES * parameters + Float.BYTES * trace) : 0,
                Float.BYTES * (2 * parameters + memory),
                buffers.largest(rows));
    }

    /** All of it. */
    public long bytes() {
        return Math.addExact(
                weights + gradients + optimizer + lastGood + cell + head + inputs, watched + snapshots + saving);
    }

    /** Whether so many bytes are enough, and every array can exist. */
    public boolean fits(long free) {
        return bytes() <= free && largest <= ARRAY;
    }

    /** Bytes as people say them: 1.9 GB, 310 MB. */
    static String words(long bytes) {
        double mega = bytes / 1e6;
        return mega < 1000
                ? String.format(Locale.ROOT, "%.0f MB", mega)
                : String.format(Locale.ROOT, "%.1f GB", mega / 1000);
    }

    /** How many floats the buffers hold, each in strips of one vector. */
    private record Buffers(CellType cellType, int vocabulary, int hidden) {
        /** Floats of the widest vector: no strip is wider. */
        private static final int LANES = 16;
        /** Rows that a tall matrix may be padded with. */
        private static final int PADDING = 72;

        private int gates() {
            return cellType.gates().size();
        }

        long parameters() {
            long wide = (long) gates() * width(hidden);
            return matrix(vocabulary, wide)
                    + matrix(hidden, wide)
                    + 2 * wide
                    + matrix(hidden, width(vocabulary))
                    + width(vocabulary);
        }

        /** U and W_hq again, transposed. */
        long transposed() {
            return matrix((long) gates() * hidden, width(hidden)) + matrix(vocabulary, width(hidden));
        }

        /** Of T·B rows: h, the gates, what else the way back needs (GRU: m or q, h̃; LSTM: c, tanh c), their gradients. */
        long cell(long rows, long batch) {
            long perRow = switch (cellType) {
                case GRU -> 2 + 3 + 3 + 6;
                case LSTM -> 1 + 4 + 2 + 4;
                case RNN -> 1 + 1 + 1;
            };
            // h_0 and, for the way back, ∂L/∂ of the states and products of one step
            return perRow * matrix(rows, width(hidden)) + 6 * matrix(batch, width(hidden));
        }

        long head(long rows) {
            return matrix(rows, width(vocabulary)) + matrix(rows, width(hidden));
        }

        long largest(long rows) {
            long gradients = matrix(rows, width(hidden)) * (gates() + 1);
            return Math.max(gradients, Math.max(matrix(rows, width(vocabulary)), parameters()));
        }

        private static long matrix(long rows, long columns) {
            return (rows + PADDING) * columns;
        }

        private static long width(long columns) {
            return (columns + LANES - 1) / LANES * LANES;
        }
    }
}
