package grulab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grulab.engine.reference.Reference;
import grulab.engine.train.Trainer;
import grulab.model.Answer;
import grulab.model.BatchSource;
import grulab.model.Case;
import grulab.model.Convention;
import grulab.model.Experiment;
import grulab.model.Initialization;
import grulab.model.Metric;
import grulab.model.Optimizer;
import grulab.model.Sampling;
import grulab.model.Weights;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A training step")
class TrainingStepTest {
    private static final int V = TextSource.VOCABULARY;

    static Stream<Arguments> runs() {
        return Convention.ALL.stream()
                .flatMap(c -> Stream.of(Optimizer.values())
                        .flatMap(o -> Stream.of(Sampling.values()).map(s -> Arguments.of(c, o, s))));
    }

    /** Each step is judged from the trainer's own weights, so that rounding does not add up. */
    @ParameterizedTest
    @MethodSource("runs")
    @DisplayName("is the reference's gradient, clipped, and the optimiser's formula")
    void asTheFormulasSay(Convention convention, Optimizer optimizer, Sampling sampling) {
        Experiment e = Experiments.small(convention, optimizer, sampling).withClip(0.2);
        try (Trainer trainer = Experiments.trainer(e)) {
            BatchSource text = new TextSource(e);
            Map<String, double[]> first = new LinkedHashMap<>();
            Map<String, double[]> second = new LinkedHashMap<>();
            boolean clipped = false;
            for (int s = 1; s <= 6; s++) {
                int rows = e.batch() * e.steps();
                int[] inputs = new int[rows];
                int[] targets = new int[rows];
                double[] start = doubles(trainer.state().arrays().get("h"));
                if (!text.next(inputs, targets)) {
                    Arrays.fill(start, 0);
                }
                Weights before = trainer.weights();
                Case given = new Case(
                        "",
                        convention,
                        before,
                        e.steps(),
                        e.batch(),
                        NaiveRun.oneHot(inputs, V),
                        start,
                        new double[0],
                        targets,
                        null);
                Answer answer = Reference.run(given, true);
                double norm = Math.sqrt(before.arrays().keySet().stream()
                        .flatMapToDouble(name ->
                                Arrays.stream(answer.gradients().get(name).values()))
                        .map(g -> g * g)
                        .sum());

                Metric metric = trainer.step();

                assertThat(metric.batch()).isEqualTo(s);
                assertThat(metric.loss()).isCloseTo(answer.loss(), within(2e-6));
                assertThat(metric.gradientNorm()).isCloseTo(norm, within(1e-5));
                assertThat(metric.clipped()).isEqualTo(norm > 0.2);
                clipped |= metric.clipped();
                Weights after = trainer.weights();
                for (String name : before.arrays().keySet()) {
                    double[] g = answer.gradients().get(name).values();
                    double[] m = first.computeIfAbsent(name, k -> new double[g.length]);
                    double[] v = second.computeIfAbsent(name, k -> new double[g.length]);
                    for (int i = 0; i < g.length; i++) {
                        double scaled = g[i] * Math.min(1, 0.2 / norm);
                        m[i] = 0.9 * m[i] + 0.1 * scaled;
                        v[i] = 0.999 * v[i] + 0.001 * scaled * scaled;
                        double adam =
                                m[i] / (1 - Math.pow(0.9, s)) / (Math.sqrt(v[i] / (1 - Math.pow(0.999, s))) + 1e-8);
                        double step = e.learningRate() * (optimizer == Optimizer.SGD ? scaled : adam);
                        // where a gradient is all but zero, Adam's quotient is rounding over rounding
                        boolean sure = optimizer == Optimizer.SGD || Math.abs(scaled) > 1e-5;
                        assertThat(after.get(name)[i] - before.get(name)[i])
                                .as("step %d of %s, value %d", s, name, i)
                                .isCloseTo(-step, within(sure ? 2e-5 * Math.max(0.2, Math.abs(step) * 100) : 0.02));
                    }
                }
            }
            assertThat(clipped).isTrue();
        }
    }

    private static double[] doubles(float[] values) {
        double[] copy = new double[values.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = values[i];
        }
        return copy;
    }

    @ParameterizedTest
    @MethodSource("runs")
    @DisplayName("lowers the loss far below guessing")
    void learns(Convention convention, Optimizer optimizer, Sampling sampling) {
        try (Trainer trainer = Experiments.trainer(Experiments.small(convention, optimizer, sampling))) {
            double[] losses = Experiments.losses(Experiments.train(trainer, 500));
            assertThat(losses[0]).isCloseTo(Math.log(V), within(0.2));
            assertThat(Arrays.stream(losses, 450, 500).average().orElseThrow()).isLessThan(1.6);
        }
    }

    @Test
    @DisplayName("counts epochs from 1, and batches")
    void counts() {
        Experiment e = Experiments.small(Convention.PYTORCH, Optimizer.SGD, Sampling.SEQUENTIAL);
        try (Trainer trainer = Experiments.trainer(e)) {
            List<Metric> metrics = Experiments.train(trainer, 25);
            assertThat(metrics.get(11).epoch()).isEqualTo(1);
            assertThat(metrics.get(12).epoch()).isEqualTo(2);
            assertThat(metrics.get(24).epoch()).isEqualTo(3);
            assertThat(trainer.epoch()).isEqualTo(3);
            assertThat(trainer.batch()).isEqualTo(25);
            assertThat(metrics.get(24).seconds()).isGreaterThan(metrics.get(23).seconds());
        }
    }

    @Test
    @DisplayName("starts from weights as Dive into Deep Learning or PyTorch draw them, the same for all conventions")
    void firstWeights() {
        Experiment e = Experiments.of(Convention.PYTORCH, 64, 2, 3, Optimizer.SGD, Sampling.RANDOM);
        Weights pytorch = weights(e, Initialization.PYTORCH);
        double[] u = pytorch.get("W_hz");
        assertThat(Arrays.stream(u).max().orElseThrow()).isBetween(0.1249, 0.125);
        assertThat(Arrays.stream(u).min().orElseThrow()).isBetween(-0.125, -0.1249);
        assertThat(Arrays.stream(u).map(a -> a * a).average().orElseThrow()).isCloseTo(0.125 * 0.125 / 3, within(2e-4));
        assertThat(pytorch.get("b_q")[3]).isNotZero();

        Weights d2l = weights(e, Initialization.D2L);
        assertThat(Arrays.stream(d2l.get("W_hn")).average().orElseThrow()).isCloseTo(0, within(5e-4));
        assertThat(Arrays.stream(d2l.get("W_hn")).map(a -> a * a).average().orElseThrow())
                .isCloseTo(1e-4, within(6e-6));
        assertThat(d2l.get("b_ir")).containsOnly(0);

        for (Convention other : Convention.ALL) {
            assertThat(weights(e.withConvention(other), Initialization.PYTORCH).get("W_hz"))
                    .containsExactly(u);
        }
        assertThat(pytorch.parameters()).isEqualTo(3 * 64 * (V + 64 + 2) + 65 * V);
    }

    private static Weights weights(Experiment e, Initialization initialization) {
        Experiment drawn = new Experiment(
                e.cell(),
                e.convention(),
                e.hidden(),
                e.batch(),
                e.steps(),
                e.learningRate(),
                e.clip(),
                e.optimizer(),
                e.sampling(),
                initialization,
                e.seed(),
                e.corpus(),
                e.tokens());
        try (Trainer trainer = Experiments.trainer(drawn)) {
            assertThat(trainer.parameters()).isEqualTo(trainer.weights().parameters());
            return trainer.weights();
        }
    }
}
