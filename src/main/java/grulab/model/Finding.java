package grulab.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way in which numbers may have been computed.
 *
 * @param convention null of an LSTM or RNN, which are written in one way
 * @param gateOrder what the blocks that were given as r, z, n (i, f, g, o; h) were used as: "r z n" as given, "z r n" with r and z
 *     swapped
 * @param deviations what else was done otherwise; empty where the rest says it all
 * @param maxError largest difference from the expected numbers
 * @param fits whether every difference is within the digits that were given
 * @param alike how many other ways that were tried are the same function for every input, so that nothing could tell them apart
 */
public record Finding(
        @Nullable Convention convention,
        String gateOrder,
        Transposed transposed,
        BiasUse bias,
        StartUse start,
        List<Deviation> deviations,
        double maxError,
        boolean fits,
        int alike) {
    public Finding {
        deviations = List.copyOf(deviations);
    }
}
