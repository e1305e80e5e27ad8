package grulab.engine.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** The caller and some helpers, who do the parts of one piece of work together. The helpers sleep between. */
public final class Team implements AutoCloseable {
    private final int size;
    private final ExecutorService helpers;
    private final List<Future<?>> running = new ArrayList<>();

    /** @param size how many parts at once, the caller's among them; at least 1 */
    public Team(int size) {
        this.size = size;
        helpers = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "engine-helper");
            thread.setDaemon(true);
            return thread;
        });
    }

    public int size() {
        return size;
    }

    /** Runs {@code work} for part 0, here, to size − 1, and returns when all have ended. */
    public void run(IntConsumer work) {
        for (int part = 1; part < size; part++) {
            int mine = part;
            running.add(helpers.submit(() -> work.accept(mine)));
        }
        try {
            work.accept(0);
        } finally {
            await();
        }
    }

    private void await() {
        boolean interrupted = false;
        Throwable failure = null;
        for (Future<?> part : running) {
            while (true) {
                try {
                    part.get();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    failure = e.getCause();
                    break;
                }
            }
        }
        running.clear();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw new IllegalStateException("a part of the work failed", failure);
        }
    }

    @Override
    public void close() {
        helpers.shutdown();
    }
}
