package grulab.control;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Experiment;
import grulab.model.Passage;
import grulab.model.Quantity;
import grulab.model.SeededRandom;
import grulab.model.Snapshot;
import grulab.model.StepTrace;
import grulab.model.UpdateMeaning;
import grulab.model.Weights;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Snapshots with plausible numbers: gates mostly near their ends, states blended by them. */
final class Snapshots {
    static final String TEXT = "the␣rabbit-hole␣went␣straight␣on";

    private Snapshots() {}

    static Snapshot of(int hidden, int steps, long seed, Convention convention, long batch) {
        SeededRandom random = new SeededRandom(seed);
        Map<Quantity, float[]> values = new EnumMap<>(Quantity.class);
        for (Quantity q : Quantity.values()) {
            values.put(q, new float[steps * hidden]);
        }
        Map<Quantity, float[]> gradients = gradients(CellType.GRU, hidden, steps, seed);
        float[] h = new float[hidden];
        for (int t = 0; t < steps; t++) {
            for (int i = 0; i < hidden; i++) {
                int at = t * hidden + i;
                float z = squash(random.nextGaussian() * 3 - 3);
                float kept = convention.update() == UpdateMeaning.KEEP ? z : 1 - z;
                float n = (float) Math.tanh(random.nextGaussian() * 1.5);
                h[i] = kept * h[i] + (1 - kept) * n;
                values.get(Quantity.UPDATE)[at] = z;
                values.get(Quantity.RESET)[at] = squash(random.nextGaussian() * 2);
                values.get(Quantity.CANDIDATE)[at] = n;
                values.get(Quantity.PRODUCT)[at] = n;
                values.get(Quantity.STATE)[at] = h[i];
            }
        }
        return of(
                new StepTrace(
                        CellType.GRU, convention, steps, hidden, new float[hidden], new float[0], values, gradients),
                batch);
    }

    /** Of an LSTM whose c passes 1, or of an RNN. */
    static Snapshot of(CellType cell, int hidden, int steps) {
        if (cell == CellType.GRU) {
            return of(hidden, steps);
        }
        SeededRandom random = new SeededRandom(11);
        Map<Quantity, float[]> values = new EnumMap<>(Quantity.class);
        for (Quantity q : cell.quantities()) {
            values.put(q, new float[steps * hidden]);
        }
        float[] c = new float[hidden];
        for (int at = 0; at < steps * hidden; at++) {
            int unit = at % hidden;
            float i = squash(random.nextGaussian() * 2);
            float f = squash(random.nextGaussian() * 2 + 2);
            float g = (float) Math.tanh(random.nextGaussian() * 1.5);
            float o = squash(random.nextGaussian() * 2);
            c[unit] = f * c[unit] + i * g;
            float h = cell == CellType.LSTM ? o * (float) Math.tanh(c[unit]) : g;
            float[] all = {i, f, g, o, c[unit], h};
            for (int q = 0; q < cell.quantities().size(); q++) {
                values.get(cell.quantities().get(q))[at] = cell == CellType.LSTM ? all[q] : h;
            }
        }
        float[] startCell = new float[cell.hasCellState() ? hidden : 0];
        return of(
                new StepTrace(
                        cell,
                        Convention.PYTORCH,
                        steps,
                        hidden,
                        new float[hidden],
                        startCell,
                        values,
                        gradients(cell, hidden, steps, 11)),
                1240);
    }

    private static Map<Quantity, float[]> gradients(CellType cell, int hidden, int steps, long seed) {
        SeededRandom random = new SeededRandom(seed + 1);
        Map<Quantity, float[]> gradients = new EnumMap<>(Quantity.class);
        for (Quantity q : cell.quantities()) {
            float[] all = new float[steps * hidden];
            for (int at = 0; at < all.length; at++) {
                all[at] = (float) (random.nextGaussian() * 0.02 * (1 + at / hidden % 7));
            }
            gradients.put(q, all);
        }
        return gradients;
    }

    static Snapshot of(int hidden, int steps) {
        return of(hidden, steps, 5, Convention.PYTORCH, 1240);
    }

    static Snapshot of(StepTrace trace, long batch) {
        List<String> labels = new ArrayList<>();
        for (int t = 0; t < trace.steps(); t++) {
            labels.add(String.valueOf(TEXT.charAt(t % TEXT.length())));
        }
        return labelled(trace, batch, labels);
    }

    static Snapshot labelled(StepTrace trace, long batch, List<String> labels) {
        int[] none = new int[trace.steps()];
        Weights weights = new Weights(trace.cell(), 37, trace.hidden(), 0, Map.of());
        Experiment experiment = Experiment.standard().withConvention(trace.convention());
        return new Snapshot(1, batch, experiment, new Passage(0, none, none, labels), trace, weights, 1.13);
    }

    /** The same snapshot with one number replaced in a copy. */
    static Snapshot with(Snapshot s, Quantity quantity, int t, int unit, float value) {
        Map<Quantity, float[]> values = new EnumMap<>(s.trace().values());
        float[] copy = values.get(quantity).clone();
        copy[t * s.trace().hidden() + unit] = value;
        values.put(quantity, copy);
        StepTrace old = s.trace();
        StepTrace trace = new StepTrace(
                old.cell(),
                old.convention(),
                old.steps(),
                old.hidden(),
                old.start(),
                old.startCell(),
                values,
                old.gradients());
        return labelled(trace, s.batch(), s.passage().labels());
    }

    /** The same snapshot with another gradient. */
    static Snapshot withGradient(Snapshot s, Quantity quantity, float[] gradient) {
        Map<Quantity, float[]> gradients = new EnumMap<>(s.trace().gradients());
        gradients.put(quantity, gradient);
        StepTrace old = s.trace();
        StepTrace trace = new StepTrace(
                old.cell(),
                old.convention(),
                old.steps(),
                old.hidden(),
                old.start(),
                old.startCell(),
                old.values(),
                gradients);
        return labelled(trace, s.batch(), s.passage().labels());
    }

    private static float squash(double x) {
        return (float) (1 / (1 + Math.exp(-x)));
    }
}
