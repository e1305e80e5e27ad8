package grulab.app;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.Experiment;
import grulab.model.MetricSeries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prints what an open window costs the training, on this machine: rounds with and without somebody watching, in turn. */
@Tag("measure")
class WatchingCost {
    private static final int ROUNDS = 8;
    private static final Duration ROUND = Duration.ofSeconds(4);

    @Test
    void standardExperimentAndALargeOne() {
        FxThread.start();
        print("H 40, B 32, T 32", 40, 32, 32);
        print("H 256, B 32, T 35", 256, 32, 35);
    }

    private static void print(String name, int hidden, int batch, int steps) {
        try (OffScreen screen = OffScreen.of(1440, 900, false, "en")) {
            screen.begin();
            if (hidden != Experiment.standard().hidden()) {
                FxThread.run(() -> {
                    screen.lab.model.draft().hidden.set(hidden);
                    screen.lab.model.draft().batch.set(batch);
                    screen.lab.model.draft().steps.set(steps);
                    screen.lab.model.startOver();
                });
                FxThread.await(
                        screen.lab.model.snapshot(),
                        s -> s != null && s.trace().hidden() == hidden,
                        Duration.ofSeconds(30));
            }
            screen.trainOrPause();
            round(screen, true);
            List<Double> ratios = new ArrayList<>();
            double alone = 0;
            for (int i = 0; i < ROUNDS; i++) {
                double watched = round(screen, true);
                alone = round(screen, false);
                ratios.add(watched / alone);
            }
            Collections.sort(ratios);
            System.out.printf(
                    "%s: watched / not watched, steps per second: median %.3f, %.3f to %.3f; %.0f steps/s not watched%n",
                    name, ratios.get(ROUNDS / 2), ratios.get(0), ratios.get(ROUNDS - 1), alone);
            assertThat(ratios).allMatch(r -> r > 0);
        }
    }

    /** Steps per second of one round. */
    private static double round(OffScreen screen, boolean watching) {
        FxThread.run(() -> screen.lab.model.watching(watching));
        MetricSeries from = metrics(screen);
        long began = System.nanoTime();
        double until = began + ROUND.toNanos();
        FxThread.await(
                screen.lab.model.metrics(),
                m -> m.batches() > from.batches() && System.nanoTime() > until,
                ROUND.multipliedBy(3));
        return (metrics(screen).batches() - from.batches()) / ((System.nanoTime() - began) * 1e-9);
    }

    private static MetricSeries metrics(OffScreen screen) {
        return FxThread.call(() -> screen.lab.model.metrics().get());
    }
}
