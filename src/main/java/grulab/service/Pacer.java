package grulab.service;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * Says when something may be done again: never sooner than an interval, for no more than a share of the time, and never
 * later than was promised to who waits for it, whatever it costs.
 *
 * <p>The share is held over ten seconds, by the mean of what it cost then. A cold time, the first one or one far above the
 * others, says nothing about what the next will cost and does not count.
 */
public final class Pacer {
    private static final long WINDOW = TimeUnit.SECONDS.toNanos(10);
    /** So many times the usual cost is cold: not compiled yet, or the machine was busy elsewhere. */
    private static final int COLD = 8;

    private record Time(long ended, long cost) {}

    private final long interval;
    private final double share;
    private final long longest;
    private final Deque<Time> times = new ArrayDeque<>();
    private boolean first = true;
    private long next = Long.MIN_VALUE;

    /**
     * @param interval nanoseconds from the begin of one time to that of the next, at least
     * @param share of the time that it may take
     * @param longest nanoseconds from the begin of one time to that of the next, at most; where the time itself takes longer,
     *     it is due again when it ends
     */
    public Pacer(long interval, double share, long longest) {
        this.interval = interval;
        this.share = share;
        this.longest = longest;
    }

    /** Whether it may be done again, at a time in nanoseconds. */
    public boolean due(long now) {
        return now >= next;
    }

    /** Somebody begins to wait: it is due at once. */
    public void hurry() {
        next = Long.MIN_VALUE;
    }

    /** It was done from one time to another, nanoseconds. */
    public void done(long began, long ended) {
        times.removeIf(time -> time.ended <= ended - WINDOW);
        if (!first) {
            times.add(new Time(ended, ended - began));
        }
        first = false;
        long apart = Math.max(interval, (long) Math.min(longest, usual() / share));
        next = Math.max(began + apart, ended);
    }

    /** Mean cost of the last ten seconds, cold times left out. */
    private double usual() {
        long[] costs = times.stream().mapToLong(Time::cost).sorted().toArray();
        long middle = costs.length == 0 ? 0 : costs[(costs.length - 1) / 2];
        return Arrays.stream(costs)
                .filter(cost -> cost <= COLD * middle)
                .average()
                .orElse(0);
    }
}
