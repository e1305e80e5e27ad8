package grulab.app;

import grulab.cli.Console;
import grulab.cli.Screens.Moment;
import grulab.model.Baselines;
import grulab.model.Convention;
import grulab.model.Metric;
import grulab.model.MetricSeries;
import grulab.model.Quantity;
import grulab.model.ResetPosition;
import grulab.model.Snapshot;
import grulab.model.SwitchMode;
import grulab.model.UpdateMeaning;
import grulab.model.arithmetic.Perplexity;
import grulab.presentation.ConventionModel;
import grulab.presentation.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/**
 * What a class would be shown, without a display: trains for a bounded time, flips both conventions, and leaves the
 * screens, the metrics and a lab file in a folder.
 */
final class Tour {
    private static final String FOLDER = "gru-lab-tour";
    private static final Duration TO_BIGRAM = Duration.ofSeconds(15);
    private static final Duration TRAINING = Duration.ofSeconds(12);
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;
    private static final double SHARP = 2;

    private final Console console;

    Tour(Console console) {
        this.console = console;
    }

    /** Exit code: 0, or an exception. */
    int take() throws IOException {
        Path folder = folder();
        say("The tour trains a GRU on the built-in text and draws the screens into %s", folder);
        FxThread.start();
        try (OffScreen screen = OffScreen.of(WIDTH, HEIGHT, false, "en")) {
            screen.begin();
            say(
                    "Ready %.1f s after the start of Java.",
                    (System.currentTimeMillis() - SecondProcess.startOfTheFirst()) / 1000.0);
            draw(screen, folder, "1-untrained");
            learn(screen, folder);
            drawLooks(screen, folder);
            flip(screen, folder);
            takeApart(screen, folder);
        }
        say("Done. Pictures, metrics.csv and trained.grulab are in %s", folder);
        return 0;
    }

    private static Path folder() throws IOException {
        Path here = Path.of(FOLDER).toAbsolutePath();
        try {
            return Files.createDirectories(here);
        } catch (IOException e) {
            return Files.createTempDirectory(FOLDER);
        }
    }

    private void learn(OffScreen screen, Path folder) throws IOException {
        Baselines baselines = Objects.requireNonNull(FxThread.call(() -> screen.lab.model.baselines()));
        long began = System.nanoTime();
        screen.trainOrPause();
        boolean below = FxThread.await(screen.lab.model.metrics(), m -> m.smoothed() < baselines.bigram(), TO_BIGRAM);
        Metric at = Objects.requireNonNull(
                FxThread.call(() -> screen.lab.model.metrics().get().last()));
        say(
                below
                        ? "Below the bigram baseline (%.2f nats a character) %.1f s after Train, at step %d."
                        : "Not below the bigram baseline (%.2f nats a character) %.1f s after Train, at step %d.",
                baselines.bigram(),
                (System.nanoTime() - began) / 1e9,
                at.batch());
        draw(screen, folder, "2-learning");
        double enough = at.seconds() + TRAINING.toSeconds();
        FxThread.await(
                screen.lab.model.metrics(),
                m -> m.last() != null && m.last().seconds() >= enough,
                TRAINING.multipliedBy(2));
        screen.trainOrPause();
        MetricSeries metrics = FxThread.call(() -> screen.lab.model.metrics().get());
        say(
                "Paused at step %d: smoothed loss %.3f, perplexity %s, %.0f steps/s while it was drawn.",
                metrics.batches(),
                metrics.smoothed(),
                Perplexity.of(metrics.smoothed(), 3),
                metrics.rate().stepsPerSecond());
        MetricTable.write(metrics, folder.resolve("metrics.csv"));
        save(screen, folder.resolve("trained.grulab"));
        FxThread.run(screen.lab.model::dismiss);
        draw(screen, folder, "3-trained");
    }

    private static void save(OffScreen screen, Path file) throws IOException {
        Files.deleteIfExists(file);
        FxThread.run(() -> screen.lab.model.save(file));
        if (!FxThread.await(
                screen.lab.model.notice(), m -> m != null && m.key().equals("state.saved"), Duration.ofSeconds(30))) {
            throw new IOException(file + " was not written");
        }
    }

    private void drawLooks(OffScreen screen, Path folder) throws IOException {
        screen.look(true, "en");
        draw(screen, folder, "4-dark");
        screen.projector(true);
        draw(screen, folder, "5-projector");
        screen.projector(false);
        screen.look(false, "zh");
        draw(screen, folder, "6-chinese");
        screen.look(false, "en");
        Path small = folder.resolve("7-small.png");
        screen.picture(1024, 700, SHARP, small);
        say("  %s", small.getFileName());
    }

    private void flip(OffScreen screen, Path folder) throws IOException {
        Snapshot before = screen.snapshot();
        Convention admits = before.convention().with(UpdateMeaning.ADMIT);
        FxThread.run(() -> {
            conventions(screen).mode().set(SwitchMode.RELABEL);
            conventions(screen).choose(admits.update());
        });
        Snapshot relabelled = screen.shown(admits);
        say("z now admits the new, weights relabelled: h differs by at most %.1e.", difference(before, relabelled));
        draw(screen, folder, "8-z-admits-relabelled");
        Convention beforeU = admits.with(ResetPosition.BEFORE);
        FxThread.run(() -> {
            conventions(screen).mode().set(SwitchMode.KEEP_WEIGHTS);
            conventions(screen).choose(beforeU.reset());
        });
        Snapshot other = screen.shown(beforeU);
        say("r now acts before U, same weights: h differs by at most %.2f.", difference(relabelled, other));
        draw(screen, folder, "9-reset-before-weights-kept");
    }

    private void takeApart(OffScreen screen, Path folder) throws IOException {
        screen.go(Workspace.STEP, Moment.FIRST);
        draw(screen, folder, "10-step");
        screen.go(Workspace.STEP, new Moment(0, 0, 0, 1, true));
        draw(screen, folder, "11-step-backward");
        screen.go(Workspace.CONVENTIONS, Moment.FIRST);
        draw(screen, folder, "12-conventions");
    }

    private static ConventionModel conventions(OffScreen screen) {
        return screen.lab.model.convention();
    }

    private static double difference(Snapshot a, Snapshot b) {
        float[] x = a.trace().of(Quantity.STATE);
        float[] y = b.trace().of(Quantity.STATE);
        double largest = 0;
        for (int i = 0; i < x.length; i++) {
            largest = Math.max(largest, Math.abs((double) x[i] - y[i]));
        }
        return largest;
    }

    private void draw(OffScreen screen, Path folder, String name) throws IOException {
        screen.picture(WIDTH, HEIGHT, SHARP, folder.resolve(name + ".png"));
        say("  %s.png", name);
    }

    private void say(String format, Object... values) {
        console.out().println(String.format(Locale.ROOT, format, values));
    }
}
