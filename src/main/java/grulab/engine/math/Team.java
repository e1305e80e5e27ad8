package grulab.engine.math;

import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/** The caller and n − 1 helper threads that run one task together and meet at barriers: spin first, then park. */
public final class Team implements AutoCloseable {
    private static final int SPINS = 20_000;
    public final int size;

    public int size() {
        return size;
    }

    private final Thread[] helpers;
    private IntConsumer task = part -> {};
    private volatile int round;
    private volatile boolean closed;
    private final java.util.concurrent.atomic.AtomicInteger waiting = new java.util.concurrent.atomic.AtomicInteger();
    private volatile int generation;

    public Team(int size) {
        this.size = size;
        helpers = new Thread[size - 1];
        for (int i = 0; i < helpers.length; i++) {
            int part = i + 1;
            helpers[i] = new Thread(() -> serve(part), "kernel-" + part);
            helpers[i].setDaemon(true);
            helpers[i].start();
        }
    }

    /** Runs task.accept(part) for part 0 (here) to size − 1, and returns when all have finished. */
    public void run(IntConsumer work) {
        task = work;
        round++;
        for (Thread t : helpers) {
            LockSupport.unpark(t);
        }
        work.accept(0);
        barrier();
    }

    private void serve(int part) {
        for (int seen = 0; ; seen++) {
            for (int spin = 0; round == seen && !closed; spin++) {
                pause(spin);
            }
            if (closed) {
                return;
            }
            task.accept(part);
            barrier();
        }
    }

    /** Returns when every thread of the team has come here; what they wrote before is visible after. */
    public void barrier() {
        if (size == 1) {
            return;
        }
        int mine = generation;
        if (waiting.incrementAndGet() == size) {
            waiting.set(0);
            generation = mine + 1;
            return;
        }
        for (int spin = 0; generation == mine; spin++) {
            pause(spin);
        }
    }

    private static void pause(int spin) {
        if (spin < SPINS) {
            Thread.onSpinWait();
        } else {
            LockSupport.parkNanos(50_000);
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Thread t : helpers) {
            LockSupport.unpark(t);
        }
    }
}
