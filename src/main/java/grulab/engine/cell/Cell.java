package grulab.engine.cell;

import grulab.engine.math.Kernels;
import grulab.engine.math.Strips;
import grulab.engine.math.Team;
import grulab.model.Convention;
import grulab.model.Quantity;
import java.util.Arrays;
import java.util.List;

/**
 * A recurrent cell that reads T steps of B rows, and the way back. Every gate and state is kept, so that a trace is a
 * copy. Matrices over a window have T · B rows, time-major: step t has rows t·B … t·B + B − 1. Every buffer is made
 * once.
 *
 * <p>Methods that take a part are called by every thread of a team with its own part of the work, and a barrier between
 * one method and the next. A part of the batch is read by one thread through all time steps.
 */
public abstract class Cell {
    public final CellWeights weights;
    final CellInput input;
    final int batch;
    /** Strips of H columns. */
    final int units;

    private final int steps;
    private final List<Kernels> kernels;
    private final Team team;
    private final boolean recording;

    /** h_0 … h_T [(T+1)·B × H]; h_0 is to be set before {@link #forward}. */
    public final Strips h;

    private final Strips[] onlyH;
    /** U h, and then the gates [T·B × gates·H]. */
    final Strips gates;
    /**
     * ∂L/∂ of the gates' arguments [T·B × gates·H]. If nothing is recorded it takes the place of the gates, number by
     * number: what is read and written again lies in the cache.
     */
    final Strips d;
    /** ∂L/∂h_t from the output [T·B × H]; to be written before {@link #backward}. */
    public final Strips dOut;
    /** What flows back through time [B × H]: after {@link #backward} ∂L/∂h_0, if it is recorded. */
    final Strips dh;
    /** Total ∂L/∂h_t [T·B × H], if it is recorded. */
    final Strips dTotal;

    /**
     * @param gateBlocks of H columns that {@link #gates} has: one for each gate, or none if they are not kept
     */
    Cell(Reading reading, int gateBlocks) {
        weights = reading.weights();
        input = reading.input();
        kernels = reading.kernels();
        team = reading.team();
        steps = reading.steps();
        batch = reading.batch();
        recording = reading.recording();
        units = weights.units;
        int rows = steps * batch;
        h = states(rows + batch);
        onlyH = new Strips[] {h};
        gates = new Strips(rows, gateBlocks * weights.width, weights.w.lanes);
        boolean apart = recording || gateBlocks == 0;
        d = apart ? new Strips(rows, weights.type.gates().size() * weights.width, weights.w.lanes) : gates;
        dOut = states(rows);
        dh = states(batch);
        dTotal = recorded();
    }

    /** The cell that the weights are for. */
    public static Cell of(Reading reading) {
        return switch (reading.weights().type) {
            case GRU -> new GruCell(reading);
            case LSTM -> new LstmCell(reading);
            case RNN -> new RnnCell(reading);
        };
    }

    final Strips states(int rows) {
        return new Strips(rows, weights.hidden, weights.w.lanes);
    }

    /** [T·B × H], empty if nothing is recorded. */
    final Strips recorded() {
        return states(recording ? steps * batch : 0);
    }

    /** To be called by one thread before a window is read. */
    public final void prepare() {
        input.prepare(weights, kernels.get(0));
    }

    /** Reads the window from h_0, under a GRU's convention. */
    public final void forward(int part, Convention convention) {
        kernels.get(part).keep(weights.u);
        int first = firstRow(part);
        int rows = firstRow(part + 1) - first;
        for (int t = 0; t < steps && rows > 0; t++) {
            step(kernels.get(part), part, convention, t * batch + first, rows);
        }
    }

    /** Some rows of one step: from h of the step before to the gates and h of this one. */
    abstract void step(Kernels by, int part, Convention convention, int row, int rows);

