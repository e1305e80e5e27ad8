package grulab.control;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Quantity;
import grulab.model.Snapshot;
import grulab.model.StepTrace;
import java.util.function.IntToDoubleFunction;

/**
 * One time step of a trace, as the gate diagram shows it.
 *
 * @param t from 0
 * @param unit the selected one, from 0
 * @param order which units are shown, top to bottom
 * @param label what the input looks like
 * @param inputs I
 */
public record DiagramMoment(StepTrace trace, int t, int unit, UnitOrder order, String label, int inputs) {
    public DiagramMoment {
        if (t < 0 || t >= trace.steps()) {
            throw new IllegalArgumentException("t must be 0 to %d, not %d".formatted(trace.steps() - 1, t));
        }
        if (order.size() != trace.hidden()) {
            throw new IllegalArgumentException(
                    "the order has %d units, the trace %d".formatted(order.size(), trace.hidden()));
        }
    }

    public static DiagramMoment of(Snapshot snapshot, int t, int unit, UnitOrder order) {
        return new DiagramMoment(
                snapshot.trace(),
                t,
                unit,
                order,
                snapshot.passage().labels().get(t),
                snapshot.weights().inputs());
    }

    public Convention convention() {
        return trace.convention();
    }

    public CellType cell() {
        return trace.cell();
    }

    /** h_{t−1}, by unit. */
    IntToDoubleFunction before() {
        return u -> trace.before(t, u);
    }

    /** c_{t−1}, by unit. */
    IntToDoubleFunction cellBefore() {
        return u -> trace.cellBefore(t, u);
    }

    /** A quantity of the step, by unit. */
    IntToDoubleFunction of(Quantity quantity) {
        float[] all = trace.of(quantity);
        int start = t * trace.hidden();
        return u -> all[start + u];
    }
}
