package grulab.engine.train;

import grulab.engine.cell.Cell;
import grulab.engine.cell.CellInput;
import grulab.engine.cell.Reading;
import grulab.engine.math.Kernels;
import grulab.engine.math.Team;
import grulab.model.Convention;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The buffers in which a network reads T steps of B rows: its input, the cell, the head; and a pass through them there
 * and back, which a team does together.
 */
final class Window<I extends CellInput> implements AutoCloseable {
    final I input;
    final Cell cell;
    private final @Nullable Readout readout;
    private final List<Kernels> kernels;
    private final Team team;
    private final GradientNorm norm;
    private final IntConsumer passOfPart = this::pass;
    private final IntConsumer watchOfPart = this::watch;
    private final IntConsumer forwardOfPart = this::forward;

    private Convention convention = Convention.PYTORCH;
    private int[] targets = new int[0];

    /**
     * @param kernels one for each thread of the team
     * @param recording whether gradients of gates and states are wanted
     */
    Window(Network network, List<Kernels> kernels, Team team, I input, int steps, int batch, boolean recording) {
        this.input = input;
        this.kernels = kernels;
        this.team = team;
        cell = Cell.of(new Reading(network.cell, input, kernels, team, steps, batch, recording));
        readout = network.head == null ? null : new Readout(network.head, batch, steps * batch);
        norm = new GradientNorm(network.packed());
    }

    /** Gates and states, from the cell's start. */
    void forward(Convention by) {
        convention = by;
        cell.prepare();
        team.run(forwardOfPart);
    }

    private void forward(int part) {
        cell.forward(part, convention);
    }

    /** [T·B][O] row after row, of the window that was read. */
    float[] logits() {
        return head().logits(kernels.get(0), cell.h);
    }

    /** Forward, loss and the way back through the cell; targets are class numbers [T·B]. */
    void watch(Convention by, int[] wanted) {
        set(by, wanted);
        team.run(watchOfPart);
    }

    private void watch(int part) {
        cell.forward(part, convention);
        team.barrier();
        head().loss(kernels.get(part), part, team.size(), targets, cell.h, cell.dOut);
        team.barrier();
        cell.backward(part, convention);
    }

    /** The same, and the gradients of all parameters with their norm. */
    void pass(Convention by, int[] wanted) {
        set(by, wanted);
        team.run(passOfPart);
    }

    private void set(Convention by, int[] wanted) {
        convention = by;
        targets = wanted;
        cell.prepare();
    }

    private void pass(int part) {
        watch(part);
        team.barrier();
        Kernels by = kernels.get(part);
        cell.gradients(part, convention);
        head().gradients(by, part, team.size(), cell.h);
        team.barrier();
        norm.squares(by, part, team.size());
    }

    /** Mean cross-entropy in nats, after {@link #pass} or {@link #watch}. */
    double loss() {
        return head().loss();
    }

    /** The global norm of the gradient, after {@link #pass}. */
    double norm() {
        return norm.value();
    }

    /** Ends the team, and gives back what the kernels hold. */
    @Override
    public void close() {
        team.close();
        kernels.forEach(Kernels::close);
    }

    private Readout head() {
        if (readout == null) {
            throw new IllegalStateException("there is no head, so there is no loss");
        }
        return readout;
    }
}
