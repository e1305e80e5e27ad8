package grulab.model;

/**
 * Random numbers whose whole state is one long, so that a saved run goes on to the same numbers: SplitMix64
 * (Steele, Lea and Flood 2014). Not for several threads.
 */
public final class SeededRandom {
    private long state;

    public SeededRandom(long seed) {
        state = seed;
    }

    /** A stream of its own for each purpose, so that one more draw here moves nothing there. */
    public static SeededRandom stream(long seed, String purpose) {
        SeededRandom random = new SeededRandom(seed);
        return new SeededRandom(random.nextLong() ^ ((long) purpose.hashCode() << 20));
    }

    /** All there is to save; {@code new SeededRandom(state())} goes on with the same numbers. */
    public long state() {
        return state;
    }

    public long nextLong() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Uniform in [0, 1), 53 bits. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /** Uniform in 0 … bound − 1. */
    public int nextInt(int bound) {
        return (int) (nextDouble() * bound);
    }

    /** N(0, 1), by Box and Muller's method; uses two draws and keeps no spare. */
    public double nextGaussian() {
        double radius = Math.sqrt(-2 * Math.log(1 - nextDouble()));
        return radius * Math.cos(2 * Math.PI * nextDouble());
    }
}
