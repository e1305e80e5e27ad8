package grulab.presentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grulab.engine.explain.Explanation;
import grulab.engine.explain.Written;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Edit;
import grulab.model.Experiment;
import grulab.model.Quantity;
import grulab.model.RunState;
import grulab.model.Snapshot;
import grulab.model.arithmetic.Line;
import grulab.model.arithmetic.Subject;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The Step workspace")
class StepModelTest {
    private final StepFixture lab = new StepFixture();
    private final StepModel step = lab.step;

    @ParameterizedTest
    @EnumSource(CellType.class)
    @DisplayName("takes the selected unit apart, forward and backward, as it is shown")
    void lines(CellType cell) {
        lab.begin(StepFixture.of(cell, Convention.PYTORCH, 6));
        step.whatIf().add(new Edit.Value(Quantity.STATE, 2, 2, 1, 0.25));
        lab.selection.time(2);
        lab.selection.unit(1);
        List<Line> forward = step.lines().get();
        assertThat(forward).last().satisfies(line -> {
            assertThat(line.given()).isTrue();
            assertThat(line.value()).isEqualTo(0.25);
        });
        assertThat(forward).allMatch(Line::agrees);
        assertThat(step.prediction().get().loss()).isPositive();
        assertThat(step.otherMeaning().get() != null).isEqualTo(cell == CellType.GRU);
        step.backward().set(true);
        assertThat(step.lines().get())
                .allMatch(Line::agrees)
                .first()
                .satisfies(line -> assertThat(line.symbol()).isEqualTo("dh"));
        step.backward().set(false);
        assertThat(said(step.lines().get())).isEqualTo(said(forward));
    }

    @Test
    @DisplayName("rests while another is shown, and then catches up")
    void rests() {
        Experiment e = StepFixture.small();
        Snapshot first = lab.begin(e);
        lab.workspace.set(Workspace.TRAIN);
        Snapshot second = lab.hear(StepFixture.snapshot(e, 5, 1));
        lab.selection.time(1);
        assertThat(step.base().get()).isSameAs(second);
        assertThat(lab.shown()).isSameAs(first);
        lab.workspace.set(Workspace.STEP);
        assertThat(lab.shown()).isSameAs(second);
        int unit = lab.selection.unit().get();
        assertThat(said(step.lines().get()))
                .isEqualTo(said(Explanation.of(second, 1, unit, List.of()).lines()));
    }

    private static List<String> said(List<Line> lines) {
        return lines.stream().map(Written::text).toList();
    }

    @Test
    @DisplayName("opens the sum behind a number, which follows and closes where there is no such number")
    void asked() {
        Experiment e = StepFixture.small();
        lab.begin(e);
        Subject.Value subject = new Subject.Value(Quantity.UPDATE, 4, 5);
        step.ask(subject);
        double before = step.asked().get().line().value();
        assertThat(step.asked().get().range().high()).isEqualTo(1);
        assertThat(step.asText()).isEqualTo(Written.text(step.asked().get().line()));
        assertThat(step.asLatex()).contains("\\sigma");
        assertThat(step.asNumpy()).contains("np.exp");
        Snapshot next = lab.hear(StepFixture.snapshot(e, 9, 1));
        assertThat(step.asked().get().line().value())
                .isEqualTo(next.trace().at(Quantity.UPDATE, 4, 5))
                .isNotEqualTo(before);
        lab.hear(StepFixture.snapshot(StepFixture.of(CellType.GRU, Convention.PYTORCH, 4), 0, 2));
        assertThat(step.asked().get()).isNull();
        assertThat(step.asText()).isEmpty();
        step.ask(new Subject.Logit(4, 1));
        assertThat(step.asked().get().range()).isNull();
        step.ask(new Subject.Value(Quantity.PRODUCT, 4, 1));
        assertThat(step.asked().get().range()).isNull();
        step.ask(null);
        assertThat(step.asked().get()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1e99", "1.4", "\u22120.1", "", "NaN", "0.5.5", "1,0"})
    @DisplayName("refuses nonsense in place, with the range that is right")
    void nonsense(String typed) {
        lab.begin(StepFixture.small());
        step.ask(new Subject.Value(Quantity.UPDATE, 4, 5));
        AskedLine open = step.asked().get();
        step.edit(typed);
        assertThat(step.editProblem().get()).isEqualTo(Message.of("step.edit.range", "0", "1"));
        assertThat(step.whatIf().edits().get()).isEmpty();
        assertThat(step.asked().get()).isSameAs(open);
        step.edit("0.5");
        assertThat(step.editProblem().get()).isNull();
        assertThat(step.asked().get().line().given()).isTrue();
        assertThat(step.asked().get().line().value()).isEqualTo(0.5);
    }

    @Test
    @DisplayName("sets an entry of h and of a weight where it was asked about")
    void edits() {
        lab.begin(StepFixture.small());
        step.ask(new Subject.Start(Quantity.STATE, 3));
        step.edit("\u22120.25");
        step.ask(new Subject.Weight("W_hr", 7));
        step.edit("2");
        assertThat(step.whatIf().edits().get())
                .containsExactly(new Edit.Start(Quantity.STATE, 3, -0.25), new Edit.Weight("W_hr", 7, 2));
        assertThat(lab.shown().weights().get("W_hr")[7]).isEqualTo(2);
        assertThat(lab.shown().trace().start()[3]).isEqualTo(-0.25f);
    }

    @Test
    @DisplayName("measures a slope on demand, of the window as it is shown")
    void slope() {
        lab.begin(StepFixture.small());
        step.whatIf().add(new Edit.Value(Quantity.RESET, 1, 1, 2, 0.9));
        step.ask(new Subject.Slope(Quantity.STATE, 2, 3));
        assertThat(step.slopeChecked().get()).isNull();
        step.slopeCheck();
        assertThat(step.slopeChecked().get())
                .isCloseTo(step.asked().get().line().value(), within(1e-6));
        step.ask(new Subject.Value(Quantity.STATE, 2, 3));
        assertThat(step.slopeChecked().get()).isNull();
        step.slopeCheck();
        assertThat(step.slopeChecked().get()).isNull();
    }

    @Test
    @DisplayName("has the eigenvalues of the step only while the way back is shown")
    void spectrum() {
        Snapshot base = lab.begin(StepFixture.small());
        assertThat(step.spectrum().get()).isNull();
        step.backward().set(true);
        assertThat(step.spectrum().get().size()).isEqualTo(6);
        double radius = step.spectrum().get().radius();
        step.whatIf().wire();
        assertThat(step.spectrum().get().radius()).isCloseTo(1, within(1e-9)).isNotEqualTo(radius);
        lab.workspace.set(Workspace.TRAIN);
        assertThat(step.spectrum().get()).isNull();
        assertThat(base.trace().hidden()).isEqualTo(6);
    }

    @Test
    @DisplayName("lets the eigenvalues of a large cell wait for a pause")
    void spectrumOfALargeCell() {
        lab.run.stateChanged(RunState.RUNNING);
        lab.begin(StepFixture.of(CellType.RNN, Convention.PYTORCH, 65));
        step.backward().set(true);
        assertThat(step.spectrum().get()).isNull();
        assertThat(step.spectrumWaits().get()).isTrue();
        lab.run.stateChanged(RunState.PAUSED);
        assertThat(step.spectrum().get().size()).isEqualTo(65);
        assertThat(step.spectrumWaits().get()).isFalse();
        lab.run.stateChanged(RunState.RUNNING);
        assertThat(step.spectrum().get()).isNull();
        step.spectrumOnDemand();
        assertThat(step.spectrum().get().size()).isEqualTo(65);
    }
}
