package grulab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import grulab.engine.math.KernelKind;
import grulab.engine.train.Trainer;
import grulab.engine.train.TrainerState;
import grulab.model.Convention;
import grulab.model.Experiment;
import grulab.model.Metric;
import grulab.model.Optimizer;
import grulab.model.Sampling;
import grulab.model.SwitchMode;
import grulab.model.UpdateMeaning;
import grulab.model.Weights;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A run can be repeated bit for bit")
class RepeatableTest {

    @ParameterizedTest
    @MethodSource("grulab.engine.TrainingStepTest#runs")
    @DisplayName("by its seed")
    void bySeed(Convention convention, Optimizer optimizer, Sampling sampling) {
        Experiment e = Experiments.small(convention, optimizer, sampling);
        try (Trainer one = Experiments.trainer(e);
                Trainer two = Experiments.trainer(e)) {
            assertThat(Experiments.losses(Experiments.train(one, 60)))
                    .containsExactly(Experiments.losses(Experiments.train(two, 60)));
            assertSame(one.state(), two.state());
        }
    }

    @ParameterizedTest
    @MethodSource("grulab.engine.EngineSetup#all")
    @DisplayName("by any number of threads, each with itself")
    void byThreads(EngineSetup setup) {
        for (int threads = 1; threads <= 3; threads++) {
            try (Trainer one = setup.trainer(shared(setup), threads);
                    Trainer again = setup.trainer(shared(setup), threads)) {
                assertThat(Experiments.losses(Experiments.train(one, 12)))
                        .as("%d threads", threads)
                        .containsExactly(Experiments.losses(Experiments.train(again, 12)));
                assertSame(one.state(), again.state());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("grulab.engine.EngineSetup#all")
    @DisplayName("by vector kernels with another number of threads; by plain ones but for rounding")
    void byOtherThreads(EngineSetup setup) {
        try (Trainer one = setup.trainer(shared(setup), 1);
                Trainer two = setup.trainer(shared(setup), 2);
                Trainer three = setup.trainer(shared(setup), 3)) {
            Metric step = one.step();
            for (Trainer other : List.of(two, three)) {
                assertThat(other.step().loss()).isCloseTo(step.loss(), within(1e-5 * step.loss()));
                assertClose(one.state(), other.state());
            }
            if (setup.kernels() == KernelKind.VECTOR) {
                double[] losses = Experiments.losses(Experiments.train(one, 12));
                for (Trainer other : List.of(two, three)) {
                    assertThat(Experiments.losses(Experiments.train(other, 12))).containsExactly(losses);
                    assertSame(one.state(), other.state());
                }
            }
        }
    }

    /** 97 units and 24 rows: three blocks of eight rows, which two threads share unevenly, and broken strips. */
    private static Experiment shared(EngineSetup setup) {
        Experiment e = setup.of(97, 24, 9, Optimizer.SGD, Sampling.SEQUENTIAL);
        assertThat(Trainer.threads(e, 2)).isEqualTo(2);
        assertThat(Trainer.threads(e, 3)).isEqualTo(3);
        return e;
    }

    /** Of every array, the distance as a share of its length. */
    private static void assertClose(TrainerState one, TrainerState two) {
        one.arrays().forEach((name, values) -> {
            float[] others = two.arrays().get(name);
            double distance = 0;
            double length = 0;
            for (int i = 0; i < values.length; i++) {
                distance += Math.pow(values[i] - others[i], 2);
                length += Math.pow(values[i], 2);
            }
            assertThat(Math.sqrt(distance)).as(name).isLessThanOrEqualTo(1e-5 * Math.sqrt(length));
        });
    }

    @ParameterizedTest
    @MethodSource("grulab.engine.TrainingStepTest#runs")
    @DisplayName("saved in the middle of an epoch and opened again")
    void saved(Convention convention, Optimizer optimizer, Sampling sampling) {
        Experiment e = Experiments.small(convention, optimizer, sampling);
        Experiment other = e.withConvention(convention.with(UpdateMeaning.KEEP)).withLearningRate(0.3);
        try (Trainer through = Experiments.trainer(e);
                Trainer opened = Experiments.trainer(other)) {
            Experiments.train(through, 17);
            through.learningRate(0.02);
            TrainerState saved = through.state();
            double[] onward = Experiments.losses(Experiments.train(through, 40));

            Experiments.train(opened, 3);
            opened.restore(saved);
            assertThat(opened.experiment()).isEqualTo(through.experiment());
            assertThat(opened.batch()).isEqualTo(17);
            assertThat(opened.epoch()).isEqualTo(2);
            assertThat(Experiments.losses(Experiments.train(opened, 40))).containsExactly(onward);
            assertSame(opened.state(), through.state());
        }
    }

    @Test
    @DisplayName("but a saved run of other sizes is refused with the reason")
    void otherSizes() {
        Experiment e = Experiments.small(Convention.PYTORCH, Optimizer.ADAM, Sampling.RANDOM);
        Experiment larger = Experiments.of(Convention.PYTORCH, 13, 5, 7, Optimizer.ADAM, Sampling.RANDOM);
        try (Trainer trainer = Experiments.trainer(e);
                Trainer other = Experiments.trainer(larger)) {
            Map<String, float[]> arrays = new HashMap<>(trainer.state().arrays());
            TrainerState saved = other.state();
            assertThatThrownBy(() -> trainer.restore(saved))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the saved run has 143 values of W_ir where 132 are needed");
            arrays.forEach((name, values) ->
                    assertThat(trainer.state().arrays().get(name)).as(name).containsExactly(values));
        }
    }

    /** The whole of design's promise about relabelling: the twins compute the same bits for ever. */
    @ParameterizedTest
    @MethodSource("grulab.engine.TrainingStepTest#runs")
    @DisplayName("by a relabelled twin, whose update gate is mirrored")
    void relabelledTwins(Convention convention, Optimizer optimizer, Sampling sampling) {
        Experiment e = Experiments.small(convention, optimizer, sampling);
        try (Trainer one = Experiments.trainer(e);
                Trainer twin = Experiments.trainer(e)) {
            Experiments.train(one, 20);
            Experiments.train(twin, 20);
            UpdateMeaning mirrored =
                    convention.update() == UpdateMeaning.KEEP ? UpdateMeaning.ADMIT : UpdateMeaning.KEEP;
            twin.convention(convention.with(mirrored), SwitchMode.RELABEL);
            assertThat(twin.experiment().convention().update()).isEqualTo(mirrored);

            assertThat(Experiments.losses(Experiments.train(twin, 200)))
                    .containsExactly(Experiments.losses(Experiments.train(one, 200)));
            Weights relabelled = one.weights().relabelled();
            twin.weights()
                    .arrays()
                    .forEach((name, values) -> assertThat(values).as(name).containsExactly(relabelled.get(name)));
            assertThat(twin.state().arrays().get("h"))
                    .containsExactly(one.state().arrays().get("h"));
        }
    }

    private static void assertSame(TrainerState one, TrainerState two) {
        assertThat(one.arrays().keySet()).isEqualTo(two.arrays().keySet());
        one.arrays()
                .forEach((name, values) ->
                        assertThat(two.arrays().get(name)).as(name).containsExactly(values));
        assertThat(one.source()).isEqualTo(two.source());
        assertThat(one.updates()).isEqualTo(two.updates());
    }
}
