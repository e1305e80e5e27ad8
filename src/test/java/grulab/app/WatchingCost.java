package grulab.app;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.Experiment;
import grulab.model.MetricSeries;
import grulab.presentation.TrainModel;
import grulab.presentation.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
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

    @Test
    void twinCells() {
        FxThread.start();
        print("twin cells, H 256, B 32, T 35", 256, 32, 35, "Conventions workspace", (model, open) -> {
            model.watching(true);
            model.workspace().set(open ? Workspace.CONVENTIONS : Workspace.TRAIN);
        });
    }

    private static void print(String name, int hidden, int batch, int steps) {
        print(name, hidden, batch, steps, "watched", TrainModel::watching);
    }

    /** @param change whether it is as {@code what} says */
    private static void print(
            String name, int hidden, int batch, int steps, String what, BiConsumer<TrainModel, Boolean> change) {
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
            round(screen, change, true);
            List<Double> ratios = new ArrayList<>();
            double alone = 0;
            for (int i = 0; i < ROUNDS; i++) {
                double watched = round(screen, change, true);
                alone = round(screen, change, false);
                ratios.add(watched / alone);
            }
            Collections.sort(ratios);
            System.out.printf(
                    "%s: %s / not, steps per second: median %.3f, %.3f to %.3f; %.0f steps/s not%n",
                    name, what, ratios.get(ROUNDS / 2), ratios.get(0), ratios.get(ROUNDS - 1), alone);
            assertThat(ratios).allMatch(r -> r > 0);
        }
    }

    /** Steps per second of one round. */
    private static double round(OffScreen screen, BiConsumer<TrainModel, Boolean> change, boolean watching) {
        FxThread.run(() -> change.accept(screen.lab.model, watching));
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
