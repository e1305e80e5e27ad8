package grulab.engine.cell;

import static grulab.engine.cell.GruWeights.N;
import static grulab.engine.cell.GruWeights.R;
import static grulab.engine.cell.GruWeights.Z;

import grulab.engine.math.ColumnSums;
import grulab.engine.math.Factor;
import grulab.engine.math.Matrix;
import grulab.engine.math.Products;
import grulab.engine.math.Squash;
import grulab.model.Convention;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import java.util.Arrays;

/**
 * A GRU read over T steps of B rows, in any of the four conventions, and back. Every gate and state is kept, so that
 * a trace is a copy. All matrices are [T·B × H], time-major: step t has rows t·B … t·B + B − 1. Every buffer is made
 * once.
 *
 * <p>Inside there is one meaning of the update gate: the share k of the past, h' = h̃ + k ⊙ (h − h̃), with k = z under
 * keep and k = 1 − z = σ(−a_z) under admit. Relabelling negates a_z, so relabelled twins compute the same bits.
 */
public final class GruCell {
    private final GruWeights weights;
    private final Products products;
    private final Team team;
    private final int steps;
    private final int batch;
    private final int hidden;
    private Convention convention = Convention.PYTORCH;

    /** h_0 [B×H]; to be set before {@link #forward}. */
    public final Matrix start;

    public final Matrix reset;
    /** k: z under keep, 1 − z under admit. */
    public final Matrix kept;

    public final Matrix candidate;
    public final Matrix state;
    /** h_{t−1}: a copy, because a loop over arrays with one index is the one that is vectorised. */
    public final Matrix before;
    /** m = U_n h + c_n with reset after, q = r ⊙ h with reset before. */
    public final Matrix inner;

    /** ∂L/∂h_t. Holds the output's share when {@link #backward} is called, and the total after. */
    public final Matrix dState;

    private final Matrix dReset;
    private final Matrix dUpdate;
    private final Matrix dCandidate;
    /** ∂L/∂m with reset after, ∂L/∂q with reset before. */
    public final Matrix dInner;
    /** ∂L/∂h_{t−1} through step t alone, and the same shifted to the rows of step t − 1. */
    private final Matrix flow;

    private final Matrix incoming;

    private final Factor[] forth = new Factor[3];
    private final Factor[] back = new Factor[3];
    private final float[] bias;
    private final ColumnSums sums;

    /** @param team shares the rows of the batch, each through all time steps */
    public GruCell(GruWeights weights, Products products, Team team, int steps, int batch) {
        this.weights = weights;
        this.products = products;
        this.team = team;
        this.steps = steps;
        this.batch = batch;
        hidden = weights.hidden;
        start = new Matrix(batch, hidden);
        reset = window();
        kept = window();
        candidate = window();
        state = window();
        before = window();
        inner = window();
        dState = window();
        dReset = window();
        dUpdate = window();
        dCandidate = window();
        dInner = window();
        flow = window();
        incoming = window();
        for (int gate = R; gate <= N; gate++) {
            forth[gate] = new Factor(hidden, hidden, batch);
            back[gate] = new Factor(hidden, hidden, batch);
        }
        bias = new float[hidden];
        sums = new ColumnSums(hidden);
    }

    private Matrix window() {
        return new Matrix(steps * batch, hidden);
    }

    /** Reads the window from {@link #start}. */
    public void forward(CellInput input, Convention by) {
        convention = by;
        for (int gate = R; gate <= N; gate++) {
            forth[gate].take(weights.recurrent(gate));
            weights.inputBias(gate, by.reset(), bias);
            input.project(weights.input(gate), bias, argument(gate), products);
        }
        if (by.reset() == ResetPosition.AFTER) {
            weights.candidateBias(bias);
            for (int i = 0; i < steps * batch; i++) {
                System.arraycopy(bias, 0, inner.values, i * hidden, hidden);
            }
        }
        System.arraycopy(start.values, 0, before.values, 0, start.values.length);
        team.run(part -> {
            for (int t = 0; t < steps; t++) {
                step(t * batch + firstRow(part), t * batch + firstRow(part + 1));
            }
        });
    }

    /** First row of a part's share of the batch. */
    private int firstRow(int part) {
        return part * batch / team.size();
    }

    private Matrix argument(int gate) {
        return gate == R ? reset : gate == Z ? kept : candidate;
    }

    /** The gates hold W x and the biases beside it; the recurrent side of some rows of a step is added, and they are squashed. */
    private void step(int top, int end) {
        int from = top * hidden;
        int to = end * hidden;
        forth[R].addProduct(before, reset, top, end);
        forth[Z].addProduct(before, kept, top, end);
        Squash.sigmoid(reset.values, from, to, 1);
        Squash.sigmoid(kept.values, from, to, sign());
        if (convention.reset() == ResetPosition.AFTER) {
            forth[N].addProduct(before, inner, top, end);
            addProduct(reset.values, inner.values, candidate.values, from, to);
        } else {
            multiply(reset.values, before.values, inner.values, from, to);
            forth[N].addProduct(inner, candidate, top, end);
        }
        Squash.tanh(candidate.values, from, to);
        blend(kept.values, before.values, candidate.values, state.values, from, to);
        int next = from + batch * hidden;
        if (next < before.values.length) {
            System.arraycopy(state.values, from, before.values, next, to - from);
        }
    }

    /** −1 where z admits: k = σ(−a_z). */
    private float sign() {
        return convention.update() == UpdateMeaning.KEEP ? 1 : -1;
    }

