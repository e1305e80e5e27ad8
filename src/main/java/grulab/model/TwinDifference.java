package grulab.model;

/**
 * Where two twin cells part.
 *
 * @param delta |Δh| of every unit at every step [T·H], computed in float64
 * @param largest the largest of them
 * @param engineLargest the largest difference of the states that the engine computed in float32
 * @param t first step, from 0, at which they differ by more than rounding, 1e-9 relative to 1; −1 if they never do
 * @param unit the unit that differs most there; 0 if none does
 * @param quantity the first quantity in order of computation (reset gate, update gate, product, candidate, state) that
 *     differs there in that unit; an update gate that is relabelled is compared by what it keeps
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once and never written
public record TwinDifference(float[] delta, double largest, double engineLargest, int t, int unit, Quantity quantity) {
    public boolean equal() {
        return t < 0;
    }
}
