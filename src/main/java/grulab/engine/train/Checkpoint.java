package grulab.engine.train;

import grulab.engine.cell.Parameter;
import grulab.engine.math.Matrix;
import grulab.model.BatchSource;
import java.util.List;

/** A copy of everything that a training step changes, in arrays that are made once. */
final class Checkpoint {
    private final List<Parameter> parameters;
    private final Descent descent;
    private final Matrix start;
    private final float[][] values;
    private final float[][][] memory;
    private final float[] carried;
    private long updates;

    /** Batches trained when it was taken. */
    long batch;

    int epoch;
    BatchSource.Position source;

    Checkpoint(List<Parameter> parameters, Descent descent, Matrix start, BatchSource.Position source) {
        this.parameters = parameters;
        this.descent = descent;
        this.start = start;
        this.source = source;
        values = parameters.stream().map(p -> p.value.values.clone()).toArray(float[][]::new);
        memory = new float[descent.memory().length][values.length][];
        for (int m = 0; m < memory.length; m++) {
            for (int k = 0; k < values.length; k++) {
                memory[m][k] = new float[values[k].length];
            }
        }
        carried = start.values.clone();
    }

    void take(long atBatch, int atEpoch, BatchSource.Position at) {
        batch = atBatch;
        epoch = atEpoch;
        source = at;
        updates = descent.count();
        for (int k = 0; k < values.length; k++) {
            copy(parameters.get(k).value.values, values[k]);
            for (int m = 0; m < memory.length; m++) {
                copy(descent.memory()[m][k], memory[m][k]);
            }
        }
        copy(start.values, carried);
    }

    void giveBack() {
        descent.count(updates);
        for (int k = 0; k < values.length; k++) {
            copy(values[k], parameters.get(k).value.values);
            for (int m = 0; m < memory.length; m++) {
                copy(memory[m][k], descent.memory()[m][k]);
            }
        }
        copy(carried, start.values);
    }

    private static void copy(float[] from, float[] to) {
        System.arraycopy(from, 0, to, 0, to.length);
    }
}