    /** From {@link #dOut} to ∂L/∂ of every gate's argument. */
    public final void backward(int part, Convention convention) {
        kernels.get(part).keep(weights.uBack);
        int first = firstRow(part);
        int rows = firstRow(part + 1) - first;
        clear(dh, first, rows);
        startBack(first, rows);
        for (int t = steps - 1; t >= 0 && rows > 0; t--) {
            int row = t * batch + first;
            if (recording) {
                sum(dh, first, dOut, row, dTotal, rows);
            }
            // h_0 is detached: nothing is wanted of what flows past the first step, unless it is recorded
            stepBack(kernels.get(part), part, convention, row, first, rows, t > 0 || recording);
        }
    }

    /** Other states than h, whose flow is to be cleared. */
    void startBack(int first, int rows) {}

    /**
     * Some rows of one step back: from {@link #dh} and {@link #dOut} to {@link #d}, and dh becomes ∂L/∂h of the step
     * before.
     *
     * @param row of the window
     * @param b row of the batch
     * @param flows whether what flows past this step is wanted
     */
    abstract void stepBack(Kernels by, int part, Convention convention, int row, int b, int rows, boolean flows);

    /** The gradients of all parameters, after {@link #backward}; shared by rows and strips of the results. */
    public final void gradients(int part, Convention convention) {
        Kernels by = kernels.get(part);
        recurrentGradient(by, convention, shareOfUnits(part), shareOfUnits(part + 1));
        int lanes = weights.w.lanes;
        int rows = steps * batch;
        for (int s = part; s < weights.w.count; s += team.size()) {
            int gate = s / units;
            int at = s * lanes;
            Strips argument = argument(gate, convention);
            int from = argument == d ? s : s % units;
            input.gradient(by, argument, from, weights.dW, s, weights.dB.a, at);
            if (argument == d) {
                System.arraycopy(weights.dB.a, at, weights.dC.a, at, lanes);
            } else {
                by.columnSum(d, s, rows, weights.dC.a, at);
            }
            if (!weights.hasInputBias(gate)) {
                Arrays.fill(weights.dB.a, at, at + lanes, 0);
            }
            if (!weights.hasRecurrentBias(gate)) {
                Arrays.fill(weights.dC.a, at, at + lanes, 0);
            }
        }
    }

    /** ∂L/∂U for some units of h: by default all gates have the state of the step before as their factor. */
    void recurrentGradient(Kernels by, Convention convention, int from, int to) {
        by.gradient(h, 0, from, to, d, 0, 0, weights.dU, 0, weights.u.count, steps * batch);
    }

    /**
     * Where ∂L/∂ of a gate's argument is: {@link #d} in the gate's block, or a matrix [T·B × H] of its own if what flows
     * into the gate's product U h is another.
     */
    Strips argument(int gate, Convention convention) {
        return d;
    }

    /** States that are carried from window to window, each [(T+1)·B × H]. */
    Strips[] carried() {
        return onlyH;
    }

    /** h_T becomes h_0 of the next window: carried, and no gradient flows back. */
    public final void carry() {
        for (Strips states : carried()) {
            for (int s = 0; s < units; s++) {
                int last = states.at(steps * batch, s);
                System.arraycopy(states.a, last, states.a, states.at(0, s), batch * states.lanes);
            }
        }
    }

    /** Zero start states. */
    public final void restart() {
        for (Strips states : carried()) {
            clear(states, 0, batch);
        }
    }

    /** Copies the start states to an array of {@link #startSize}, or back from it. */
    public final void copyStart(float[] array, boolean back) {
        int at = 0;
        for (Strips states : carried()) {
            for (int s = 0; s < units; s++, at += batch * states.lanes) {
                int here = states.at(0, s);
                if (back) {
                    System.arraycopy(array, at, states.a, here, batch * states.lanes);
                } else {
                    System.arraycopy(states.a, here, array, at, batch * states.lanes);
                }
            }
        }
    }

    /** Numbers in all start states, with their padding. */
    public final int startSize() {
        return carried().length * units * batch * h.lanes;
    }

    /** The start of a state: the rows from which the first step reads, [B][H] row after row. */
    public float[] start(Quantity state) {
        return state(state).rowMajor(0, batch);
    }

