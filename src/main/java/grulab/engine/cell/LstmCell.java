package grulab.engine.cell;

import grulab.engine.math.KernelKind;
import grulab.engine.math.Kernels;
import grulab.engine.math.Strips;
import grulab.model.Convention;
import grulab.model.Quantity;
import java.util.List;

/**
 * An LSTM without peepholes: i, f, o = σ(W x + b + U h + c), g = tanh(W_g x + b_g + U_g h + c_g), c' = f ⊙ c + i ⊙ g,
 * h' = o ⊙ tanh(c'). {@link #gates} and {@link #d} have the blocks i, f, g, o.
 */
public final class LstmCell extends Cell {
    static final int I = 0;
    static final int F = 1;
    static final int G = 2;
    static final int O = 3;

    /** c_0 … c_T [(T+1)·B × H]. */
    final Strips c;

    private final Strips[] both;
    /** tanh(c) of each step [T·B × H]. */
    final Strips shown;
    /** What flows back through c [B × H]. */
    final Strips dc;

    private final Strips dcFlow;
    private final List<LstmGates> by;

    LstmCell(Reading reading) {
        super(reading, 4);
        int rows = reading.steps() * reading.batch();
        c = states(rows + reading.batch());
        both = new Strips[] {h, c};
        shown = states(rows);
        dc = states(reading.batch());
        dcFlow = recorded();
        by = reading.kernels().stream()
                .map(k -> k.kind() == KernelKind.VECTOR ? new VectorLstm(this) : new PlainLstm(this))
                .toList();
    }

    @Override
    void step(Kernels kernels, int part, Convention convention, int row, int rows) {
        kernels.product(h, row, 0, weights.hidden, weights.u, 0, 0, gates, row, 0, rows, 4 * units, false);
        by.get(part).forward(row, rows);
    }

    @Override
    void startBack(int first, int rows) {
        clear(dc, first, rows);
    }

    @Override
    void stepBack(Kernels kernels, int part, Convention convention, int row, int b, int rows, boolean flows) {
        record(dc, b, dcFlow, row, rows);
        by.get(part).back(row, b, rows);
        if (flows) {
            kernels.product(d, row, 0, 4 * weights.width, weights.uBack, 0, 0, dh, b, 0, rows, units, false);
        }
    }

    @Override
    Strips[] carried() {
        return both;
    }

    @Override
    Strips state(Quantity state) {
        return state == Quantity.CELL ? c : super.state(state);
    }

    @Override
    public float[] startGradient(Quantity state) {
        return state == Quantity.CELL ? dc.rowMajor(0, batch) : super.startGradient(state);
    }

    @Override
    public float[] values(Quantity quantity, Convention convention) {
        return switch (quantity) {
            case INPUT -> block(gates, I);
            case FORGET -> block(gates, F);
            case CELL_CANDIDATE -> block(gates, G);
            case OUTPUT -> block(gates, O);
            case CELL -> after(c);
            case STATE -> after(h);
            default -> throw new IllegalArgumentException("an LSTM has no " + quantity);
        };
    }

    @Override
    public float[] gradients(Quantity quantity, Convention convention) {
        float[] total = block(dTotal, 0);
        return switch (quantity) {
            case STATE -> total;
            case OUTPUT -> product(total, block(shown, 0));
            case CELL -> cellGradient(total);
            case INPUT -> product(cellGradient(total), block(gates, G));
            case FORGET -> product(cellGradient(total), before(c));
            case CELL_CANDIDATE -> product(cellGradient(total), block(gates, I));
            default -> throw new IllegalArgumentException("an LSTM has no " + quantity);
        };
    }

    /** ∂L/∂c = what flows back from the next step, and through h: dh o (1 − tanh²c). */
    private float[] cellGradient(float[] dState) {
        float[] flow = block(dcFlow, 0);
        float[] o = block(gates, O);
        float[] tanh = block(shown, 0);
        for (int i = 0; i < flow.length; i++) {
            flow[i] += dState[i] * o[i] * (1 - tanh[i] * tanh[i]);
        }
        return flow;
    }
}
