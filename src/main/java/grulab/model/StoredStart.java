package grulab.model;

import org.jspecify.annotations.Nullable;

/**
 * What a model stores of the state that a layer starts from, where it stores any; null where it does not, or stores zeros.
 *
 * @param h0 [B][H]
 * @param c0 [B][H], of an LSTM
 */
public record StoredStart(@Nullable Array h0, @Nullable Array c0) {
    public static final StoredStart NONE = new StoredStart(null, null);

    /** A state for that many rows [B][H]: as it is stored, or its only row again and again. */
    public static double[] rows(Array stored, int batch) {
        double[] values = stored.values();
        double[] rows = new double[batch * stored.shape()[1]];
        for (int at = 0; at < rows.length; at += values.length) {
            System.arraycopy(values, 0, rows, at, values.length);
        }
        return rows;
    }
}