    /** c += a ⊙ b */
    private static void addProduct(float[] a, float[] b, float[] c, int from, int to) {
        for (int i = from; i < to; i++) {
            c[i] += a[i] * b[i];
        }
    }

    /** c = a ⊙ b */
    private static void multiply(float[] a, float[] b, float[] c, int from, int to) {
        for (int i = from; i < to; i++) {
            c[i] = a[i] * b[i];
        }
    }

    /** h' = h̃ + k ⊙ (h − h̃) */
    private static void blend(float[] k, float[] h, float[] candidate, float[] next, int from, int to) {
        for (int i = from; i < to; i++) {
            next[i] = candidate[i] + k[i] * (h[i] - candidate[i]);
        }
    }

    /** Backpropagation through the window that was read last: from the output's share to the total of every gradient. */
    public void backward() {
        for (int gate = R; gate <= N; gate++) {
            back[gate].takeTransposed(weights.recurrent(gate));
        }
        int last = (steps - 1) * batch * hidden;
        Arrays.fill(incoming.values, last, last + batch * hidden, 0);
        team.run(part -> {
            for (int t = steps - 1; t >= 0; t--) {
                stepBack(t * batch + firstRow(part), t * batch + firstRow(part + 1));
            }
        });
    }

    private void stepBack(int top, int end) {
        int from = top * hidden;
        int to = end * hidden;
        add(incoming.values, dState.values, from, to);
        blendBack(
                dState.values,
                kept.values,
                before.values,
                candidate.values,
                sign(),
                dCandidate.values,
                dUpdate.values,
                flow.values,
                from,
                to);
        if (convention.reset() == ResetPosition.AFTER) {
            innerBackAfter(dCandidate.values, inner.values, reset.values, dInner.values, dReset.values, from, to);
            back[N].addProduct(dInner, flow, top, end);
        } else {
            Arrays.fill(dInner.values, from, to, 0);
            back[N].addProduct(dCandidate, dInner, top, end);
            innerBackBefore(dInner.values, before.values, reset.values, dReset.values, flow.values, from, to);
        }
        back[R].addProduct(dReset, flow, top, end);
        back[Z].addProduct(dUpdate, flow, top, end);
        int previous = from - batch * hidden;
        if (previous >= 0) {
            System.arraycopy(flow.values, from, incoming.values, previous, to - from);
        }
    }

    /** d += share */
    private static void add(float[] share, float[] d, int from, int to) {
        for (int i = from; i < to; i++) {
            d[i] += share[i];
        }
    }

    /** da_n = d (1 − k) (1 − h̃²); da_z = ± d (h − h̃) k (1 − k); what flows on past the gates is d k. */
    private static void blendBack(
            float[] d,
            float[] k,
            float[] h,
            float[] candidate,
            float sign,
            float[] dCandidate,
            float[] dUpdate,
            float[] flow,
            int from,
            int to) {
        for (int i = from; i < to; i++) {
            float past = d[i] * k[i];
            float c = candidate[i];
            dCandidate[i] = (d[i] - past) * (1 - c * c);
            dUpdate[i] = sign * (past * (1 - k[i]) * (h[i] - c));
            flow[i] = past;
        }
    }

    /** dm = da_n r; da_r = da_n m r (1 − r) */
    private static void innerBackAfter(
            float[] dCandidate, float[] m, float[] r, float[] dm, float[] dReset, int from, int to) {
        for (int i = from; i < to; i++) {
            float d = dCandidate[i] * r[i];
            dm[i] = d;
            dReset[i] = d * m[i] * (1 - r[i]);
        }
    }

    /** da_r = dq h r (1 − r); dh += dq r */
    private static void innerBackBefore(
            float[] dq, float[] h, float[] r, float[] dReset, float[] flow, int from, int to) {
        for (int i = from; i < to; i++) {
            float d = dq[i] * r[i];
            dReset[i] = d * h[i] * (1 - r[i]);
            flow[i] += d;
        }
    }

    /** The gradients of all parameters, after {@link #backward}. */
    public void gradients(CellInput input) {
        boolean after = convention.reset() == ResetPosition.AFTER;
        products.leftTransposed(before, dReset, weights.recurrentGradient(R));
        products.leftTransposed(before, dUpdate, weights.recurrentGradient(Z));
        products.leftTransposed(after ? before : inner, after ? dInner : dCandidate, weights.recurrentGradient(N));
        for (int gate = R; gate <= N; gate++) {
            Matrix d = dArgument(gate);
            input.gradient(d, weights.inputGradient(gate), products);
            sums.all(d, bias);
            weights.biasGradient("b_i", gate, bias);
            if (gate == N && after) {
                sums.all(dInner, bias);
            }
            weights.biasGradient("b_h", gate, bias);
        }
    }

    /** ∂L/∂a_g of a gate's argument, gates in the order r, z, n. */
    public Matrix dArgument(int gate) {
        return gate == R ? dReset : gate == Z ? dUpdate : dCandidate;
    }

    /** ∂L/∂h_0 [B×H], after {@link #backward}: the first rows of what flows past each step. */
    public float[] dStart() {
        return Arrays.copyOf(flow.values, batch * hidden);
    }

    /** h_T becomes h_0 of the next window: carried, and no gradient flows back. */
    public void carry() {
        int last = (steps - 1) * batch * hidden;
        System.arraycopy(state.values, last, start.values, 0, batch * hidden);
    }
}
