package grulab.model;

import org.jspecify.annotations.Nullable;

/**
 * How far the twin that trains for itself has come.
 *
 * @param batch batches that it has trained; −1 if there is no twin
 * @param of batches that the running experiment has trained
 * @param altered true if the running experiment has changed its convention, rate, clip or weights on the way, so that it
 *     is not what its settings give from the seed any more; the twin is
 * @param problem one sentence, why it does not go on; null while it does
 */
public record TwinProgress(
        long batch, long of, boolean altered, @Nullable String problem) {
    /** There is no twin. */
    public static final TwinProgress NONE = new TwinProgress(-1, 0, false, null);

    /** True if it stands where the running experiment stands. */
    public boolean there() {
        return batch == of;
    }
}
