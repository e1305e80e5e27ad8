package grulab.model;

/**
 * The batches whose weights are kept, so that they can be looked at again: each from first to last.
 *
 * @param first batches trained when the oldest were taken
 * @param last batches trained when the newest were taken
 * @param bytes that they take now
 * @param most of them that will be kept: then the oldest go
 */
public record Kept(long first, long last, long bytes, int most) {
    public boolean holds(long batch) {
        return first <= batch && batch <= last;
    }
}
