package grulab.engine.explain;

import grulab.model.Answer;
import grulab.model.Array;
import grulab.model.Case;
import grulab.model.Quantity;
import grulab.model.Snapshot;
import grulab.model.StepTrace;
import grulab.model.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The watched passage as a case, and what the lab shows of it.
 *
 * @param problem inputs one-hot [T][1][V], from the state in which the passage was begun
 * @param answer gates and states as the engine computed them in float32; logits [T][1][V] as the head makes them of these
 */
public record PassageCase(Case problem, Answer answer) {

    public static PassageCase of(Snapshot snapshot) {
        Weights weights = snapshot.weights();
        StepTrace trace = snapshot.trace();
        int steps = trace.steps();
        Case problem = problem(snapshot, steps, "passage", snapshot.passage().targets());
        Map<String, Array> forward = new LinkedHashMap<>();
        for (Quantity quantity : trace.cell().quantities()) {
            forward.put(quantity.id(), Array.of(wide(trace.of(quantity)), steps, 1, trace.hidden()));
        }
        if (weights.outputs() > 0) {
            forward.put("logits", logits(snapshot));
        }
        return new PassageCase(problem, new Answer(forward, snapshot.loss(), Map.of(), null));
    }

    /**
     * The first steps of the passage as a case of that name, B = 1.
     *
     * @param targets of these steps, if they are to be judged
     */
    public static Case problem(Snapshot snapshot, int steps, String name, int @Nullable [] targets) {
        Weights weights = snapshot.weights();
        StepTrace trace = snapshot.trace();
        int[] symbols = snapshot.passage().inputs();
        double[] x = new double[Math.multiplyExact(steps, weights.inputs())];
        for (int t = 0; t < steps; t++) {
            x[t * weights.inputs() + symbols[t]] = 1;
        }
        return new Case(
                name,
                trace.convention(),
                weights,
                steps,
                1,
                x,
                wide(trace.start()),
                wide(trace.startCell()),
                targets,
                null);
    }

    private static Array logits(Snapshot snapshot) {
        int steps = snapshot.trace().steps();
        int outputs = snapshot.weights().outputs();
        double[] all = new double[Math.multiplyExact(steps, outputs)];
        Walk walk = Walk.of(snapshot, List.of());
        for (int t = 0; t < steps; t++) {
            System.arraycopy(new HeadStep(walk, t).prediction().logits(), 0, all, t * outputs, outputs);
        }
        return Array.of(all, steps, 1, outputs);
    }

    private static double[] wide(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }
}
