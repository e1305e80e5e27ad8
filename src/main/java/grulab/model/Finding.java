package grulab.model;

/**
 * One way in which numbers may have been computed.
 *
 * @param gateOrder what the blocks that were given as r, z, n were used as: "r z n" as given, "z r n" with r and z swapped
 * @param maxError largest difference from the expected numbers
 * @param alike how many other ways that were tried are the same function for every input, so that nothing could tell them apart
 */
public record Finding(
        Convention convention,
        String gateOrder,
        Transposed transposed,
        BiasUse bias,
        StartUse start,
        double maxError,
        int alike) {}
