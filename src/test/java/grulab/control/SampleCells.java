package grulab.control;

import grulab.engine.explain.Explanation;
import grulab.engine.reference.Reference;
import grulab.model.Answer;
import grulab.model.Case;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Experiment;
import grulab.model.Passage;
import grulab.model.Quantity;
import grulab.model.ResetPosition;
import grulab.model.Snapshot;
import grulab.model.StepTrace;
import grulab.model.Weights;
import grulab.model.arithmetic.Line;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Snapshots of all cells with random weights, worked out by the naive reference. */
final class SampleCells {
    private static final int INPUTS = 37;
    private static final int STEPS = 32;

    private SampleCells() {}

    static Snapshot of(CellType cell, int hidden) {
        return of(cell, Convention.PYTORCH, hidden);
    }

    static Snapshot of(CellType cell, Convention convention, int hidden) {
        Random random = new Random(11);
        Map<String, double[]> arrays = new LinkedHashMap<>();
        for (String gate : cell.gates()) {
            double recurrent = 2.2 / Math.sqrt(hidden);
            arrays.put("W_i" + gate, spread(random, hidden * INPUTS, 2));
            arrays.put("W_h" + gate, spread(random, hidden * hidden, recurrent));
            arrays.put("b_i" + gate, spread(random, hidden, gate.equals("f") ? 1.2 : 0.4));
            arrays.put("b_h" + gate, spread(random, hidden, 0.4));
        }
        arrays.put("W_hq", spread(random, hidden * INPUTS, 1));
        arrays.put("b_q", spread(random, INPUTS, 0.4));
        return of(new Weights(cell, INPUTS, hidden, INPUTS, arrays), convention);
    }

    /** The text read with any weights, forward and back. */
    static Snapshot of(Weights weights, Convention convention) {
        CellType cell = weights.cell();
        int hidden = weights.hidden();
        int[] read = new int[STEPS];
        List<String> labels = new ArrayList<>();
        double[] x = new double[STEPS * INPUTS];
        for (int t = 0; t < STEPS; t++) {
            char letter = SampleTrace.TEXT.charAt(t);
            read[t] = letter % INPUTS;
            labels.add(letter == ' ' ? "␣" : String.valueOf(letter));
            x[t * INPUTS + read[t]] = 1;
        }
        double[] start = new double[hidden];
        double[] startCell = new double[cell.hasCellState() ? hidden : 0];
        Case given = new Case("", convention, weights, STEPS, 1, x, start, startCell, read, null);
        Answer answer = Reference.run(given, true);
        Map<Quantity, float[]> values = new EnumMap<>(Quantity.class);
        Map<Quantity, float[]> gradients = new EnumMap<>(Quantity.class);
        for (Quantity q : cell.quantities()) {
            values.put(q, floats(answer.forward().get(q.id()).values()));
            gradients.put(q, floats(answer.gradients().get(q.id()).values()));
        }
        if (cell == CellType.GRU) {
            values.put(Quantity.PRODUCT, product(weights, convention, values));
        }
        StepTrace trace =
                new StepTrace(cell, convention, STEPS, hidden, floats(start), floats(startCell), values, gradients);
        Passage passage = new Passage(0, read, read, labels);
        return new Snapshot(1, 1240, Experiment.standard().withConvention(convention), passage, trace, weights, 1.13);
    }

    private static float[] product(Weights w, Convention convention, Map<Quantity, float[]> values) {
        int hidden = w.hidden();
        float[] h = values.get(Quantity.STATE);
        float[] product = values.get(Quantity.RESET).clone();
        for (int at = 0; at < product.length; at++) {
            double past = at < hidden ? 0 : h[at - hidden];
            if (convention.reset() == ResetPosition.AFTER) {
                past = w.bias("b_hn", at % hidden);
                for (int j = 0; j < hidden && at >= hidden; j++) {
                    past += w.get("W_hn")[at % hidden * hidden + j] * h[(at / hidden - 1) * hidden + j];
                }
            }
            product[at] *= (float) past;
        }
        return product;
    }

    static DiagramMoment moment(CellType cell, int hidden) {
        return DiagramMoment.of(of(cell, hidden), 12, Math.min(13, hidden - 1), UnitOrder.index(hidden));
    }

    /** The arithmetic of unit 14 at time 13. */
    static List<Line> lines(CellType cell) {
        return lines(cell, Convention.PYTORCH, 24);
    }

    static List<Line> lines(CellType cell, Convention convention, int hidden) {
        Snapshot snapshot = of(cell, convention, hidden);
        return Explanation.of(snapshot, 12, Math.min(13, hidden - 1), List.of()).lines();
    }

    private static double[] spread(Random random, int count, double most) {
        return random.doubles(count, -most, most).toArray();
    }

    private static float[] floats(double[] values) {
        float[] narrow = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            narrow[i] = (float) values[i];
        }
        return narrow;
    }
}
