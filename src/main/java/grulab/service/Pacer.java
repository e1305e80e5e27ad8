package grulab.service;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * Says when something may be done again, so that over ten seconds it takes a small share of the time, and yet is never
 * waited for longer than was promised. Asked over and over: how long ago it was asked before is how long it will be
 * until it is asked again.
 */
public final class Pacer {
    private static final long WINDOW = TimeUnit.SECONDS.toNanos(10);
    /** So many of the last times say what is usual: the middle one, which a single odd one cannot be. */
    private static final int USUAL_OF = 3;
    /** A time so many times the usual one says more of the machine, or of code not compiled yet, than of the work. */
    private static final int ODD = 4;
    /** How many odd times are not counted in ten seconds; where there are more, they are what it costs. */
    private static final int FORGIVEN = 3;

    private record Time(long cost, long ended) {}

    private final long interval;
    private final double share;
    private final long promise;
    /** Of the last ten seconds, the oldest first. */
    private final Deque<Time> times = new ArrayDeque<>();

    /** The newest at the end; 0 stands for none yet. */
    private final long[] last = new long[USUAL_OF];

    private boolean cold = true;
    private boolean ever;
    private long asked;
    private long earliest;
    private long latest;

    /**
     * @param interval nanoseconds from one time to the next at the least
     * @param share of the time over ten seconds, 0 to 1
     * @param promise nanoseconds from the end of one time to the end of the next at the most, whatever that costs
     */
    public Pacer(long interval, double share, long promise) {
        this.interval = interval;
        this.share = share;
        this.promise = promise;
    }

    /** Whether it may be done again, at a time in nanoseconds. */
    public boolean due(long now) {
        return due(now, 0);
    }

    /** @param more nanoseconds that will go by beside the usual ones before it is asked again */
    boolean due(long now, long more) {
        long again = ever ? now - asked + more : 0;
        asked = now;
        return !ever || now + again + usual() >= latest || (now >= earliest && affordable(now));
    }

    /** It was done from one time to another, nanoseconds. */
    public void done(long began, long ended) {
        long cost = ended - began;
        if (!cold) {
            System.arraycopy(last, 1, last, 0, USUAL_OF - 1);
            last[USUAL_OF - 1] = Math.max(1, cost);
            times.add(new Time(cost, ended));
        }
        cold = false;
        asked = ended;
        ever = true;
        earliest = began + Math.max(interval, (long) (usual() / share));
        latest = ended + promise;
    }

    /** From now on it is done to something else: what it cost says nothing of what it will, and the first time is cold. */
    public void anew() {
        times.clear();
        Arrays.fill(last, 0);
        cold = true;
        earliest = asked;
    }

    /** It is waited for: it has to be done within so many nanoseconds, if it is not to be done earlier. */
    void within(long now, long span) {
        asked = now;
        latest = Math.min(latest, now + span);
    }

    /** What it takes, nanoseconds; 0 before that is known. */
    long usual() {
        long[] known = Arrays.stream(last).filter(cost -> cost > 0).sorted().toArray();
        return known.length == 0 ? 0 : known[(known.length - 1) / 2];
    }

    private boolean affordable(long now) {
        while (!times.isEmpty() && now - times.getFirst().ended > WINDOW) {
            times.removeFirst();
        }
        long usual = usual();
        long spent = times.stream().mapToLong(Time::cost).sum();
        long odd = times.stream()
                .map(Time::cost)
                .filter(cost -> cost > ODD * usual)
                .sorted((a, b) -> Long.compare(b, a))
                .limit(FORGIVEN)
                .mapToLong(cost -> cost)
                .sum();
        return spent - odd + usual <= share * WINDOW;
    }
}
