package grulab.model;

/**
 * Where two twin cells part.
 *
 * @param delta |Δh| of every unit at every step [T·H], computed in float64
 * @param largest the largest of them
 * @param t first step, from 0, at which they differ by more than rounding; −1 if they never do
 * @param unit the unit that differs most there
 * @param quantity the first quantity in order of computation (reset gate, update gate, product, candidate, state) that differs there
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once and never written
public record TwinDifference(float[] delta, double largest, int t, int unit, Quantity quantity) {
    public boolean equal() {
        return t < 0;
    }
}
