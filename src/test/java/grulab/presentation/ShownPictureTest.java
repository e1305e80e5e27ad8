package grulab.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.Convention;
import grulab.model.Edit;
import grulab.model.Experiment;
import grulab.model.Metric;
import grulab.model.MetricSeries;
import grulab.model.Quantity;
import grulab.model.Rate;
import grulab.model.RunState;
import grulab.model.Snapshot;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The picture whose age is told")
class ShownPictureTest {
    private static final long MS = 1_000_000;

    private final StepFixture lab = new StepFixture();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private long now = 5_000 * MS;
    private final TwinModel twin = new TwinModel(
            lab.run,
            lab.selection,
            new SimpleBooleanProperty(true),
            new TwinTraining.Trainer() {
                @Override
                public void train(Convention under) {}

                @Override
                public void rest() {}

                @Override
                public void end() {}
            },
            waiting::add,
            Runnable::run,
            () -> now);
    private final PictureAge age = ShownPicture.age(lab.run, lab.step, twin, lab.workspace, () -> now);
    private final Experiment experiment = StepFixture.small();

    private void begin(Workspace workspace) {
        lab.workspace.set(workspace);
        lab.begin(experiment);
        work();
        lab.run.stateChanged(RunState.RUNNING);
    }

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private Snapshot hear(int batches) {
        return lab.hear(StepFixture.snapshot(experiment, batches, 1));
    }

    private void pass(long milliseconds, int trained) {
        Metric last = new Metric(trained, 1, 1, 1, false, 1);
        lab.run.metrics(new MetricSeries(1, List.of(), last, 1, 0, Rate.NONE, null));
        for (long i = 0; i < milliseconds; i += 50) {
            now += 50 * MS;
            age.tick();
        }
    }

    @Test
    @DisplayName("is the newest in Train")
    void train() {
        begin(Workspace.TRAIN);
        pass(1_500, 4);
        assertThat(age.old().get()).isEqualTo(new PictureAge.Old(3, 1.5));
        hear(5);
        pass(500, 6);
        assertThat(age.old().get()).isEqualTo(new PictureAge.Old(5, 0.5));
        lab.run.stateChanged(RunState.PAUSED);
        assertThat(age.old().get()).isNull();
    }

    @Test
    @DisplayName("is the one that was replayed in Step")
    void step() {
        begin(Workspace.STEP);
        pass(1_500, 4);
        assertThat(age.old().get()).isEqualTo(new PictureAge.Old(3, 1.5));
        lab.step.whatIf().add(new Edit.Value(Quantity.RESET, 0, 6, 1, 1));
        hear(5);
        assertThat(lab.shown().batch()).isEqualTo(5);
        pass(500, 6);
        assertThat(age.old().get()).isEqualTo(new PictureAge.Old(5, 0.5));
    }

    @Test
    @DisplayName("is the one that was paired in Conventions")
    void conventions() {
        begin(Workspace.CONVENTIONS);
        hear(5);
        pass(1_500, 6);
        // the newest is no older, but it has not been paired yet
        assertThat(age.old().get()).isEqualTo(new PictureAge.Old(3, 1.5));
        work();
        assertThat(twin.twin().get().a().batch()).isEqualTo(5);
        hear(7);
        pass(50, 7);
        assertThat(age.old().get()).isEqualTo(new PictureAge.Old(5, 1.5));
        lab.workspace.set(Workspace.TRAIN);
        pass(100, 7);
        assertThat(age.old().get()).isEqualTo(new PictureAge.Old(7, 0.1));
    }
}
