package grulab.control;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Edit;
import grulab.model.Quantity;
import grulab.model.Snapshot;
import grulab.model.StepTrace;
import grulab.model.Weights;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * One time step of a trace, as the gate diagram shows it: forward its values, backward their gradients.
 *
 * @param t from 0
 * @param unit the selected one, from 0
 * @param order which units are shown, top to bottom
 * @param label what the input looks like
 * @param inputs I
 * @param weights that made the numbers, or null if they are not known
 * @param slopes what flows back, or null if the moment is one of the way forward
 * @param ghost the same step as it was before somebody changed a number, or null
 */
public record DiagramMoment(
        StepTrace trace,
        int t,
        int unit,
        UnitOrder order,
        String label,
        int inputs,
        @Nullable Weights weights,
        @Nullable StepSlopes slopes,
        @Nullable DiagramMoment ghost) {
    public DiagramMoment {
        if (t < 0 || t >= trace.steps()) {
            throw new IllegalArgumentException("t must be 0 to %d, not %d".formatted(trace.steps() - 1, t));
        }
        if (order.size() != trace.hidden()) {
            throw new IllegalArgumentException(
                    "the order has %d units, the trace %d".formatted(order.size(), trace.hidden()));
        }
        if (ghost != null && ghost.trace.cell() != trace.cell()) {
            throw new IllegalArgumentException("the original is of a %s, this of a %s"
                    .formatted(ghost.trace.cell().title(), trace.cell().title()));
        }
    }

    /** A moment of the way forward. */
    public DiagramMoment(StepTrace trace, int t, int unit, UnitOrder order, String label, int inputs) {
        this(trace, t, unit, order, label, inputs, null, null, null);
    }

    public static DiagramMoment of(Snapshot snapshot, int t, int unit, UnitOrder order) {
        return of(snapshot, t, unit, order, null);
    }

    /** The same step on the way back; the snapshot's trace must have gradients. */
    public static DiagramMoment backward(Snapshot snapshot, int t, int unit, UnitOrder order) {
        return backward(snapshot, t, unit, order, List.of());
    }

    /** The same of a snapshot that edits made: a value that was set by hand sends nothing back. */
    public static DiagramMoment backward(Snapshot snapshot, int t, int unit, UnitOrder order, List<Edit> edits) {
        return of(snapshot, t, unit, order, StepSlopes.of(snapshot.trace(), t, snapshot.weights(), edits));
    }

    private static DiagramMoment of(Snapshot snapshot, int t, int unit, UnitOrder order, @Nullable StepSlopes slopes) {
        return new DiagramMoment(
                snapshot.trace(),
                t,
                unit,
                order,
                snapshot.passage().labels().get(t),
                snapshot.weights().inputs(),
                snapshot.weights(),
                slopes,
                null);
    }

    /** With what the same step was before a change beside each strip that differs; null for nothing beside them. */
    public DiagramMoment withGhost(@Nullable Snapshot original) {
        DiagramMoment was = original == null
                ? null
                : isBackward() ? backward(original, t, unit, order) : of(original, t, unit, order);
        return new DiagramMoment(trace, t, unit, order, label, inputs, weights, slopes, was);
    }

    /** Other units of the same step. */
    DiagramMoment with(UnitOrder other) {
        return new DiagramMoment(trace, t, unit, other, label, inputs, weights, slopes, ghost);
    }

    public boolean isBackward() {
        return slopes != null;
    }

    /** A term with its bias, where the weights have one. */
    String biased(String term, String bias, String name) {
        return weights == null || weights.has(bias) ? term + " + " + name : term;
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