    /** Sets the start of a state, [B][H] row after row. */
    public void start(Quantity state, float[] values) {
        Strips all = state(state);
        for (int i = 0; i < values.length; i++) {
            all.set(i / weights.hidden, i % weights.hidden, values[i]);
        }
    }

    /** h_0 …, or c_0 … of an LSTM, [(T+1)·B × H]. */
    Strips state(Quantity state) {
        if (state != Quantity.STATE) {
            throw new IllegalArgumentException(weights.type.title() + " has no state " + state);
        }
        return h;
    }

    /** A gate or state over the window, [T·B][H] row after row. */
    public abstract float[] values(Quantity quantity, Convention convention);

    /** Total ∂L/∂ of a gate or state over the window, [T·B][H] row after row; must have been recorded. */
    public abstract float[] gradients(Quantity quantity, Convention convention);

    /** ∂L/∂ of a start state, [B][H] row after row; must have been recorded. */
    public float[] startGradient(Quantity state) {
        return dh.rowMajor(0, batch);
    }

    /** ∂L/∂x, [T·B][I] row after row. */
    public final float[] inputGradient(Convention convention) {
        int rows = steps * batch;
        float[] dx = new float[rows * weights.inputs];
        for (int s = 0; s < weights.w.count; s++) {
            Strips argument = argument(s / units, convention);
            int from = argument == d ? s : s % units;
            for (int j = 0; j < weights.w.lanes; j++) {
                for (int i = 0; i < dx.length; i++) {
                    int w = weights.w.at(i % weights.inputs, s) + j;
                    dx[i] += weights.w.a[w] * argument.a[argument.at(i / weights.inputs, from) + j];
                }
            }
        }
        return dx;
    }

    /** H columns of a matrix over the window, row after row. */
    final float[] block(Strips matrix, int block) {
        int lanes = matrix.lanes;
        int rows = steps * batch;
        float[] out = new float[rows * weights.hidden];
        for (int s = 0; s < units; s++) {
            int count = Math.min(lanes, weights.hidden - s * lanes);
            for (int i = 0; i < rows; i++) {
                int from = matrix.at(i, block * units + s);
                System.arraycopy(matrix.a, from, out, i * weights.hidden + s * lanes, count);
            }
        }
        return out;
    }

    /** The states before each step: h_0 … h_{T−1}, row after row. */
    final float[] before(Strips states) {
        return states.rowMajor(0, steps * batch);
    }

    /** The states after each step: h_1 … h_T, row after row. */
    final float[] after(Strips states) {
        return states.rowMajor(batch, (steps + 1) * batch);
    }

    /** a ⊙ b, in a's array. */
    static float[] product(float[] a, float[] b) {
        for (int i = 0; i < a.length; i++) {
            a[i] *= b[i];
        }
        return a;
    }

    final void clear(Strips states, int first, int rows) {
        for (int s = 0; s < units; s++) {
            Arrays.fill(states.a, states.at(first, s), states.at(first + rows, s), 0);
        }
    }

    /** c ← a + b for rows of a step. */
    private void sum(Strips a, int aRow, Strips b, int bRow, Strips c, int rows) {
        for (int s = 0; s < units; s++) {
            for (int i = 0; i < rows * a.lanes; i++) {
                c.a[c.at(bRow, s) + i] = a.a[a.at(aRow, s) + i] + b.a[b.at(bRow, s) + i];
            }
        }
    }

    /** Keeps rows of what flows back, as it is at a step. */
    final void record(Strips flow, int b, Strips kept, int row, int rows) {
        if (recording) {
            for (int s = 0; s < units; s++) {
                System.arraycopy(flow.a, flow.at(b, s), kept.a, kept.at(row, s), rows * flow.lanes);
            }
        }
    }

    /** First row of a part's share of the batch. */
    private int firstRow(int part) {
        return Kernels.share(part, team.size(), batch);
    }

    private int shareOfUnits(int part) {
        return Kernels.share(part, team.size(), weights.hidden);
    }
}
