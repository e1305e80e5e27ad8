package grulab.service;

import grulab.model.CellType;
import grulab.model.Convention;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Keeps a twin from the same seed beside whatever experiment runs, while one is wanted. Belongs to the service's thread. */
final class Twinning {
    /** A workspace that was left for so long is not come back to soon. */
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(1);

    private final Mailbox mailbox;
    private final LongSupplier clock;
    private @Nullable Convention under;
    private boolean resting;
    private boolean watched = true;
    /** Written by the service's thread, for who reckons memory on another one. */
    private volatile @Nullable SeedTwin twin;

    Twinning(Mailbox mailbox, LongSupplier clock) {
        this.mailbox = mailbox;
        this.clock = clock;
    }

    /** @param run what it is to be a twin of, now; null if nothing runs yet */
    void want(Convention convention, @Nullable Run run) {
        under = convention;
        resting = false;
        follow(run);
    }

    void rest(@Nullable Run run) {
        resting = true;
        follow(run);
    }

    void end() {
        under = null;
        stop();
    }

    void watching(boolean now, @Nullable Run run) {
        watched = now;
        follow(run);
    }

    /** The run has come further, or has changed. */
    void follow(@Nullable Run run) {
        Convention convention = under;
        if (convention == null || run == null || run.experiment().cell() != CellType.GRU) {
            return;
        }
        SeedTwin.Order order = new SeedTwin.Order(
                run.experiment().withConvention(convention),
                run.text(),
                run.watched(),
                run.batch(),
                run.altered(),
                watched && !resting);
        SeedTwin there = twin;
        if (there != null) {
            there.follow(order);
        } else if (order.watched()) {
            SeedTwin made = new SeedTwin(order, mailbox, clock, PATIENCE);
            twin = made;
            made.start();
        }
    }

    /** The experiment goes, and its twin with it; the next one gets another. */
    void stop() {
        SeedTwin there = twin;
        twin = null;
        if (there != null) {
            there.close();
            mailbox.forgetTwin();
        }
    }

    @Nullable
    Thread thread() {
        SeedTwin there = twin;
        return there == null ? null : there.thread;
    }

    /** Memory that the twin holds. */
    long bytes() {
        SeedTwin there = twin;
        return there == null ? 0 : there.bytes();
    }
}
