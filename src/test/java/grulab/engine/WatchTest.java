package grulab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import grulab.engine.reference.Reference;
import grulab.engine.train.Trainer;
import grulab.engine.train.TrainerState;
import grulab.engine.train.WatchedPass;
import grulab.model.Answer;
import grulab.model.Case;
import grulab.model.Convention;
import grulab.model.Experiment;
import grulab.model.Optimizer;
import grulab.model.Passage;
import grulab.model.Quantity;
import grulab.model.ResetPosition;
import grulab.model.Sampling;
import grulab.model.SeededRandom;
import grulab.model.Weights;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A model that is watched")
class WatchTest {
    private static final int V = TextSource.VOCABULARY;
    private static final int[] INPUTS = {3, 7, 4, 9, 8, 6, 2, 5, 0, 1};
    private static final int[] TARGETS = {7, 4, 9, 8, 6, 2, 5, 0, 1, 3};

    private static Passage passage() {
        return new Passage(17, INPUTS, TARGETS, Collections.nCopies(INPUTS.length, "x"));
    }

    private static Experiment experiment(Convention convention) {
        return Experiments.small(convention, Optimizer.ADAM, Sampling.SEQUENTIAL);
    }

    @Test
    @DisplayName("shows every gate, state and gradient as the reference computes them from its weights")
    void everyNumber() {
        for (Convention convention : Convention.ALL) {
            try (Trainer trainer = Experiments.trainer(experiment(convention))) {
                Experiments.train(trainer, 40);
                WatchedPass pass = trainer.trace(passage());
                Answer judge = Reference.run(asCase(trainer.weights(), convention), true);

                assertThat(pass.loss()).isCloseTo(judge.loss(), within(2e-6));
                assertThat(pass.trace().convention()).isEqualTo(convention);
                near(pass, Quantity.RESET, judge.forward().get("r").values());
                near(pass, Quantity.UPDATE, judge.forward().get("z").values());
                near(pass, Quantity.CANDIDATE, judge.forward().get("n").values());
                near(pass, Quantity.STATE, judge.forward().get("h").values());
                near(
                        "dh",
                        pass.trace().gradient(Quantity.STATE),
                        judge.gradients().get("h").values());
                near(pass, Quantity.PRODUCT, products(judge, trainer.weights(), convention.reset()));
            }
        }
    }

    private static Case asCase(Weights w, Convention convention) {
        double[] x = new double[INPUTS.length * V];
        for (int t = 0; t < INPUTS.length; t++) {
            x[t * V + INPUTS[t]] = 1;
        }
        return new Case("", convention, w, INPUTS.length, 1, x, new double[w.hidden()], new double[0], TARGETS, null);
    }

    private static double[] products(Answer judge, Weights w, ResetPosition reset) {
        int hidden = w.hidden();
        double[] r = judge.forward().get("r").values();
        double[] h = judge.forward().get("h").values();
        double[] product = new double[r.length];
        for (int i = 0; i < r.length; i++) {
            int t = i / hidden;
            double inner = w.bias("b_hn", i % hidden);
            for (int j = 0; j < hidden; j++) {
                inner += t == 0 ? 0 : w.get("W_hn")[i % hidden * hidden + j] * h[(t - 1) * hidden + j];
            }
            double past = t == 0 ? 0 : h[i - hidden];
            product[i] = r[i] * (reset == ResetPosition.AFTER ? inner : past);
        }
        return product;
    }

    private static void near(WatchedPass pass, Quantity quantity, double[] expected) {
        near(quantity.toString(), pass.trace().of(quantity), expected);
    }

    private static void near(String what, float[] got, double[] expected) {
        assertThat(got).hasSize(expected.length);
        for (int i = 0; i < got.length; i++) {
            assertThat((double) got[i]).as("%s, value %d", what, i).isCloseTo(expected[i], within(3e-6));
        }
    }

    @Test
    @DisplayName("trains as if nobody watched, and what was shown stays as it was")
    void undisturbed() {
        Experiment e = experiment(Convention.PYTORCH);
        try (Trainer alone = Experiments.trainer(e);
                Trainer watched = Experiments.trainer(e)) {
            WatchedPass first = watched.trace(passage());
            float[] copy = first.trace().of(Quantity.STATE).clone();
            for (int i = 0; i < 30; i++) {
                alone.step();
                watched.trace(passage());
                watched.step();
                watched.generate(new int[] {1, 2}, 5, 1, 0, new SeededRandom(1));
            }
            TrainerState one = alone.state();
            TrainerState two = watched.state();
            one.arrays()
                    .forEach((name, values) ->
                            assertThat(two.arrays().get(name)).as(name).containsExactly(values));
            assertThat(first.trace().of(Quantity.STATE)).containsExactly(copy);
        }
    }

