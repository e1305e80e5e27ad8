package grulab.service;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.engine.train.Trainer;
import grulab.model.Experiment;
import grulab.text.Corpora;
import grulab.text.TokenText;
import grulab.text.WindowSampler;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prints what keeping the weights of every batch costs the training, on this machine: rounds with and without, in turn. */
@Tag("measure")
class HistoryCost {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 21;
    private static final double ROUND = 0.5e9;

    @Test
    void standardExperimentAndALargeOne() {
        print("H 40, B 32, T 32", Experiment.standard());
        print("H 256, B 32, T 35", Experiment.standard().withSizes(256, 32, 35));
    }

    private static void print(String name, Experiment e) {
        TokenText text = TokenText.of(Corpora.load(e.corpus()), e.tokens());
        try (Trainer trainer = new Trainer(e, text.vocabulary().size(), WindowSampler.of(text, e), 1)) {
            History history = new History(trainer.floats(), Long.MAX_VALUE);
            for (int i = 0; i < history.kept().most(); i++) {
                history.add(trainer);
            }
            perBatch(trainer, history);
            List<Double> ratios = new ArrayList<>();
            double without = 0;
            for (int i = 0; i < ROUNDS; i++) {
                without = perBatch(trainer, null);
                ratios.add(perBatch(trainer, history) / without);
            }
            Collections.sort(ratios);
            System.out.printf(
                    "%s: time a batch with history / without: median %.4f, %.4f to %.4f; %.3f ms without; %.1f MB%n",
                    name,
                    ratios.get(ROUNDS / 2),
                    ratios.get(0),
                    ratios.get(ROUNDS - 1),
                    without / 1e6,
                    history.bytes() / 1e6);
            assertThat(ratios).allMatch(r -> r > 0);
        }
    }

    /** Nanoseconds of this thread's processor time, which others that are at work disturb least. */
    private static double perBatch(Trainer trainer, @Nullable History history) {
        long began = CLOCK.getCurrentThreadCpuTime();
        int batches = 0;
        while (CLOCK.getCurrentThreadCpuTime() - began < ROUND) {
            trainer.step();
            batches++;
            if (history != null) {
                history.add(trainer);
            }
        }
        return (double) (CLOCK.getCurrentThreadCpuTime() - began) / batches;
    }
}
