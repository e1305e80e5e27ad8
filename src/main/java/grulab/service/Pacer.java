package grulab.service;

/** Says when something may be done again: not more often than so many times a second, nor for more than a small share of the time. */
final class Pacer {
    private final long interval;
    private final long costFactor;
    private long next = Long.MIN_VALUE;

    /**
     * @param interval nanoseconds from one time to the next
     * @param costFactor the time between is at least this many times what it took
     */
    Pacer(long interval, long costFactor) {
        this.interval = interval;
        this.costFactor = costFactor;
    }

    boolean due(long now) {
        return now >= next;
    }

    void done(long began, long ended) {
        next = Math.max(began + interval, ended + costFactor * (ended - began));
    }
}
