package grulab.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.Edit;
import grulab.model.Experiment;
import grulab.model.Quantity;
import grulab.model.RunState.Phase;
import grulab.model.Snapshot;
import grulab.service.LabService;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** With the service that trains; this thread is the one that the model lives on. */
@DisplayName("Looking back at what is trained")
class LookingBackTest {
    private final BlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
    private final TrainModel model = new TrainModel(
            Experiment.standard().withSizes(8, 4, 10), l -> new LabService(fx::add, l, 1), fx::add, Runnable::run);
    private final StepModel step = model.step();
    private final BatchHistory history = step.history();

    @BeforeEach
    void begin() throws InterruptedException {
        model.workspace().set(Workspace.STEP);
        model.begin();
        until(() -> step.shown().get() != null);
    }

    @AfterEach
    void end() {
        model.close();
    }

    /** Does what the service and others have for this thread, until something is so. */
    private void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Runnable task = fx.poll(30, TimeUnit.SECONDS);
            assertThat(task).as("nothing happens any more").isNotNull();
            task.run();
        }
    }

    private Snapshot shown() {
        return step.shown().get();
    }

    private void batch(long number) throws InterruptedException {
        model.oneBatch();
        until(() -> shown().batch() == number && model.state().get().phase() == Phase.PAUSED);
    }

    @Test
    @DisplayName("shows the weights of that batch, and leads on to what comes next")
    void goingBack() throws InterruptedException {
        batch(1);
        float[] then = shown().trace().of(Quantity.STATE);
        batch(2);
        batch(3);
        history.go(1);
        until(() -> history.isPast().get());
        assertThat(shown().batch()).isEqualTo(1);
        assertThat(shown().trace().of(Quantity.STATE)).isEqualTo(then);
        history.newest();
        assertThat(shown()).isSameAs(model.snapshot().get());
        history.go(2);
        until(() -> history.isPast().get());
        batch(4);
        assertThat(history.isPast().get()).isFalse();
    }

    @Test
    @DisplayName("pauses, and shows the nearest of what is kept by then")
    void whileRunning() throws InterruptedException {
        model.trainOrPause();
        until(() -> model.metrics().get().batches() > 5);
        history.go(0);
        until(() -> history.isPast().get() && model.state().get().phase() == Phase.PAUSED);
        assertThat(shown().batch()).isEqualTo(history.kept().get().first());
    }

    @Test
    @DisplayName("edited weights are trained from there once they are applied")
    void applied() throws InterruptedException {
        batch(1);
        step.whatIf().add(new Edit.Weight("b_q", 2, 1.5));
        until(() -> shown().weights().get("b_q")[2] == 1.5);
        assertThat(model.snapshot().get().weights().get("b_q")[2]).isNotEqualTo(1.5);
        long generation = shown().generation();
        step.whatIf().apply();
        until(() -> shown().generation() > generation);
        assertThat(step.whatIf().edits().get()).isEmpty();
        assertThat(shown().weights().get("b_q")[2]).isEqualTo(1.5);
        assertThat(history.kept().get().first()).isEqualTo(1);
    }
}
