package grulab.service;

import grulab.model.Rate;

/** Batches a second over the last second of training, by the clock on the wall. */
final class RateMeter {
    private static final long SECOND = 1_000_000_000L;
    private static final int MARKS = 32;

    private final long[] times = new long[MARKS];
    private final long[] batches = new long[MARKS];
    private int marks;
    private double perSecond;

    /** Training starts, or goes on after a pause. */
    void start(long now, long batch) {
        marks = 0;
        mark(now, batch);
    }

    /** Another experiment. */
    void reset() {
        marks = 0;
        perSecond = 0;
    }

    void trained(long now, long batch) {
        if (marks == 0) {
            mark(now, batch);
            return;
        }
        int newest = (marks - 1) % MARKS;
        int oldest = marks <= MARKS ? 0 : marks % MARKS;
        for (int i = 0; i < MARKS && now - times[oldest] > SECOND && oldest != newest; i++) {
            oldest = (oldest + 1) % MARKS;
        }
        perSecond = (batch - batches[oldest]) * (double) SECOND / Math.max(1, now - times[oldest]);
        if (now - times[newest] >= SECOND / (MARKS - 2)) {
            mark(now, batch);
        }
    }

    Rate rate(int tokensPerBatch) {
        return new Rate(perSecond, perSecond * tokensPerBatch);
    }

    private void mark(long now, long batch) {
        times[marks % MARKS] = now;
        batches[marks % MARKS] = batch;
        // stays in MARKS … 2·MARKS − 1 for ever once the ring is full
        marks = marks + 1 < 2 * MARKS ? marks + 1 : MARKS;
    }
}
