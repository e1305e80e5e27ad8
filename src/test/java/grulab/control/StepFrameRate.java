package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.CellType;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prints the time between frames, and what the two threads of the toolkit work for each, while micro-steps play. */
@Tag("measure")
class StepFrameRate {
    private static final int WARM = 300;
    private static final int FRAMES = 1500;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final long[] gaps = new long[FRAMES];
    private final long[] events = new long[FRAMES];
    private final long[] renders = new long[FRAMES];

    @Test
    void playAtTheSizeOfTheStepWorkspace() throws Exception {
        CountDownLatch up = new CountDownLatch(1);
        Platform.startup(up::countDown);
        assertThat(up.await(30, TimeUnit.SECONDS)).isTrue();
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> watch(done));
        assertThat(done.await(2, TimeUnit.MINUTES)).isTrue();
        print("between frames", gaps);
        print("event thread a frame", events);
        print("render thread a frame", renders);
    }

    private void watch(CountDownLatch done) {
        GateDiagram diagram = new GateDiagram();
        diagram.words(SampleWords.diagram());
        diagram.look(Look.STANDARD);
        diagram.detailed(true);
        diagram.show(DiagramMoment.of(SampleCells.of(CellType.GRU, 256), 12, 13, UnitOrder.index(256)));
        MicroStepBar bar = new MicroStepBar();
        bar.wide(true);
        bar.words(SampleWords.diagram());
        bar.onMicroStep(step -> {
            diagram.microStep(step);
            bar.microStep(step);
        });
        diagram.setMinSize(876, 404);
        Stage stage = new Stage();
        stage.setScene(new Scene(new VBox(diagram, bar), 876, 450));
        stage.show();
        long renderer = id("QuantumRenderer");
        long own = Thread.currentThread().getId();
        new AnimationTimer() {
            private int frame = -WARM;
            private long last;
            private long lastEvents;
            private long lastRender;

            @Override
            public void handle(long now) {
                bar.play();
                long event = threads.getThreadCpuTime(own);
                long render = threads.getThreadCpuTime(renderer);
                if (diagram.isMoving()) {
                    if (frame >= 0) {
                        gaps[frame] = now - last;
                        events[frame] = event - lastEvents;
                        renders[frame] = render - lastRender;
                    }
                    frame++;
                }
                last = now;
                lastEvents = event;
                lastRender = render;
                if (frame == FRAMES) {
                    stop();
                    stage.hide();
                    done.countDown();
                }
            }
        }.start();
    }

    private long id(String name) {
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(info -> info != null && info.getThreadName().startsWith(name))
                .mapToLong(ThreadInfo::getThreadId)
                .findFirst()
                .orElseThrow();
    }

    private static void print(String what, long[] times) {
        Arrays.sort(times);
        System.out.printf(
                "%s: median %.2f ms, p99 %.2f ms, longest %.2f ms%n",
                what, times[FRAMES / 2] * 1e-6, times[FRAMES * 99 / 100] * 1e-6, times[FRAMES - 1] * 1e-6);
    }
}
