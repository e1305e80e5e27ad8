package grulab.engine.train;

import grulab.engine.cell.CellInput;
import grulab.engine.cell.GruCell;
import grulab.engine.cell.Team;
import grulab.engine.math.Matrix;
import grulab.engine.math.Products;
import grulab.model.Convention;
import org.jspecify.annotations.Nullable;

/** The buffers in which a network reads T steps of B rows: its input, the cell, the head. */
final class Window<I extends CellInput> {
    final I input;
    final GruCell cell;
    private final @Nullable Readout readout;

    Window(Network network, Products products, Team team, I input, int steps, int batch) {
        this.input = input;
        cell = new GruCell(network.cell, products, team, steps, batch);
        readout = network.head == null ? null : new Readout(network.head, network.headBias, products, steps * batch);
    }

    /** Gates, states and logits. */
    void forward(Convention convention) {
        cell.forward(input, convention);
        if (readout != null) {
            readout.forward(cell.state);
        }
    }

    /** Mean cross-entropy in nats of the window that was read. */
    double loss(int[] targets) {
        return head().loss(targets);
    }

    /** ∂L/∂ of every gate and state. */
    void backward() {
        head().backward(cell.dState);
        cell.backward();
    }

    /** ∂L/∂ of every parameter, after {@link #backward}. */
    void gradients() {
        head().gradients(cell.state);
        cell.gradients(input);
    }

    /** [T·B × O] */
    Matrix logits() {
        return head().logits;
    }

    private Readout head() {
        if (readout == null) {
            throw new IllegalStateException("there is no head, so there is no loss");
        }
        return readout;
    }
}
