package grulab.engine.cell;

import grulab.engine.math.KernelKind;
import grulab.engine.math.Kernels;
import grulab.engine.math.Strips;
import grulab.model.Convention;
import grulab.model.Quantity;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import java.util.List;

/**
 * A GRU in any of the four conventions.
 *
 * <p>Inside there is one meaning of the update gate: the share k of the past, h' = h̃ + k ⊙ (h − h̃), with k = z under
 * keep and k = 1 − z = σ(−a_z) under admit. Relabelling negates a_z, so relabelled twins compute the same bits.
 *
 * <p>{@link #gates} holds r, k and, with reset after, m = U_n h + c_n, with reset before h̃; {@link #extra} holds h̃ with
 * reset after, q = r ⊙ h before. {@link #d} holds ∂L/∂ of a_r and a_z, and of m with reset after, of a_n before.
 */
public final class GruCell extends Cell {
    /** Blocks of {@link #gates} and {@link #d}. */
    static final int R = 0;

    static final int Z = 1;
    static final int N = 2;
    final Strips extra;
    /** ∂L/∂a_n [T·B × H], reset after; takes the place of h̃ if nothing is recorded. */
    final Strips dCandidate;
    /** ∂L/∂q [B × H], reset before. */
    final Strips dq;

    private final Strips dqTotal;
    private final List<GruGates> by;

    GruCell(Reading reading) {
        super(reading, 3);
        extra = states(reading.steps() * reading.batch());
        dCandidate = reading.recording() ? states(reading.steps() * reading.batch()) : extra;
        dq = states(reading.batch());
        dqTotal = recorded();
        by = reading.kernels().stream()
                .map(k -> k.kind() == KernelKind.VECTOR ? new VectorGru(this) : new PlainGru(this))
                .toList();
    }

    @Override
    void step(Kernels kernels, int part, Convention convention, int row, int rows) {
        GruGates elementwise = by.get(part);
        Strips u = weights.u;
        int k = weights.hidden;
        if (convention.reset() == ResetPosition.AFTER) {
            kernels.product(h, row, 0, k, u, 0, 0, gates, row, 0, rows, 3 * units, false);
            elementwise.gates(row, rows, sign(convention));
            elementwise.candidateAfter(row, rows);
        } else {
            kernels.product(h, row, 0, k, u, 0, 0, gates, row, 0, rows, 2 * units, false);
            elementwise.gates(row, rows, sign(convention));
            elementwise.resetBefore(row, rows);
            kernels.product(extra, row, 0, k, u, 0, N * units, gates, row, N * units, rows, units, false);
            elementwise.candidateBefore(row, rows);
        }
    }

    @Override
    void stepBack(Kernels kernels, int part, Convention convention, int row, int b, int rows, boolean flows) {
        GruGates elementwise = by.get(part);
        Strips u = weights.uBack;
        int gate = weights.width;
        if (convention.reset() == ResetPosition.AFTER) {
            elementwise.backAfter(row, b, rows, sign(convention));
            if (flows) {
                kernels.product(d, row, 0, 3 * gate, u, 0, 0, dh, b, 0, rows, units, true);
            }
        } else {
            elementwise.candidateBackBefore(row, b, rows, sign(convention));
            kernels.product(d, row, N * units, gate, u, N * gate, 0, dq, b, 0, rows, units, false);
            record(dq, b, dqTotal, row, rows);
            elementwise.resetBackBefore(row, b, rows);
            if (flows) {
                kernels.product(d, row, 0, 2 * gate, u, 0, 0, dh, b, 0, rows, units, true);
            }
        }
    }

    @Override
    void recurrentGradient(Kernels kernels, Convention convention, int from, int to) {
        if (convention.reset() == ResetPosition.AFTER) {
            super.recurrentGradient(kernels, convention, from, to);
        } else {
            Strips dU = weights.dU;
            kernels.gradient(h, 0, from, to, d, 0, 0, dU, 0, 2 * units, d.rows);
            kernels.gradient(extra, 0, from, to, d, 0, N * units, dU, N * units, units, d.rows);
        }
    }

    @Override
    Strips argument(int gate, Convention convention) {
        return gate == N && convention.reset() == ResetPosition.AFTER ? dCandidate : d;
    }

    /** −1 where z admits: k = σ(−a_z). */
    private static float sign(Convention convention) {
        return convention.update() == UpdateMeaning.KEEP ? 1 : -1;
    }

    @Override
    public float[] values(Quantity quantity, Convention convention) {
        boolean after = convention.reset() == ResetPosition.AFTER;
        return switch (quantity) {
            case RESET -> block(gates, R);
            case UPDATE -> {
                float[] k = block(gates, Z);
                yield convention.update() == UpdateMeaning.KEEP ? k : rest(k);
            }
            case CANDIDATE -> after ? block(extra, 0) : block(gates, N);
            case PRODUCT -> after ? product(block(gates, R), block(gates, N)) : block(extra, 0);
            case STATE -> after(h);
            default -> throw new IllegalArgumentException("a GRU has no " + quantity);
        };
    }

    @Override
    public float[] gradients(Quantity quantity, Convention convention) {
        float[] total = block(dTotal, 0);
        boolean after = convention.reset() == ResetPosition.AFTER;
        return switch (quantity) {
            case STATE -> total;
            case CANDIDATE -> product(total, rest(block(gates, Z)));
            case UPDATE -> {
                float[] candidate = values(Quantity.CANDIDATE, convention);
                float[] past = before(h);
                for (int i = 0; i < total.length; i++) {
                    total[i] *= sign(convention) * (past[i] - candidate[i]);
                }
                yield total;
            }
            case RESET ->
                after ? product(block(dCandidate, 0), block(gates, N)) : product(block(dqTotal, 0), before(h));
            default -> throw new IllegalArgumentException("a GRU has no " + quantity);
        };
    }

    private static float[] rest(float[] share) {
        for (int i = 0; i < share.length; i++) {
            share[i] = 1 - share[i];
        }
        return share;
    }
}
