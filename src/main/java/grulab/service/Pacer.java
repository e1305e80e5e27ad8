package grulab.service;

import java.util.Arrays;

/** Says when something may be done again: not more often than so many times a second, nor for more than a small share of the time. */
public final class Pacer {
    /** How many of the last times are looked at. */
    private static final int REMEMBERED = 4;

    private final long interval;
    private final long costFactor;
    /** The cheapest of them counts: one time that the machine was busy elsewhere must not silence the screen. */
    private final long[] costs = new long[REMEMBERED];

    private int count;
    private long next = Long.MIN_VALUE;

    /**
     * @param interval nanoseconds from one time to the next
     * @param costFactor the time between is at least this many times what it takes
     */
    public Pacer(long interval, long costFactor) {
        this.interval = interval;
        this.costFactor = costFactor;
    }

    /** Whether it may be done again, at a time in nanoseconds. */
    public boolean due(long now) {
        return now >= next;
    }

    /** It was done from one time to another, nanoseconds. */
    public void done(long began, long ended) {
        costs[count++ % REMEMBERED] = ended - began;
        long cost = Arrays.stream(costs, 0, Math.min(count, REMEMBERED)).min().orElse(0);
        next = Math.max(began + interval, ended + costFactor * cost);
    }
}
