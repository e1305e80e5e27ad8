package grulab.interop;

import com.fasterxml.jackson.core.StreamReadConstraints;

/**
 * How large a case may be.
 *
 * @param fileBytes of one file
 * @param depth of lists and objects in each other
 * @param read numbers of one file, those of the array being read twice, as it is put together of pieces
 * @param names that mean nothing and are passed over
 * @param numbers in one array of an answer
 * @param hidden H
 * @param batch B
 * @param steps T
 * @param width I, and O
 * @param work multiplications of all passes together
 */
record CaseLimits(
        long fileBytes,
        int depth,
        int read,
        int names,
        int numbers,
        int hidden,
        int batch,
        int steps,
        int width,
        double work) {
    static final int TRAINING_STEPS = 1000;
    static final int NAME = 120;
    /** float32 must be able to hold every number, since one engine computes in it. */
    static final double MAGNITUDE = Float.MAX_VALUE;

    /**
     * Far above what anybody reads, far below what would stop the machine. A GRU with H = I = 1024 has 140 MB as the lab
     * writes it, and 59 MB when it is read.
     */
    static final CaseLimits USUAL =
            new CaseLimits(136L << 20, 64, 7_400_000, 100_000, 10_000_000, 1024, 512, 4096, 4096, 1e11);

    /** What the parser itself refuses. */
    StreamReadConstraints parser() {
        return StreamReadConstraints.builder()
                .maxDocumentLength(fileBytes)
                .maxNestingDepth(depth)
                .maxNumberLength(400)
                .maxNameLength(1000)
                .maxTokenCount(4L * numbers)
                .build();
    }
}
