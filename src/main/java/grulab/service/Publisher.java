package grulab.service;

import java.util.function.LongSupplier;

/** Decides what is worth computing for those who watch, and when. Belongs to the service's thread. */
final class Publisher {
    private static final long MILLISECOND = 1_000_000L;

    private final Mailbox mailbox;
    private final LongSupplier clock;
    // the factors hold what watching costs this thread below 3 % of the time, however large the model is
    private final Pacer snapshots = new Pacer(60 * MILLISECOND, 60);
    private final Pacer metrics = new Pacer(100 * MILLISECOND, 200);
    private final Pacer samples = new Pacer(2000 * MILLISECOND, 150);

    private boolean watching = true;
    private boolean sampleOwed;
    private double temperature = 0.7;

    Publisher(Mailbox mailbox, LongSupplier clock) {
        this.mailbox = mailbox;
        this.clock = clock;
    }

    void watching(boolean watched) {
        watching = watched;
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
