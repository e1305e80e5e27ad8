package grulab.engine;

import grulab.engine.reference.Reference;
import grulab.model.Array;
import grulab.model.Case;
import grulab.model.Quantity;
import grulab.model.StepTrace;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** A trace as the engine should have made it: the reference's numbers, rounded to float32. */
final class ReferenceTrace {
    private ReferenceTrace() {}

    static StepTrace of(Case given, int sample) {
        int hidden = given.weights().hidden();
        Map<String, Array> forward = Reference.run(given, false).forward();
        Map<Quantity, float[]> values = new EnumMap<>(Quantity.class);
        for (Quantity quantity : given.weights().cell().quantities()) {
            values.put(quantity, rows(forward.get(quantity.id()).values(), given, sample));
        }
        boolean cell = given.weights().cell().hasCellState();
        return new StepTrace(
                given.weights().cell(),
                given.convention(),
                given.steps(),
                hidden,
                floats(Arrays.copyOfRange(given.h0(), sample * hidden, (sample + 1) * hidden)),
                cell ? floats(Arrays.copyOfRange(given.c0(), sample * hidden, (sample + 1) * hidden)) : new float[0],
                values,
                Map.of());
    }

    /** Of one sample, step after step. */
    private static float[] rows(double[] all, Case given, int sample) {
        int hidden = given.weights().hidden();
        float[] rows = new float[given.steps() * hidden];
        for (int t = 0; t < given.steps(); t++) {
            for (int k = 0; k < hidden; k++) {
                rows[t * hidden + k] = (float) all[(t * given.batch() + sample) * hidden + k];
            }
        }
        return rows;
    }

    private static float[] floats(double[] values) {
        float[] narrow = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            narrow[i] = (float) values[i];
        }
        return narrow;
    }
}
