package grulab.presentation;

import grulab.model.Quantity;
import grulab.model.Snapshot;

/**
 * What edits changed.
 *
 * @param difference max over the units of |Δh| at each step [T]
 * @param loss of the window with the edits, nats per token
 * @param was without them
 * @param micros that working it out took
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once and never written
public record Effect(double[] difference, double loss, double was, long micros) {
    static Effect of(Snapshot base, Snapshot edited, long micros) {
        float[] before = base.trace().of(Quantity.STATE);
        float[] after = edited.trace().of(Quantity.STATE);
        int hidden = base.trace().hidden();
        double[] largest = new double[base.trace().steps()];
        for (int i = 0; i < before.length; i++) {
            double difference = Math.abs((double) after[i] - before[i]);
            // the difference comes second: Math.max keeps a NaN, which must not hide
            largest[i / hidden] = Math.max(largest[i / hidden], difference);
        }
        return new Effect(largest, edited.loss(), base.loss(), micros);
    }
}
