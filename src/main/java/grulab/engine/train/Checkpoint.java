package grulab.engine.train;

import grulab.engine.cell.Cell;
import grulab.engine.cell.Packed;
import grulab.model.BatchSource;
import java.util.List;

/** A copy of everything that a training step changes, in arrays that are made once. */
final class Checkpoint {
    private final List<Packed> packed;
    private final Descent descent;
    private final Cell cell;
    private final float[][] values;
    private final float[][][] memory;
    private final float[] start;
    private long updates;

    /** Batches trained when it was taken. */
    long batch;

    int epoch;
    BatchSource.Position source;

    Checkpoint(List<Packed> packed, Descent descent, Cell cell, BatchSource.Position source) {
        this.packed = packed;
        this.descent = descent;
        this.cell = cell;
        this.source = source;
        values = packed.stream().map(p -> p.value().clone()).toArray(float[][]::new);
        memory = new float[descent.memory().length][values.length][];
        for (int m = 0; m < memory.length; m++) {
            for (int k = 0; k < values.length; k++) {
                memory[m][k] = new float[values[k].length];
            }
        }
        start = new float[cell.startSize()];
    }

    void take(long atBatch, int atEpoch, BatchSource.Position at) {
        batch = atBatch;
        epoch = atEpoch;
        source = at;
        updates = descent.count();
        for (int k = 0; k < values.length; k++) {
            copy(packed.get(k).value(), values[k]);
            for (int m = 0; m < memory.length; m++) {
                copy(descent.memory()[m][k], memory[m][k]);
            }
        }
        cell.copyStart(start, false);
    }

    /** Whoever calls it renews what is derived from the parameters. */
    void giveBack() {
        descent.count(updates);
        for (int k = 0; k < values.length; k++) {
            copy(values[k], packed.get(k).value());
            for (int m = 0; m < memory.length; m++) {
                copy(memory[m][k], descent.memory()[m][k]);
            }
        }
        cell.copyStart(start, true);
    }

    private static void copy(float[] from, float[] to) {
        System.arraycopy(from, 0, to, 0, to.length);
    }
}
