package grulab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import grulab.engine.train.Trainer;
import grulab.engine.train.WatchedPass;
import grulab.model.Convention;
import grulab.model.Experiment;
import grulab.model.Optimizer;
import grulab.model.Passage;
import grulab.model.Quantity;
import grulab.model.ResetPosition;
import grulab.model.Sampling;
import grulab.model.SwitchMode;
import grulab.model.UpdateMeaning;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Switching the convention while a model trains")
class SwitchTest {
    private static final Convention ADMIT = Convention.PYTORCH.with(UpdateMeaning.ADMIT);
    private static final Convention BEFORE = Convention.PYTORCH.with(ResetPosition.BEFORE);

    private final Experiment experiment = Experiments.small(Convention.PYTORCH, Optimizer.ADAM, Sampling.SEQUENTIAL);

    private static Passage passage() {
        int[] inputs = {1, 4, 2, 8, 5, 7, 1, 4, 2};
        int[] targets = {4, 2, 8, 5, 7, 1, 4, 2, 8};
        return new Passage(0, inputs, targets, Collections.nCopies(9, "x"));
    }

    @Test
    @DisplayName("relabelled: h and loss stay, z is mirrored, the trace says which convention made it")
    void relabelled() {
        try (Trainer trainer = Experiments.trainer(experiment)) {
            Experiments.train(trainer, 30);
            WatchedPass keep = trainer.trace(passage());
            trainer.convention(ADMIT, SwitchMode.RELABEL);
            WatchedPass admit = trainer.trace(passage());

            assertThat(admit.trace().convention()).isEqualTo(ADMIT);
            assertThat(admit.loss()).isEqualTo(keep.loss());
            assertThat(admit.trace().of(Quantity.STATE))
                    .containsExactly(keep.trace().of(Quantity.STATE));
            float[] z = keep.trace().of(Quantity.UPDATE);
            for (int i = 0; i < z.length; i++) {
                assertThat(admit.trace().of(Quantity.UPDATE)[i]).isCloseTo(1 - z[i], within(1e-7f));
            }
        }
    }

    @Test
    @DisplayName("with the same weights: another function, and training goes on from the same numbers")
    void sameWeights() {
        for (Convention to : new Convention[] {ADMIT, BEFORE, BEFORE.with(UpdateMeaning.ADMIT)}) {
            try (Trainer trainer = Experiments.trainer(experiment)) {
                Experiments.train(trainer, 30);
                WatchedPass first = trainer.trace(passage());
                Map<String, double[]> weights = trainer.weights().arrays();
                trainer.convention(to, SwitchMode.KEEP_WEIGHTS);

                WatchedPass then = trainer.trace(passage());
                assertThat(then.trace().convention()).isEqualTo(to);
                assertThat(then.loss()).isNotEqualTo(first.loss());
                trainer.weights()
                        .arrays()
                        .forEach((name, values) -> assertThat(values).as(name).containsExactly(weights.get(name)));
                double[] losses = Experiments.losses(Experiments.train(trainer, 200));
                assertThat(losses[199]).isLessThan(losses[0]);
            }
        }
    }

    @Test
    @DisplayName("a relabelled reset position is refused, and nothing changes")
    void refused() {
        try (Trainer trainer = Experiments.trainer(experiment)) {
            assertThatThrownBy(() -> trainer.convention(BEFORE, SwitchMode.RELABEL))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The reset position cannot be relabelled: no weights make both forms equal.");
            assertThat(trainer.experiment().convention()).isEqualTo(Convention.PYTORCH);
        }
    }
}
