package grulab.engine.reference;

import grulab.model.Answer;
import grulab.model.Array;
import grulab.model.Case;
import grulab.model.CellType;
import grulab.model.Quantity;
import grulab.model.ResetPosition;
import grulab.model.StepTrace;
import grulab.model.Weights;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** One sample of an answer, with all that a trace of the engine has. */
final class SampleTrace {
    private final Case given;
    private final int sample;
    private final int hidden;

    SampleTrace(Case given, int sample) {
        this.given = given;
        this.sample = sample;
        hidden = given.weights().hidden();
    }

    StepTrace of(Answer answer) {
        CellType cell = given.weights().cell();
        Map<Quantity, float[]> values = new EnumMap<>(Quantity.class);
        Map<Quantity, float[]> slopes = new EnumMap<>(Quantity.class);
        for (Quantity q : cell.quantities()) {
            values.put(q, rows(answer.forward(), q));
            if (!answer.gradients().isEmpty()) {
                slopes.put(q, rows(answer.gradients(), q));
            }
        }
        if (cell == CellType.GRU) {
            values.put(Quantity.PRODUCT, products(values));
        }
        float[] startCell = cell.hasCellState() ? start(given.c0()) : new float[0];
        return new StepTrace(
                cell, given.convention(), given.steps(), hidden, start(given.h0()), startCell, values, slopes);
    }

    /** What goes on from the reset gate: r ⊙ h, or r ⊙ (U_n h + c_n). */
    private float[] products(Map<Quantity, float[]> values) {
        Weights w = given.weights();
        float[] r = Objects.requireNonNull(values.get(Quantity.RESET));
        float[] h = Objects.requireNonNull(values.get(Quantity.STATE));
        float[] products = new float[r.length];
        for (int t = 0; t < given.steps(); t++) {
            double[] past = new double[hidden];
            for (int k = 0; k < hidden; k++) {
                past[k] = t == 0 ? given.h0()[sample * hidden + k] : h[(t - 1) * hidden + k];
            }
            for (int k = 0; k < hidden; k++) {
                double reset = given.convention().reset() == ResetPosition.BEFORE
                        ? past[k]
                        : Formulas.candidateRecurrence(w, k, past);
                products[t * hidden + k] = (float) (r[t * hidden + k] * reset);
            }
        }
        return products;
    }

    /** [T·H] of [T][B][H] */
    private float[] rows(Map<String, Array> arrays, Quantity quantity) {
        double[] all = Objects.requireNonNull(arrays.get(quantity.id())).values();
        float[] rows = new float[given.steps() * hidden];
        for (int t = 0; t < given.steps(); t++) {
            for (int k = 0; k < hidden; k++) {
                rows[t * hidden + k] = (float) all[(t * given.batch() + sample) * hidden + k];
            }
        }
        return rows;
    }

    private float[] start(double[] all) {
        float[] start = new float[hidden];
        for (int k = 0; k < hidden; k++) {
            start[k] = (float) all[sample * hidden + k];
        }
        return start;
    }
}
