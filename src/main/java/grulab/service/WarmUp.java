package grulab.service;

import grulab.engine.train.Trainer;
import grulab.model.CellType;
import grulab.model.Experiment;
import grulab.model.ResetPosition;
import grulab.model.SeededRandom;
import grulab.text.TokenText;
import grulab.text.WindowSampler;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Has the machine code of a training step, a picture and a text made while there is nothing else to do, by a small network
 * that nobody sees: the first steps of a process take a hundred times as long as those that follow, and whoever presses
 * Train should not have to wait for that. Belongs to the service's thread.
 */
final class WarmUp {
    private static final int HIDDEN = 48;
    private static final int BATCH = 8;
    private static final int STEPS = 12;
    private static final int WRITTEN = 12;
    /** After as many calls a virtual machine has compiled what is called. */
    private static final int TIMES = 400;

    private static final long LONGEST = TimeUnit.SECONDS.toNanos(3);

    /** Each has loops of its own. */
    private record Kind(CellType cell, ResetPosition reset) {}

    private final int threads;
    private final LongSupplier clock;
    private final Set<Kind> warm = new HashSet<>();
    private @Nullable Kind kind;
    private @Nullable Trainer trainer;
    private @Nullable TokenText text;
    private int times;
    private long taken;

    WarmUp(int threads, LongSupplier clock) {
        this.threads = threads;
        this.clock = clock;
    }

    /** A few milliseconds of it; false if what the run needs is warm. */
    boolean once(Run run) {
        Kind needed =
                new Kind(run.experiment().cell(), run.experiment().convention().reset());
        if (warm.contains(needed)) {
            return false;
        }
        long began = clock.getAsLong();
        if (!needed.equals(kind)) {
            begin(needed, run);
        }
        work();
        taken += clock.getAsLong() - began;
        if (++times == TIMES || taken > LONGEST) {
            warm.add(needed);
            end();
            return false;
        }
        return true;
    }

    private void begin(Kind needed, Run run) {
        end();
        Experiment asked = run.experiment();
        Experiment small = asked.withSizes(
                Math.min(HIDDEN, asked.hidden()), Math.min(BATCH, asked.batch()), Math.min(STEPS, asked.steps()));
        text = run.text();
        trainer = new Trainer(small, text.vocabulary().size(), WindowSampler.of(text, small), threads);
        kind = needed;
        times = 0;
        taken = 0;
    }

    private void work() {
        Trainer scratch = trainer;
        TokenText read = text;
        if (scratch != null && read != null) {
            scratch.step();
            scratch.trace(read.passage(0, scratch.experiment().steps()));
            scratch.weights();
            scratch.generate(new int[] {0}, WRITTEN, 0.7, 0, new SeededRandom(times));
        }
    }

    /** Gives back what it holds. */
    void end() {
        if (trainer != null) {
            trainer.close();
        }
        trainer = null;
        text = null;
        kind = null;
    }
}
