package grulab.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.Experiment;
import grulab.model.Kept;
import grulab.model.Snapshot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A batch that is gone back to")
class BatchHistoryTest {
    private final StepFixture lab = new StepFixture();
    private final BatchHistory history = lab.history;
    private final Experiment experiment = StepFixture.small();
    private Snapshot newest;
    private Snapshot second;

    @BeforeEach
    void trained() {
        newest = lab.hear(StepFixture.snapshot(experiment, 6, 1));
        second = StepFixture.snapshot(experiment, 2, 1);
        history.kept(new Kept(1, 6, 1000, 200));
        history.go(2);
        lab.run.past(second);
    }

    @Test
    @DisplayName("is what is shown, until the newest is asked for")
    void shown() {
        assertThat(lab.looked).containsExactly(2L);
        assertThat(lab.shown()).isSameAs(second);
        assertThat(history.batch().get()).isEqualTo(2);
        assertThat(history.isPast().get()).isTrue();
        history.newest();
        assertThat(lab.shown()).isSameAs(newest);
        assertThat(history.isPast().get()).isFalse();
        lab.run.past(second);
        assertThat(lab.shown()).as("too late").isSameAs(newest);
    }

    @Test
    @DisplayName("is one of those that are kept")
    void nearest() {
        history.go(-5);
        history.go(70);
        assertThat(lab.looked).containsExactly(2L, 1L, 6L);
        lab.run.past(StepFixture.snapshot(experiment, 6, 1));
        assertThat(history.isPast().get()).isFalse();
        assertThat(lab.shown()).isSameAs(newest);
    }

    @Test
    @DisplayName("stays while nothing is trained, and is read again where another passage is watched")
    void stays() {
        lab.hear(StepFixture.snapshot(experiment, 6, 1));
        assertThat(lab.shown()).isSameAs(second);
        lab.hear(elsewhere(newest));
        assertThat(lab.looked).containsExactly(2L, 2L);
    }

    private static Snapshot elsewhere(Snapshot s) {
        var p = s.passage();
        var moved = new grulab.model.Passage(p.offset() + 1, p.inputs(), p.targets(), p.labels());
        return new Snapshot(s.generation(), s.batch(), s.experiment(), moved, s.trace(), s.weights(), s.loss());
    }

    @Test
    @DisplayName("is left when training goes on, or something is switched")
    void left() {
        Snapshot next = lab.hear(StepFixture.snapshot(experiment, 7, 1));
        assertThat(lab.shown()).isSameAs(next);
        history.go(2);
        lab.run.past(second);
        Snapshot switched = lab.hear(StepFixture.snapshot(experiment, 7, 2));
        assertThat(lab.shown()).isSameAs(switched);
        history.go(2);
        lab.run.past(second);
        assertThat(lab.shown()).as("of another generation").isSameAs(switched);
    }

    @Test
    @DisplayName("is left when it is kept no longer, or refused")
    void gone() {
        history.kept(new Kept(3, 6, 1000, 200));
        assertThat(lab.shown()).isSameAs(newest);
        history.go(4);
        history.refused();
        lab.run.past(StepFixture.snapshot(experiment, 4, 1));
        assertThat(lab.shown()).isSameAs(newest);
    }

    @Test
    @DisplayName("can be edited, but its weights are not those that are trained")
    void edited() {
        lab.step.whatIf().add(new grulab.model.Edit.Weight("b_q", 0, 1));
        assertThat(lab.shown().batch()).isEqualTo(2);
        assertThat(lab.shown().weights().get("b_q")[0]).isEqualTo(1);
        assertThat(lab.step.whatIf().canApply().get()).isFalse();
        history.newest();
        assertThat(lab.step.whatIf().canApply().get()).isTrue();
    }
}
