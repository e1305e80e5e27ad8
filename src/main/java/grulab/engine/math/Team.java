package grulab.engine.math;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The calling thread and some helpers, which do one task together and meet at barriers within it. Who waits spins for a
 * moment, because a step is often shorter than waking a thread takes, and then sleeps, so that it leaves its core to
 * others. Used by one thread at a time.
 */
public final class Team implements AutoCloseable {
    /** How long to spin, in nanoseconds: what waking a thread takes. */
    private static final long SPIN = 40_000;

    private final int size;
    /** One for each part. */
    private final Seat[] seats;

    private IntConsumer task = part -> {};
    private volatile int round;
    private volatile int passed;
    private volatile boolean closed;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger unfinished = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /**
     * Starts size − 1 helpers, which do not keep the program alive.
     *
     * @param size threads, the calling one among them
     */
    public Team(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("a team has at least 1 thread, not " + size);
        }
        this.size = size;
        seats = new Seat[size];
        Arrays.setAll(seats, part -> new Seat());
        for (int part = 1; part < size; part++) {
            new Helper(part).start();
        }
    }

    /** How many threads there are, the calling one among them. */
    public int size() {
        return size;
    }

    /**
     * Does work.accept(part) for all parts from 0, which the calling thread does, to size − 1, and returns when all have
     * finished. If a part fails, those that wait for it at a barrier end too, and the team can be used again.
     *
     * @throws IllegalStateException with the cause, if another part than 0 failed; what part 0 throws itself comes as it
     *     is
     */
    public void run(IntConsumer work) {
        if (closed) {
            throw new IllegalStateException("the team was closed");
        }
        if (size == 1) {
            work.accept(0);
            return;
        }
        task = work;
        failure.set(null);
        waiting.set(0);
        unfinished.set(size - 1);
        round++;
        wakeAll();
        try {
            work.accept(0);
        } catch (BrokenBarrier e) {
            // another part failed, and says why below
        } catch (Throwable e) {
            fail(e);
            seats[0].await(seats[0].allFinished);
            throw e;
        }
        seats[0].await(seats[0].allFinished);
        Throwable cause = failure.get();
        if (cause != null) {
            throw new IllegalStateException("a part of the work failed: " + cause, cause);
        }
    }

    /**
     * Within {@link #run}: returns when every part has come here; what they wrote before is then visible to all. Every
     * part has to come as often as the others.
     */
    public void barrier() {
        if (size == 1) {
            return;
        }
        int mine = passed;
        if (waiting.incrementAndGet() == size) {
            waiting.set(0);
            passed = mine + 1;
            wakeAll();
            return;
        }
        Seat seat = seats[Thread.currentThread() instanceof Helper helper ? helper.part : 0];
        seat.seenPassed = mine;
        seat.await(seat.barrierOpen);
        if (passed == mine) {
            throw new BrokenBarrier();
        }
    }

    private void fail(Throwable e) {
        failure.compareAndSet(null, e);
        wakeAll();
    }

    private void wakeAll() {
        for (Seat seat : seats) {
            seat.wake();
        }
    }

    /** Lets the helpers go; once more does no harm. */
    @Override
    public void close() {
        closed = true;
        wakeAll();
    }

    /** Where a thread of the team waits. Its conditions are made once: a step allocates nothing. */
    private final class Seat {
        final BooleanSupplier barrierOpen = this::barrierOpen;
        final BooleanSupplier newRound = this::newRound;
        final BooleanSupplier allFinished = this::allFinished;
        int seenPassed;
        int seenRound;
        private volatile @Nullable Thread asleep;

        private boolean barrierOpen() {
            return passed != seenPassed || failure.get() != null;
        }

        private boolean newRound() {
            return round != seenRound || closed;
        }

        private boolean allFinished() {
            return unfinished.get() == 0;
        }

        void await(BooleanSupplier condition) {
            long began = System.nanoTime();
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() - began < SPIN) {
                    Thread.onSpinWait();
                } else {
                    sleep(condition);
                }
            }
        }

        /** Whoever makes the condition true wakes afterwards who is asleep: so nobody is forgotten. */
        private void sleep(BooleanSupplier condition) {
            boolean interrupted = false;
            asleep = Thread.currentThread();
            while (!condition.getAsBoolean()) {
                LockSupport.park(Team.this);
                interrupted |= Thread.interrupted();
            }
            asleep = null;
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        void wake() {
            Thread thread = asleep;
            if (thread != null) {
                LockSupport.unpark(thread);
            }
        }
    }

    private final class Helper extends Thread {
        private final int part;

        Helper(int part) {
            super("team-" + part);
            this.part = part;
            setDaemon(true);
        }

        @Override
        public void run() {
            Seat seat = seats[part];
            while (true) {
                seat.await(seat.newRound);
                if (closed) {
                    return;
                }
                seat.seenRound = round;
                try {
                    task.accept(part);
                } catch (Throwable e) {
                    fail(e);
                }
                if (unfinished.decrementAndGet() == 0) {
                    seats[0].wake();
                }
            }
        }
    }

    /** Ends a part that waits for one that failed. */
    private static final class BrokenBarrier extends IllegalStateException {
        BrokenBarrier() {
            super("another part of the work failed");
        }
    }
}
