package grulab.service;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Experiment;
import grulab.model.Initialization;
import grulab.model.Optimizer;
import grulab.model.ResetPosition;
import grulab.model.Sampling;
import grulab.model.Tokens;
import grulab.model.UpdateMeaning;
import grulab.text.Corpora;
import grulab.text.Corpus;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;

/** A service with a listener on a thread named "window", and a small experiment. */
final class Bench implements AutoCloseable {
    static final Corpus TEXT = new Corpus("copy", Corpora.load("copy").text().substring(0, 2000));

    final Watcher watcher = new Watcher();
    final LabService lab;
    private final ExecutorService window = Executors.newSingleThreadExecutor(r -> new Thread(r, "window"));

    Bench() {
        this(System::nanoTime);
    }

    Bench(LongSupplier clock) {
        lab = new LabService(window, watcher, 1, clock);
    }

    Bench(Executor other) {
        lab = new LabService(other, watcher, 1);
    }

    /** A bench whose small experiment has begun. */
    static Bench started() {
        Bench bench = new Bench();
        bench.lab.startOver(small(), TEXT);
        bench.watcher.await("started", () -> !bench.watcher.snapshots.isEmpty() && !bench.watcher.states.isEmpty());
        return bench;
    }

    static Experiment small() {
        return new Experiment(
                CellType.GRU,
                Convention.PYTORCH,
                8,
                4,
                10,
                0.01,
                1,
                Optimizer.ADAM,
                Sampling.SEQUENTIAL,
                Initialization.PYTORCH,
                3,
                "copy",
                Tokens.CHAR);
    }

    /** Reads so far back, at so high a rate, that with many a seed its gradients overflow within a few batches. */
    static Experiment explosive(long seed) {
        return new Experiment(
                CellType.GRU,
                new Convention(ResetPosition.BEFORE, UpdateMeaning.KEEP),
                32,
                1,
                512,
                1,
                1000,
                Optimizer.ADAM,
                Sampling.RANDOM,
                Initialization.PYTORCH,
                seed,
                "lighthouse",
                Tokens.CHAR);
    }

    @Override
    public void close() {
        lab.close();
        window.shutdown();
    }
}
