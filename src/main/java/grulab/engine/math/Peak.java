package grulab.engine.math;

/**
 * The most that this machine multiplies and adds: independent chains in registers, no memory. What a training step
 * reaches is held against it.
 */
public final class Peak {
    /** Nanoseconds for compiling and measuring, and at most if a busy machine does not get to compile. */
    private static final long SPAN = 600_000_000;

    private static final long PATIENCE = 4_000_000_000L;
    /** Nanoseconds of a try: long enough that starting and joining do not count, short enough for many. */
    private static final long TRY = 10_000_000;

    private Peak() {}

    /** GFLOP/s of so many threads together; takes less than a second, more on a busy machine. */
    public static double gigaflops(int threads) {
        boolean vectors = KernelChoice.vectorsAreThere();
        double flopPerRound = vectors ? VectorPeak.FLOP : PlainPeak.FLOP;
        float[] sink = new float[threads];
        double best = 0;
        int rounds = 1;
        try (Team team = new Team(threads)) {
            long spent = 0;
            while (spent < SPAN || (best < RaceResult.COMPILED && spent < PATIENCE)) {
                int n = rounds;
                long began = System.nanoTime();
                team.run(part -> sink[part] = vectors ? VectorPeak.run(n) : PlainPeak.run(n));
                long took = System.nanoTime() - began;
                spent += took;
                best = Math.max(best, threads * flopPerRound * n / took);
                rounds = took < TRY ? 2 * n : n;
            }
        }
        return best;
    }
}
