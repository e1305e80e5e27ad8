package grulab.service;

import java.util.function.LongSupplier;

/** Decides what is worth computing for those who watch, and when. Belongs to the service's thread. */
final class Publisher {
    private static final long MILLISECOND = 1_000_000L;

    private final Mailbox mailbox;
    private final LongSupplier clock;
    // the shares hold what watching costs this thread below 3 % of the time; only what is promised goes before that: a
    // picture every second, of which a batch may take the rest
    private final Pacer snapshots = new Pacer(60 * MILLISECOND, 0.016, 800 * MILLISECOND);
    private final Pacer metrics = new Pacer(100 * MILLISECOND, 0.005, 800 * MILLISECOND);
    private final Pacer samples = new Pacer(2000 * MILLISECOND, 0.0065, 10_000 * MILLISECOND);

    private boolean watching = true;
    private boolean sampleOwed;
    private double temperature = 0.7;

    Publisher(Mailbox mailbox, LongSupplier clock) {
        this.mailbox = mailbox;
        this.clock = clock;
    }

    void watching(boolean watched) {
        watching = watched;
        if (watched) {
            hurry();
        }
    }

    /** What was written was written by something else. */
    void renewed() {
        samples.hurry();
    }

    /** Somebody begins to wait, for the next of everything. */
    void hurry() {
        snapshots.hurry();
        metrics.hurry();
        samples.hurry();
    }

    boolean isWatched() {
        return watching;
    }

    void temperature(double other) {
        temperature = other;
    }

    /** While training runs. */
    void whenDue(Run run, long generation, RateMeter meter) {
        if (metrics.due(clock.getAsLong())) {
            metrics(run, generation, meter);
        }
        if (watching && !mailbox.snapshotWaits() && snapshots.due(clock.getAsLong())) {
            snapshot(run, generation);
        }
        if (watching && samples.due(clock.getAsLong())) {
            sample(run);
        }
    }

    /** After a pause, a switch or a start: the newest of everything, the sample as soon as there is nothing to do. */
    void all(Run run, long generation, RateMeter meter) {
        metrics(run, generation, meter);
        if (watching) {
            snapshot(run, generation);
            sampleOwed = true;
        }
    }

    /** When there is nothing to do. */
    void whenIdle(Run run) {
        if (sampleOwed && watching) {
            sample(run);
        }
    }

    void sample(Run run) {
        long began = clock.getAsLong();
        mailbox.sample(run.sample(temperature));
        samples.done(began, clock.getAsLong());
        sampleOwed = false;
    }

    private void metrics(Run run, long generation, RateMeter meter) {
        long began = clock.getAsLong();
        mailbox.metrics(run.series(generation, meter.rate(run.tokensPerBatch())));
        mailbox.kept(run.kept());
        metrics.done(began, clock.getAsLong());
    }

    private void snapshot(Run run, long generation) {
        long began = clock.getAsLong();
        mailbox.snapshot(run.snapshot(generation));
        snapshots.done(began, clock.getAsLong());
    }
}
