package grulab.service;

import grulab.engine.train.Room;
import grulab.engine.train.Trainer;
import grulab.engine.train.WatchedPass;
import grulab.model.Experiment;
import grulab.model.Metric;
import grulab.model.Passage;
import grulab.model.Snapshot;
import grulab.model.TwinProgress;
import grulab.text.TokenText;
import grulab.text.WindowSampler;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A second trainer beside the running experiment: the same seed and batches under another convention, up to the batch
 * at which that one stands, and on with it. It has a thread of its own, which gives way to the others, and computes on
 * it alone.
 */
final class SeedTwin implements AutoCloseable {
    private static final long MILLISECOND = 1_000_000L;
    /** How long it waits before it looks again whether what it made may be shown. */
    private static final long SOON = 20 * MILLISECOND;

    /**
     * What is wanted of it.
     *
     * @param experiment what it trains, its convention among it
     * @param passage that is watched
     * @param target the batch that it trains to
     * @param altered as in {@link TwinProgress}
     * @param watched whether anybody sees it; while nobody does it rests
     */
    record Order(
            Experiment experiment, TokenText text, Passage passage, long target, boolean altered, boolean watched) {}

    /** What a listener has been told last. */
    private record Told(long batch, Passage passage, TwinProgress progress) {}

    private final Mailbox mailbox;
    private final LongSupplier clock;
    private final long patience;
    final Thread thread;
    private volatile Order order;
    private volatile boolean closed;
    private volatile long bytes;

    // all below belongs to the thread
    private final Pacer snapshots = new Pacer(60 * MILLISECOND, 0.016, Publisher.PICTURE);
    private final Pacer progress = new Pacer(100 * MILLISECOND, 1, 100 * MILLISECOND);
    private @Nullable Trainer trainer;
    private @Nullable Experiment trained;
    private @Nullable String problem;
    private @Nullable Told told;

    /** @param patience nanoseconds for which it keeps what it has trained while nobody sees it */
    SeedTwin(Order order, Mailbox mailbox, LongSupplier clock, long patience) {
        this.order = order;
        this.mailbox = mailbox;
        this.clock = clock;
        this.patience = patience;
        thread = new Thread(this::serve, "lab-twin");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
    }

    /** Begins; not part of making it, so that its maker knows it before anybody hears of it. */
    void start() {
        thread.start();
    }

    void follow(Order now) {
        order = now;
        LockSupport.unpark(thread);
    }

    /** Memory that it holds, for who reckons on another thread. */
    long bytes() {
        return bytes;
    }

    /** Ends it after the batch that it is at, and gives its memory back. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() {
        try {
            while (!closed) {
                Order now = order;
                if (now.watched) {
                    work(now);
                } else {
                    rest();
                }
            }
        } finally {
            release();
        }
    }

    private void rest() {
        problem = null;
        told = null;
        long left = clock.getAsLong() + patience;
        while (!closed && !order.watched) {
            long wait = left - clock.getAsLong();
            if (trainer == null) {
                LockSupport.park(this);
            } else if (wait > 0) {
                LockSupport.parkNanos(this, wait);
            } else {
                release();
                mailbox.forgetTwin();
            }
        }
    }

    /** A batch, or what there is to tell; waits if there is neither. */
    private void work(Order now) {
        Trainer at = null;
        try {
            at = ready(now);
            if (at != null && problem == null && at.batch() < now.target) {
                train(at);
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            release();
            at = null;
            trained = now.experiment;
            problem = "The twin from the same seed cannot be trained: " + Refusals.said(e);
        }
        boolean rests = at == null || problem != null || at.batch() >= now.target;
        boolean allTold = tell(at, now);
        if (rests && allTold) {
            LockSupport.park(this);
        } else if (rests) {
            LockSupport.parkNanos(this, SOON);
        }
    }

    /** The trainer of the experiment that is wanted, not beyond its target; null if there cannot be one. */
    private @Nullable Trainer ready(Order now) {
        boolean same = now.experiment.equals(trained);
        if (same && (trainer == null ? problem != null : trainer.batch() <= now.target)) {
            return trainer;
        }
        release();
        problem = null;
        trained = now.experiment;
        int kinds = now.text.vocabulary().size();
        Room room = Room.forWindow(now.experiment, kinds, 1, 0);
        if (!room.fits()) {
            problem =
                    "The twin from the same seed %s; take fewer units or a smaller batch, or give Java more with -Xmx."
                            .formatted(room.words());
            return null;
        }
        bytes = room.needed();
        snapshots.anew();
        trainer = new Trainer(now.experiment, kinds, WindowSampler.of(now.text, now.experiment), 1);
        return trainer;
    }

    private void train(Trainer at) {
        Metric metric = at.step();
        if (!Double.isFinite(metric.loss())) {
            problem = "The twin from the same seed diverged in batch %d; lower the learning rate or clip sooner."
                    .formatted(metric.batch());
        }
    }

    /** Tells what is due; true if nothing is left to be told. */
    private boolean tell(@Nullable Trainer at, Order now) {
        long batch = at == null ? 0 : at.batch();
        Told newest = new Told(batch, now.passage, new TwinProgress(batch, now.target, now.altered, problem));
        Told last = told;
        if (newest.equals(last)) {
            return true;
        }
        boolean shown = at == null || (last != null && last.batch == batch && last.passage == now.passage);
        Snapshot made = null;
        long began = clock.getAsLong();
        if (at != null && snapshots.due(began) && !shown && !mailbox.twinWaits()) {
            made = snapshot(at, now);
            snapshots.done(began, clock.getAsLong());
        }
        boolean all = shown || made != null;
        if (all || progress.due(began)) {
            mailbox.twin(newest.progress, made);
            progress.done(began, began);
        }
        told = all ? newest : told;
        return all;
    }

    private static Snapshot snapshot(Trainer at, Order now) {
        WatchedPass pass = at.trace(now.passage);
        return new Snapshot(0, at.batch(), at.experiment(), now.passage, pass.trace(), at.weights(), pass.loss());
    }

    private void release() {
        Trainer before = trainer;
        trainer = null;
        trained = null;
        told = null;
        bytes = 0;
        if (before != null) {
            before.close();
        }
    }
}
