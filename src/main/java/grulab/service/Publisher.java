package grulab.service;

import grulab.model.Kept;
import grulab.model.MetricSeries;
import grulab.model.Rate;
import grulab.model.Sample;
import grulab.model.Snapshot;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Decides what is worth computing for those who watch, and when. Belongs to the service's thread. */
final class Publisher {
    /** What is watched. */
    interface Source {
        MetricSeries series(long generation, Rate rate);

        int tokensPerBatch();

        Kept kept();

        Snapshot snapshot(long generation);

        /** @param enough ends the text where it is */
        Sample sample(double temperature, BooleanSupplier enough);
    }

    private static final long MILLISECOND = 1_000_000L;
    /** From one picture to the next; the rest of a second is for the way to the screen. */
    static final long PICTURE = 900 * MILLISECOND;
    /** Until the first text after a start or a switch; it is not the first thing, so that it shows something learned. */
    static final long FIRST_TEXT = 1500 * MILLISECOND;
    /** What the share of the time allows less often than that is written all the same. */
    private static final long TEXT = 10_000 * MILLISECOND;
    /** For so long pictures and commands wait for a text; a large model writes a shorter one. */
    static final long WRITING = 300 * MILLISECOND;

    private final Mailbox mailbox;
    private final LongSupplier clock;
    private final BooleanSupplier hurried;
    // the shares hold what watching costs this thread below 3 % of the time, as long as the promises allow it
    private final Pacer snapshots = new Pacer(60 * MILLISECOND, 0.016, PICTURE);
    private final Pacer metrics = new Pacer(100 * MILLISECOND, 0.005, PICTURE);
    private final Pacer samples = new Pacer(2000 * MILLISECOND, 0.007, TEXT);

    private boolean watching = true;
    private boolean sampleOwed;
    private double temperature = 0.7;

    /** @param hurried whether something else waits for this thread, so that it must not write for long */
    Publisher(Mailbox mailbox, LongSupplier clock, BooleanSupplier hurried) {
        this.mailbox = mailbox;
        this.clock = clock;
        this.hurried = hurried;
    }

    void watching(boolean watched) {
        watching = watched;
    }

    boolean isWatched() {
        return watching;
    }

    void temperature(double other) {
        temperature = other;
    }

    /** Training begins, or goes on after a rest: whoever pressed the button waits for something to move. */
    void begins() {
        long now = clock.getAsLong();
        metrics.within(now, 0);
        snapshots.within(now, 0);
        samples.within(now, FIRST_TEXT);
    }

    /** Another experiment: what the last one cost says nothing of it. */
    void anew() {
        metrics.anew();
        snapshots.anew();
        samples.anew();
    }

    /** While training runs. */
    void whenDue(Source run, long generation, RateMeter meter) {
        if (metrics.due(clock.getAsLong())) {
            metrics(run, generation, meter);
        }
        boolean writes = watching && samples.due(clock.getAsLong());
        if (watching
                && snapshots.due(clock.getAsLong(), writes ? Math.min(WRITING, samples.usual()) : 0)
                && !mailbox.snapshotWaits()) {
            snapshot(run, generation);
        }
        if (writes) {
            sample(run);
        }
    }

    /** After a pause, a switch or a start: the newest of everything, the sample as soon as there is nothing to do. */
    void all(Source run, long generation, RateMeter meter) {
        metrics(run, generation, meter);
        if (watching) {
            snapshot(run, generation);
            samples.within(clock.getAsLong(), FIRST_TEXT);
            sampleOwed = true;
        }
    }

    /** When there is nothing to do. */
    void whenIdle(Source run) {
        if (sampleOwed && watching) {
            sample(run);
        }
    }

    void sample(Source run) {
        long began = clock.getAsLong();
        mailbox.sample(run.sample(temperature, () -> hurried.getAsBoolean() && clock.getAsLong() - began >= WRITING));
        samples.done(began, clock.getAsLong());
        sampleOwed = false;
    }

    private void metrics(Source run, long generation, RateMeter meter) {
        long began = clock.getAsLong();
        mailbox.metrics(run.series(generation, meter.rate(run.tokensPerBatch())));
        mailbox.kept(run.kept());
        metrics.done(began, clock.getAsLong());
    }

    private void snapshot(Source run, long generation) {
        long began = clock.getAsLong();
        mailbox.snapshot(run.snapshot(generation));
        snapshots.done(began, clock.getAsLong());
    }
}
