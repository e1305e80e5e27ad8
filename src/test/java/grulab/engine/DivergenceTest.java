package grulab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.engine.train.Trainer;
import grulab.engine.train.TrainerState;
import grulab.model.Convention;
import grulab.model.Experiment;
import grulab.model.Metric;
import grulab.model.Optimizer;
import grulab.model.Sampling;
import grulab.model.Weights;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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

    static Stream<Arguments> runs() {
        return EngineSetup.cells()
                .flatMap(setup -> Arrays.stream(Optimizer.values())
                        .flatMap(optimizer -> Stream.of(1, 2).map(n -> Arguments.of(setup, optimizer, n))));
    }

    @ParameterizedTest
    @MethodSource("runs")
    @DisplayName("stops at the last good weights, and goes on from there with a lower rate as if nothing had been")
    void backToLastGood(EngineSetup setup, Optimizer optimizer, int threads) {
        Experiment e = setup.shared(optimizer, Sampling.SEQUENTIAL);
        assertThat(Trainer.threads(e, threads)).isEqualTo(threads);
        try (Trainer trainer = setup.trainer(e, threads);
                Trainer undisturbed = setup.trainer(e, threads)) {
            Experiments.train(trainer, 25);
            trainer.learningRate(100);
            trainer.clip(1000);
            Metric metric = trainUntilDiverged(trainer);

            assertThat(metric.batch()).isGreaterThan(25);
            assertThat(trainer.batch()).isEqualTo(trainer.lastGoodBatch()).isBetween(20L, 25L);
            Experiments.train(undisturbed, (int) trainer.batch());
            assertSameNumbers(trainer.state(), undisturbed.state());

            trainer.learningRate(e.learningRate());
            trainer.clip(e.clip());
            assertThat(Experiments.losses(Experiments.train(trainer, 12)))
                    .containsExactly(Experiments.losses(Experiments.train(undisturbed, 12)));
        }
    }

    /** As a rate that is too high leaves them behind: one number of one parameter, whichever. */
    @ParameterizedTest
    @MethodSource("runs")
    @DisplayName("is known by its first batch, wherever the first number that is none appears")
    void knownAtOnce(EngineSetup setup, Optimizer optimizer, int threads) {
        Experiment e = setup.shared(optimizer, Sampling.SEQUENTIAL);
        try (Trainer trainer = setup.trainer(e, threads)) {
            Weights good = trainer.weights();
            for (String name : good.arrays().keySet()) {
                trainer.weights(with(good, name, Double.NaN));
                assertDiverges(trainer, name);
            }
            for (double infinity : new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
                trainer.weights(with(good, "W_hq", infinity));
                assertDiverges(trainer, "W_hq");
            }
        }
    }

    private static void assertDiverges(Trainer trainer, String name) {
        TrainerState before = trainer.state();
        Metric metric = trainer.step();
        assertThat(metric.loss()).as("loss with %s", name).isNotFinite();
        assertThat(metric.batch()).isOne();
        assertThat(trainer.batch()).isZero();
        assertSameNumbers(trainer.state(), before);
    }

    private static Weights with(Weights weights, String name, double value) {
        Map<String, double[]> arrays = new LinkedHashMap<>(weights.arrays());
        double[] changed = arrays.get(name).clone();
        changed[changed.length / 2] = value;
        arrays.put(name, changed);
        return new Weights(weights.cell(), weights.inputs(), weights.hidden(), weights.outputs(), arrays);
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
