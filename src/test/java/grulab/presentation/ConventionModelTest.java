package grulab.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.Convention;
import grulab.model.FrameworkRow;
import grulab.model.ResetPosition;
import grulab.model.SwitchMode;
import grulab.model.UpdateMeaning;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConventionModelTest {
    private final List<String> sent = new ArrayList<>();
    private final ConventionModel model = new ConventionModel(
            Convention.PYTORCH, (to, mode) -> sent.add(to + " " + mode), to -> sent.add("retrain " + to));
    private final Convention admit = Convention.PYTORCH.with(UpdateMeaning.ADMIT);
    private final Convention before = Convention.PYTORCH.with(ResetPosition.BEFORE);

    @Test
    void aFlipIsPendingUntilASnapshotWasComputedUnderIt() {
        model.flipUpdate();
        assertThat(sent).containsExactly(admit + " " + SwitchMode.RELABEL);
        assertThat(model.asked().get()).isEqualTo(admit);
        assertThat(model.computed().get()).isEqualTo(Convention.PYTORCH);
        assertThat(model.updatePending().get()).isTrue();
        assertThat(model.resetPending().get()).isFalse();
        model.computed(admit);
        assertThat(model.updatePending().get()).isFalse();
    }

    @Test
    void aResetThatIsToBeRelabelledIsAskedAbout() {
        model.flipReset();
        assertThat(sent).isEmpty();
        assertThat(model.asked().get()).isEqualTo(Convention.PYTORCH);
        assertThat(model.refused().get()).isEqualTo(before);
        model.cancel();
        assertThat(model.refused().get()).isNull();
        model.flipReset();
        model.keepWeights();
        assertThat(sent).containsExactly(before + " " + SwitchMode.KEEP_WEIGHTS);
        assertThat(model.asked().get()).isEqualTo(before);
    }

    @Test
    void retrainingIsTheOtherAnswer() {
        model.flipReset();
        model.retrain();
        assertThat(sent).containsExactly("retrain " + before);
    }

    @Test
    void keepingWeightsSwitchesAnything() {
        model.flipMode();
        model.flipReset();
        assertThat(sent).containsExactly(before + " " + SwitchMode.KEEP_WEIGHTS);
        assertThat(model.refused().get()).isNull();
    }

    @Test
    void theRowThatWasChosenStaysWhileItFits() {
        FrameworkRow mxnet = row("mxnet");
        model.choose(mxnet);
        assertThat(sent).isEmpty();
        assertThat(model.row().get()).isEqualTo(mxnet);
        model.flipUpdate();
        assertThat(model.row().get()).isNull();
        model.flipMode();
        model.choose(row("chung"));
        assertThat(model.row().get()).isEqualTo(row("chung"));
        assertThat(model.asked().get()).isEqualTo(new Convention(ResetPosition.BEFORE, UpdateMeaning.ADMIT));
    }

    private static FrameworkRow row(String id) {
        return FrameworkRow.ALL.stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
