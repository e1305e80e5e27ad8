package grulab.cli;

import grulab.engine.math.KernelChoice;
import grulab.engine.train.Trainer;
import grulab.model.Experiment;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * How long training steps took, shortest first.
 *
 * @param threads that worked on each
 * @param millis of each step, at least one
 */
@SuppressWarnings("ArrayRecordComponent") // nobody else writes it
record StepTimes(int threads, double[] millis) {
    private static final double WARM_UP_S = 2;
    /** With warming up: what finding the peak and building may take, and a step that is under way when time is up. */
    private static final double GRACE_S = 6.5;

    /**
     * Warms up and measures; with steps of several seconds, what was measured when time is up counts.
     *
     * @param began when everything began, as System.nanoTime says it
     * @param interrupted asked between steps: what was measured until then counts
     * @throws BadRequest if not one step ends in time
     */
    static StepTimes measure(
            Experiment experiment,
            int vocabulary,
            int threads,
            KernelChoice choice,
            double seconds,
            long began,
            BooleanSupplier interrupted)
            throws Exception {
        Recorder warm = new Recorder();
        Recorder measured = new Recorder();
        CompletableFuture<Void> done = new CompletableFuture<>();
        BooleanSupplier over = () -> done.isDone() || interrupted.getAsBoolean();
        // a step cannot be interrupted, so somebody else does them, and is left where he is when time is up
        Thread worker = new Thread(
                () -> {
                    try (Trainer trainer = new Trainer(
                            experiment, vocabulary, new RandomSymbols(experiment, vocabulary), threads, choice)) {
                        step(trainer, WARM_UP_S, warm, over);
                        step(trainer, seconds, measured, over);
                        done.complete(null);
                    } catch (RuntimeException | Error e) {
                        done.completeExceptionally(e);
                    }
                },
                "bench");
        worker.setDaemon(true);
        worker.start();
        try {
            long left = began + (long) ((seconds + GRACE_S) * 1e9) - System.nanoTime();
            done.get(left, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            done.complete(null);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
        double[] millis = measured.sorted();
        if (millis.length == 0) {
            millis = warm.sorted();
        }
        if (millis.length == 0) {
            throw new BadRequest("not one step of this size ends in time; give more --seconds, or smaller sizes");
        }
        return new StepTimes(Trainer.threads(experiment, threads), millis);
    }

    private static void step(Trainer trainer, double seconds, Recorder recorder, BooleanSupplier over) {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        do {
            long began = System.nanoTime();
            trainer.step();
            recorder.add((System.nanoTime() - began) * 1e-6);
        } while (System.nanoTime() < end && !over.getAsBoolean());
    }

    /** The step that this share of all are not longer than, in milliseconds. */
    double quantile(double share) {
        return millis[(int) Math.min(millis.length - 1, Math.floor(share * millis.length))];
    }

    /** The latest million numbers, without making anything on the way; written by one thread, read by another. */
    private static final class Recorder {
        private static final int MOST = 1 << 20;

        private final double[] ring = new double[MOST];
        private volatile long count;

        @SuppressWarnings("NonAtomicOperationOnVolatileField") // one thread writes
        void add(double value) {
            ring[(int) (count % MOST)] = value;
            count++;
        }

        double[] sorted() {
            double[] all = Arrays.copyOf(ring, (int) Math.min(count, MOST));
            Arrays.sort(all);
            return all;
        }
    }
}
