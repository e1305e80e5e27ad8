package grulab.model;

import org.jspecify.annotations.Nullable;

/**
 * Two GRUs on the same passage, each in its own convention.
 *
 * @param a the first, with the weights of the running experiment, changed only as {@code equal} asks for it
 * @param b the second
 * @param equal what was done to both so that the reset position makes no difference; null if nothing was
 * @param pairing of {@code b}: what its weights have to do with those of {@code a}
 * @param relabelled largest |Δh| of {@code a} and itself with z relabelled, in float64: measured whatever {@code b} is
 * @param prefix what both go on from when they write, part of the text that is learned
 * @param sampleA text that the first writes after it
 * @param sampleB text that the second writes, from the same random numbers
 */
public record Twin(
        Snapshot a,
        Snapshot b,
        Pairing pairing,
        @Nullable EqualCase equal,
        TwinDifference difference,
        double relabelled,
        String prefix,
        String sampleA,
        String sampleB) {

    /** The largest |Δh| at the steps before they part, computed in float64; 0 if they part at the first. */
    public double equalTo() {
        double largest = 0;
        for (int i = 0; i < numbersBefore(); i++) {
            largest = Math.max(largest, difference.delta()[i]);
        }
        return largest;
    }

    /** The same of the states that the engine computed in float32. */
    public double engineEqualTo() {
        float[] one = a.trace().of(Quantity.STATE);
        float[] other = b.trace().of(Quantity.STATE);
        double largest = 0;
        for (int i = 0; i < numbersBefore(); i++) {
            largest = Math.max(largest, Math.abs((double) one[i] - other[i]));
        }
        return largest;
    }

    private int numbersBefore() {
        return Math.max(0, difference.t()) * a.trace().hidden();
    }
}
