package grulab.presentation;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** The one unit, time step and micro-step that everything on screen is about. It survives changes of workspace. */
public final class Selection {
    private final ReadOnlyIntegerWrapper unit = new ReadOnlyIntegerWrapper(this, "unit", 22);
    private final ReadOnlyIntegerWrapper time = new ReadOnlyIntegerWrapper(this, "time", 15);
    private final ReadOnlyIntegerWrapper microStep = new ReadOnlyIntegerWrapper(this, "microStep", 6);
    private int units = Integer.MAX_VALUE;
    private int steps = Integer.MAX_VALUE;
    private int microSteps = microStep.get();

    /** From 0. */
    public ReadOnlyIntegerProperty unit() {
        return unit.getReadOnlyProperty();
    }

    /** From 0; shown from 1. */
    public ReadOnlyIntegerProperty time() {
        return time.getReadOnlyProperty();
    }

    /** From 1 to as many as the cell has. */
    public ReadOnlyIntegerProperty microStep() {
        return microStep.getReadOnlyProperty();
    }

    /** How many there are to choose from; a selection that is out of bounds moves to the nearest. */
    public void within(int units, int steps) {
        this.units = Math.max(1, units);
        this.steps = Math.max(1, steps);
        unit(unit.get());
        time(time.get());
    }

    /** How many micro-steps a step of the cell has; a step that was shown whole stays whole. */
    public void microSteps(int count) {
        boolean whole = microStep.get() == microSteps;
        microSteps = count;
        microStep(whole ? count : microStep.get());
    }

    public void unit(int to) {
        unit.set(Math.max(0, Math.min(units - 1, to)));
    }

    public void time(int to) {
        time.set(Math.max(0, Math.min(steps - 1, to)));
    }

    public void microStep(int to) {
        microStep.set(Math.max(1, Math.min(microSteps, to)));
    }

    /**
     * One micro-step on; after the last one, the first of the next time step. False, and nothing moved, at the end.
     *
     * @param earlier whether the next time step is the one before, as on the way of the gradient
     */
    public boolean forward(boolean earlier) {
        if (microStep.get() < microSteps) {
            microStep(microStep.get() + 1);
            return true;
        }
        return to(time.get() + (earlier ? -1 : 1), 1);
    }

    /** The way back of {@link #forward}. */
    public boolean back(boolean earlier) {
        if (microStep.get() > 1) {
            microStep(microStep.get() - 1);
            return true;
        }
        return to(time.get() + (earlier ? 1 : -1), microSteps);
    }

    private boolean to(int t, int micro) {
        if (t < 0 || t >= steps) {
            return false;
        }
        microStep(micro);
        time(t);
        return true;
    }

    public int steps() {
        return steps;
    }

    public int units() {
        return units;
    }

    public int microSteps() {
        return microSteps;
    }
}
