package grulab.engine.math;

/**
 * Times both kernels, by turns, on the products of a training step of 256 units: 32 rows there and back for the
 * recurrence, and a weight gradient, in the proportion in which a step has them.
 */
final class KernelRace {
    private static final int UNITS = 256;
    private static final int GATES = 3;
    private static final int BATCH = 32;
    /** Steps whose rows one gradient sums. */
    private static final int STEPS = 5;
    /** Nanoseconds to run at least before anything counts, and at most if nothing gets compiled. */
    private static final long WARM = 250_000_000;

    private static final long PATIENCE = 4_000_000_000L;
    /** Nanoseconds to measure in, and rounds at least, if others need the processor too. */
    private static final long MEASURE = 400_000_000;

    private static final int ROUNDS = 20;

    private final Kernels kernels;
    private final Strips h;
    private final Strips u;
    private final Strips back;
    private final Strips gates;
    private final Strips dh;
    private final Strips dU;
    private final int units;

    private KernelRace(Kernels kernels, int units) {
        this.kernels = kernels;
        this.units = units;
        int lanes = kernels.lanes(units);
        h = new Strips(STEPS * BATCH, units, lanes);
        u = new Strips(units, GATES * units, lanes);
        back = new Strips(GATES * units, units, lanes);
        gates = new Strips(STEPS * BATCH, GATES * units, lanes);
        dh = new Strips(BATCH, units, lanes);
        dU = new Strips(units, GATES * units, lanes);
    }

    /** Takes most of a second, more on a busy machine. */
    static RaceResult run() {
        KernelRace vector = new KernelRace(new VectorKernels(), UNITS);
        KernelRace plain = new KernelRace(new PlainKernels(), UNITS);
        new KernelRace(new VectorKernels(), 2 * VectorKernels.L).warm();
        double best = 0;
        double bestPlain = 0;
        long began = System.nanoTime();
        for (int i = 0; i < ROUNDS || System.nanoTime() - began < MEASURE; i++) {
            best = Math.max(best, vector.round());
            bestPlain = Math.max(bestPlain, plain.round());
        }
        return new RaceResult(best, bestPlain);
    }

    /** Rounds so short that they end before they are compiled, until they are. */
    private void warm() {
        long began = System.nanoTime();
        double rate;
        long spent;
        do {
            rate = round();
            spent = System.nanoTime() - began;
        } while (spent < WARM || (rate < RaceResult.COMPILED && spent < PATIENCE));
    }

    /** In GFLOP/s. */
    private double round() {
        long began = System.nanoTime();
        kernels.keep(u);
        kernels.keep(back);
        for (int t = 0; t < STEPS; t++) {
            int row = t * BATCH;
            kernels.product(h, row, 0, units, u, 0, 0, gates, row, 0, BATCH, u.count, false);
            kernels.product(gates, row, 0, GATES * units, back, 0, 0, dh, 0, 0, BATCH, dh.count, true);
        }
        kernels.gradient(h, 0, 0, units, gates, 0, 0, dU, 0, dU.count, STEPS * BATCH);
        double flop = 2.0 * units * GATES * units * BATCH * STEPS * 3;
        return flop / (System.nanoTime() - began);
    }
}