    @Test
    @DisplayName("writes what it has learned: greedily the likeliest symbol after each")
    void writes() {
        try (Trainer trainer = Experiments.trainer(experiment(Convention.PYTORCH))) {
            Experiments.train(trainer, 600);
            int[] greedy = trainer.generate(new int[] {0, 1}, 12, 0, 0, new SeededRandom(1));
            int previous = 0;
            int last = 1;
            int right = 0;
            for (int symbol : greedy) {
                right += symbol == (2 * last + previous / 8 + 1) % V ? 1 : 0;
                previous = last;
                last = symbol;
            }
            assertThat(right).isGreaterThanOrEqualTo(11);
            assertThat(trainer.generate(new int[] {0, 1}, 12, 5, 1, new SeededRandom(1)))
                    .as("of the one likeliest symbol, at any temperature")
                    .containsExactly(greedy);
        }
    }

    @Test
    @DisplayName("draws symbols as often as softmax of the logits over the temperature says")
    void draws() {
        try (Trainer trainer = Experiments.trainer(experiment(Convention.PYTORCH))) {
            Experiments.train(trainer, 60);
            Weights w = trainer.weights();
            Answer judge = Reference.run(
                    new Case(
                            "",
                            Convention.PYTORCH,
                            w,
                            1,
                            1,
                            oneHot(4),
                            new double[w.hidden()],
                            new double[0],
                            null,
                            null),
                    false);
            double[] expected = Arrays.stream(judge.forward().get("logits").values())
                    .map(a -> Math.exp(a / 0.7))
                    .toArray();
            double total = Arrays.stream(expected).sum();
            double[] counts = new double[V];
            SeededRandom random = new SeededRandom(9);
            int draws = 4000;
            for (int i = 0; i < draws; i++) {
                counts[trainer.generate(new int[] {4}, 1, 0.7, 0, random)[0]]++;
            }
            for (int j = 0; j < V; j++) {
                assertThat(counts[j] / draws).isCloseTo(expected[j] / total, within(0.03));
            }
            assertThat(trainer.generate(new int[] {4}, 50, 1, 0, new SeededRandom(2)))
                    .containsExactly(trainer.generate(new int[] {4}, 50, 1, 0, new SeededRandom(2)));
        }
    }

    private static double[] oneHot(int symbol) {
        double[] x = new double[V];
        x[symbol] = 1;
        return x;
    }

    @Test
    @DisplayName("takes other weights, with zeros for a bias that they have not, and refuses other sizes")
    void otherWeights() {
        Experiment e = experiment(Convention.PYTORCH);
        try (Trainer trainer = Experiments.trainer(e);
                Trainer other = Experiments.trainer(e);
                Trainer larger = Experiments.trainer(
                        Experiments.of(Convention.PYTORCH, 13, 5, 7, Optimizer.ADAM, Sampling.RANDOM))) {
            Experiments.train(other, 9);
            Map<String, double[]> arrays = new LinkedHashMap<>(other.weights().arrays());
            arrays.remove("b_hn");
            Weights w = other.weights();
            trainer.weights(new Weights(w.cell(), w.inputs(), w.hidden(), w.outputs(), arrays));

            assertThat(trainer.weights().get("W_hn")).containsExactly(w.get("W_hn"));
            assertThat(trainer.weights().get("b_hn")).containsOnly(0);
            Weights wrong = larger.weights();
            assertThatThrownBy(() -> trainer.weights(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the weights are for GRU, 11 inputs, 13 units and 11 outputs, not GRU, 11, 12 and 11");
        }
    }

    @Test
    @DisplayName("refuses to write from nothing, or at a temperature below zero")
    void refused() {
        try (Trainer trainer = Experiments.trainer(experiment(Convention.PYTORCH))) {
            assertThatThrownBy(() -> trainer.generate(new int[0], 3, 1, 0, new SeededRandom(1)))
                    .hasMessage("a prefix of at least one symbol is needed");
            assertThatThrownBy(() -> trainer.generate(new int[] {1}, 3, -1, 0, new SeededRandom(1)))
                    .hasMessage("the temperature must be 0 or more, not -1.0");
        }
    }
}
