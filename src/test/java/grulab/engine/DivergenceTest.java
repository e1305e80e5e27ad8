package grulab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.engine.train.Trainer;
import grulab.engine.train.TrainerState;
import grulab.model.Convention;
import grulab.model.Experiment;
import grulab.model.Metric;
import grulab.model.Optimizer;
import grulab.model.Sampling;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A run that diverges")
class DivergenceTest {

    private static Metric trainUntilDiverged(Trainer trainer) {
        for (int i = 0; i < 2000; i++) {
            Metric metric = trainer.step();
            if (!Double.isFinite(metric.loss())) {
                return metric;
            }
        }
        throw new AssertionError("it never diverged");
    }

    @ParameterizedTest
    @EnumSource(Optimizer.class)
    @DisplayName("stops at the last good weights, and goes on from there with a lower rate")
    void backToLastGood(Optimizer optimizer) {
        Experiment e = Experiments.small(Convention.PYTORCH, optimizer, Sampling.SEQUENTIAL);
        try (Trainer trainer = Experiments.trainer(e)) {
            Experiments.train(trainer, 95);
            long good = trainer.lastGoodBatch();
            assertThat(good).isBetween(80L, 95L);
            TrainerState then = goodState(e, (int) good);

            trainer.learningRate(100);
            trainer.clip(1000);
            Metric metric = trainUntilDiverged(trainer);

            assertThat(metric.batch()).isGreaterThan(95);
            assertThat(trainer.batch()).isEqualTo(trainer.lastGoodBatch());
            if (trainer.lastGoodBatch() == good) {
                assertSameNumbers(trainer.state(), then);
            }
            trainer.state().arrays().forEach((name, values) -> {
                for (float value : values) {
                    assertThat(Float.isFinite(value)).as(name).isTrue();
                }
            });

            trainer.learningRate(e.learningRate());
            trainer.clip(1);
            double[] onward = Experiments.losses(Experiments.train(trainer, 200));
            assertThat(Arrays.stream(onward).allMatch(Double::isFinite)).isTrue();
            assertThat(onward[199]).isLessThan(2.3);
        }
    }

    private static TrainerState goodState(Experiment e, int batches) {
        try (Trainer again = Experiments.trainer(e)) {
            Experiments.train(again, batches);
            return again.state();
        }
    }

    private static void assertSameNumbers(TrainerState got, TrainerState expected) {
        for (Map.Entry<String, float[]> array : expected.arrays().entrySet()) {
            assertThat(got.arrays().get(array.getKey())).as(array.getKey()).containsExactly(array.getValue());
        }
        assertThat(got.source()).isEqualTo(expected.source());
        assertThat(got.updates()).isEqualTo(expected.updates());
        assertThat(got.epoch()).isEqualTo(expected.epoch());
    }

    @Test
    @DisplayName("reports the batch that diverged and updates nothing")
    void reported() {
        Experiment e = Experiments.small(Convention.ALL.get(0), Optimizer.SGD, Sampling.RANDOM)
                .withLearningRate(100)
                .withClip(1000);
        try (Trainer trainer = Experiments.trainer(e)) {
            Metric metric = trainUntilDiverged(trainer);
            assertThat(metric.batch()).isGreaterThan(1);
            assertThat(metric.loss()).isInfinite();
            long good = trainer.lastGoodBatch();
            assertThat(trainer.batch()).isEqualTo(good);
            Metric again = trainer.step();
            assertThat(again.batch()).isEqualTo(good + 1);
            assertThat(again.loss()).isFinite();
        }
    }
}
