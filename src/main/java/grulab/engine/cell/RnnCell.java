package grulab.engine.cell;

import grulab.engine.math.KernelKind;
import grulab.engine.math.Kernels;
import grulab.model.Convention;
import grulab.model.Quantity;
import java.util.List;

/** Elman's network: h' = tanh(W x + b + U h + c). The product is written where h' will be. */
public final class RnnCell extends Cell {
    private final List<RnnGates> by;

    RnnCell(Reading reading) {
        super(reading, 0);
        by = reading.kernels().stream()
                .map(k -> k.kind() == KernelKind.VECTOR ? new VectorRnn(this) : new PlainRnn(this))
                .toList();
    }

    @Override
    void step(Kernels kernels, int part, Convention convention, int row, int rows) {
        kernels.product(h, row, 0, weights.hidden, weights.u, 0, 0, h, row + batch, 0, rows, units, false);
        by.get(part).forward(row, rows);
    }

    @Override
    void stepBack(Kernels kernels, int part, Convention convention, int row, int b, int rows, boolean flows) {
        by.get(part).back(row, b, rows);
        if (flows) {
            kernels.product(d, row, 0, weights.width, weights.uBack, 0, 0, dh, b, 0, rows, units, false);
        }
    }

    @Override
    public float[] values(Quantity quantity, Convention convention) {
        return of(quantity, after(h));
    }

    @Override
    public float[] gradients(Quantity quantity, Convention convention) {
        return of(quantity, block(dTotal, 0));
    }

    private static float[] of(Quantity quantity, float[] state) {
        if (quantity != Quantity.STATE) {
            throw new IllegalArgumentException("an RNN has no " + quantity);
        }
        return state;
    }
}
