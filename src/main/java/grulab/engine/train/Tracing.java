package grulab.engine.train;

import grulab.engine.cell.Cell;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Quantity;
import grulab.model.StepTrace;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Copies out of a cell what it computed over a window. */
final class Tracing {
    private Tracing() {}

    /** One sample of the window; with gradients if they were recorded. */
    static StepTrace of(Cell cell, Convention convention, int steps, int batch, int sample, boolean gradients) {
        CellType type = cell.weights.type;
        int hidden = cell.weights.hidden;
        Map<Quantity, float[]> values = new EnumMap<>(Quantity.class);
        Map<Quantity, float[]> slopes = new EnumMap<>(Quantity.class);
        for (Quantity q : type.quantities()) {
            values.put(q, rows(cell.values(q, convention), hidden, steps, batch, sample));
            if (gradients) {
                slopes.put(q, rows(cell.gradients(q, convention), hidden, steps, batch, sample));
            }
        }
        if (type == CellType.GRU) {
            float[] product = cell.values(Quantity.PRODUCT, convention);
            values.put(Quantity.PRODUCT, rows(product, hidden, steps, batch, sample));
        }
        float[] start = start(cell, Quantity.STATE, sample);
        float[] startCell = type.hasCellState() ? start(cell, Quantity.CELL, sample) : new float[0];
        return new StepTrace(type, convention, steps, hidden, start, startCell, values, slopes);
    }

    private static float[] start(Cell cell, Quantity state, int sample) {
        int hidden = cell.weights.hidden;
        return Arrays.copyOfRange(cell.start(state), sample * hidden, (sample + 1) * hidden);
    }

    /** The rows of one sample [T·H]. */
    private static float[] rows(float[] all, int hidden, int steps, int batch, int sample) {
        if (batch == 1) {
            return all;
        }
        float[] rows = new float[steps * hidden];
        for (int t = 0; t < steps; t++) {
            System.arraycopy(all, (t * batch + sample) * hidden, rows, t * hidden, hidden);
        }
        return rows;
    }
}
