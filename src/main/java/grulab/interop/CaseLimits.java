package grulab.interop;

import com.fasterxml.jackson.core.StreamReadConstraints;

/** How large a case may be: far above what anybody reads, far below what would stop the machine. */
final class CaseLimits {
    /** A GRU with H = I = 1024 has 140 MB as the lab writes it. */
    static final long FILE_BYTES = 136L << 20;
    /** That are read from one file, those of the array being read twice, as it is put together of pieces: 59 MB. */
    static final int READ = 7_400_000;
    /** Of names that mean nothing and are passed over. */
    static final int NAMES = 100_000;
    /** In one array of an answer. */
    static final int NUMBERS = 10_000_000;

    static final int HIDDEN = 1024;
    static final int BATCH = 512;
    static final int STEPS = 4096;
    static final int WIDTH = 4096;
    static final int TRAINING_STEPS = 1000;
    /** Multiplications of all passes together. */
    static final double WORK = 1e11;

    static final int NAME = 120;
    /** float32 must be able to hold every number, since one engine computes in it. */
    static final double MAGNITUDE = Float.MAX_VALUE;

    static final StreamReadConstraints PARSER = StreamReadConstraints.builder()
            .maxDocumentLength(FILE_BYTES)
            .maxNestingDepth(64)
            .maxNumberLength(400)
            .maxNameLength(1000)
            .maxTokenCount(4L * NUMBERS)
            .build();

    private CaseLimits() {}
}
