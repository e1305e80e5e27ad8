package grulab.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.Experiment;
import grulab.model.Optimizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExperimentDraftTest {
    private final Experiment start = Experiment.standard();
    private final ExperimentDraft draft = new ExperimentDraft(start);
    private final List<Boolean> waiting = new ArrayList<>();

    private Experiment drafted() {
        return draft.experiment(start.convention(), start.corpus()).orElseThrow();
    }

    @Test
    void waitingEndsWithEveryNewStartNotOnlyTheFirst() {
        draft.waiting().addListener((o, old, now) -> waiting.add(now));
        for (Optimizer optimizer : List.of(Optimizer.SGD, Optimizer.ADAM, Optimizer.SGD)) {
            draft.optimizer().set(optimizer);
            assertThat(draft.waiting().get()).isTrue();
            draft.inForce(drafted());
            assertThat(draft.waiting().get()).isFalse();
        }
        assertThat(waiting).containsExactly(true, false, true, false, true, false);
    }

    @Test
    void learningRateAndClipNeverWaitForANewStart() {
        draft.learningRate.text().set("0.5");
        draft.clip.text().set("7");
        assertThat(draft.waiting().get()).isFalse();
        assertThat(drafted().learningRate()).isEqualTo(0.5);
    }

    @Test
    void whatRunsWithoutClippingIsShownSoAndAPresetClipsAgain() {
        draft.inForce(start.withClip(Experiment.UNCLIPPED));
        assertThat(draft.clipping().get()).isFalse();
        assertThat(draft.waiting().get()).isFalse();
        assertThat(drafted().clip()).isEqualTo(Experiment.UNCLIPPED);
        draft.take(ExperimentPreset.ALL.get(3));
        assertThat(drafted().clip()).isEqualTo(ExperimentPreset.ALL.get(3).clip());
    }

    @Test
    void oneWrongFieldMakesNoExperiment() {
        draft.seed.text().set("-1");
        assertThat(draft.valid().get()).isFalse();
        assertThat(draft.experiment(start.convention(), start.corpus())).isEmpty();
    }

    @Test
    void aPresetFillsEveryFieldAndAnOpenedExperimentReplacesWhatWasTyped() {
        draft.take(ExperimentPreset.ALL.get(3));
        Experiment d2l = drafted();
        assertThat(d2l.hidden()).isEqualTo(256);
        assertThat(d2l.optimizer()).isEqualTo(Optimizer.SGD);
        assertThat(d2l.learningRate()).isEqualTo(1);
        draft.show(start);
        assertThat(drafted()).isEqualTo(start);
        assertThat(draft.waiting().get()).isFalse();
    }
}
