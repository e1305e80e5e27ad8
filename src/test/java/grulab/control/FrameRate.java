package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.engine.train.Trainer;
import grulab.model.Experiment;
import grulab.model.Snapshot;
import grulab.text.Corpora;
import grulab.text.TokenText;
import grulab.text.WindowSampler;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prints the time between frames while four maps of 256 × 35 change in every one and a trainer works beside them. */
@Tag("measure")
class FrameRate {
    private static final int WARM = 180;
    private static final int FRAMES = 1200;

    @Test
    void fourMapsWhileTraining() throws Exception {
        CountDownLatch up = new CountDownLatch(1);
        Platform.startup(up::countDown);
        assertThat(up.await(30, TimeUnit.SECONDS)).isTrue();
        AtomicBoolean over = new AtomicBoolean();
        Thread training = new Thread(() -> train(over));
        training.start();
        long[] gaps = new long[FRAMES];
        long[] work = new long[FRAMES];
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> watch(gaps, work, done));
        assertThat(done.await(2, TimeUnit.MINUTES)).isTrue();
        over.set(true);
        training.join();
        Arrays.sort(gaps);
        Arrays.sort(work);
        System.out.printf(
                "between frames: median %.1f ms, p99 %.1f ms, longest %.1f ms; showing a snapshot: median %.2f ms, p99 %.2f ms%n",
                ms(gaps[FRAMES / 2]),
                ms(gaps[FRAMES * 99 / 100]),
                ms(gaps[FRAMES - 1]),
                ms(work[FRAMES / 2]),
                ms(work[FRAMES * 99 / 100]));
    }

    private static void watch(long[] gaps, long[] work, CountDownLatch done) {
        Snapshot[] snapshots = {
            Snapshots.of(256, 35),
            Snapshots.of(256, 35, 6, Snapshots.of(256, 35).convention(), 1241)
        };
        TimeStack stack = new TimeStack(StackWords.of(key -> key));
        Stage stage = new Stage();
        stage.setScene(new Scene(stack, 716, 594));
        stage.show();
        new AnimationTimer() {
            private int frame = -WARM;
            private long last;

            @Override
            public void handle(long now) {
                long began = System.nanoTime();
                stack.snapshot(snapshots[frame & 1]);
                stack.timeProperty().set(Math.floorMod(frame, 35));
                if (frame >= 0) {
                    gaps[frame] = now - last;
                    work[frame] = System.nanoTime() - began;
                }
                last = now;
                frame++;
                if (frame == gaps.length) {
                    stop();
                    stage.hide();
                    done.countDown();
                }
            }
        }.start();
    }

    private static void train(AtomicBoolean over) {
        Experiment experiment = Experiment.standard();
        TokenText text = TokenText.of(Corpora.load(experiment.corpus()), experiment.tokens());
        try (Trainer trainer =
                new Trainer(experiment, text.vocabulary().size(), WindowSampler.of(text, experiment), 1)) {
            while (!over.get()) {
                trainer.step();
            }
        }
    }

    private static double ms(long nanos) {
        return nanos * 1e-6;
    }
}
