package grulab.engine.whatif;

import grulab.model.Array;
import grulab.model.Edit;
import grulab.model.Quantity;
import grulab.model.Snapshot;
import grulab.model.StepTrace;
import grulab.model.Weights;
import java.util.List;

/**
 * What a step does to a small difference of the state before it, by the formulas of docs/conventions.md, from the values
 * that a trace holds.
 */
public final class Jacobian {
    private Jacobian() {}

    /**
     * ∂h'/∂h of a step [H×H]; of an LSTM ∂(h', c')/∂(h, c) [2H×2H], which has two states.
     *
     * @param t from 0
     * @param edits that made the window: what they give does not depend on the state
     */
    public static Array of(Snapshot window, int t, List<Edit> edits) {
        StepTrace trace = window.trace();
        if (t < 0 || t >= trace.steps()) {
            throw new IllegalArgumentException(
                    "There is no step t %d in the window; t goes from 1 to %d.".formatted(t + 1, trace.steps()));
        }
        Interventions given = Interventions.of(edits, trace.steps(), trace.hidden());
        StepSlopes step = new StepSlopes(trace, window.weights(), given, t);
        return switch (trace.cell()) {
            case GRU -> GruJacobian.of(step);
            case LSTM -> LstmJacobian.of(step);
            case RNN -> rnn(step);
        };
    }

    /** diag(1 − h'²) U */
    private static Array rnn(StepSlopes step) {
        Weights w = step.weights();
        int n = w.hidden();
        double[] matrix = new double[n * n];
        step.addRows(step.tanh(Quantity.STATE), w.get("W_hh"), matrix, 0, n);
        return Array.of(matrix, n, n);
    }
}
