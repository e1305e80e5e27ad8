package grulab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grulab.engine.reference.Reference;
import grulab.engine.train.Trainer;
import grulab.engine.train.WatchedPass;
import grulab.engine.whatif.Reading;
import grulab.engine.whatif.Replay;
import grulab.model.Answer;
import grulab.model.CellType;
import grulab.model.Experiment;
import grulab.model.Optimizer;
import grulab.model.Passage;
import grulab.model.Quantity;
import grulab.model.Sampling;
import grulab.model.Snapshot;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A window computed again without a change")
class ReplayTest {
    private static final int[] INPUTS = {3, 7, 4, 9, 8, 6, 2, 5, 0, 1};
    private static final int[] TARGETS = {7, 4, 9, 8, 6, 2, 5, 0, 1, 3};

    static List<CellForm> forms() {
        return CellForm.ALL;
    }

    @ParameterizedTest
    @MethodSource("forms")
    @DisplayName("is what the engine showed: every gate, state and gradient, and the loss")
    void asTheEngine(CellForm form) {
        Experiment experiment =
                Experiments.of(form.cell(), form.convention(), 12, 5, 7, Optimizer.ADAM, Sampling.SEQUENTIAL);
        try (Trainer trainer = Experiments.trainer(experiment)) {
            Experiments.train(trainer, 40);
            Passage passage = new Passage(17, INPUTS, TARGETS, Collections.nCopies(INPUTS.length, "x"));
            WatchedPass shown = trainer.trace(passage);
            Snapshot base = new Snapshot(1, 40, experiment, passage, shown.trace(), trainer.weights(), shown.loss());

            Snapshot again = new Replay(base, Collections.nCopies(TextSource.VOCABULARY, "x")).with(List.of());

            assertThat(again.loss()).isCloseTo(base.loss(), within(2e-6));
            assertThat(again.trace().values().keySet())
                    .isEqualTo(base.trace().values().keySet());
            assertThat(again.trace().gradients().keySet())
                    .isEqualTo(base.trace().gradients().keySet());
            base.trace().values().forEach((q, values) -> near(q, again.trace().of(q), values));
            base.trace()
                    .gradients()
                    .forEach((q, values) -> near(q, again.trace().gradient(q), values));
            assertThat(again.batch()).isEqualTo(40);
            assertThat(again.passage().labels()).isEqualTo(passage.labels());
        }
    }

    private static void near(Quantity quantity, float[] got, float[] expected) {
        assertThat(got).as(quantity.name()).hasSize(expected.length);
        for (int i = 0; i < got.length; i++) {
            assertThat(got[i]).as("%s, value %d", quantity, i).isCloseTo(expected[i], within(2e-5f));
        }
    }

    @Provide
    Arbitrary<RandomWindow> windows() {
        return Combinators.combine(
                        Arbitraries.of(CellForm.ALL),
                        Arbitraries.integers().between(1, 19),
                        Arbitraries.integers().between(2, 9),
                        Arbitraries.integers().between(2, 6),
                        Arbitraries.longs())
                .as(RandomWindow::new);
    }

    @Property(tries = 200)
    void isWhatTheReferenceMakesOfIt(@ForAll("windows") RandomWindow window) {
        Snapshot base = window.snapshot();
        Reading reading = new Replay(base, window.symbols()).reading(List.of());
        Answer judge = Reference.run(RandomWindow.asCase(base), true);

        assertThat(reading.loss()).isCloseTo(judge.loss(), within(1e-12));
        for (Quantity quantity : window.form().cell().quantities()) {
            near(
                    quantity.id(),
                    reading.of(quantity),
                    judge.forward().get(quantity.id()).values());
            near(
                    "d" + quantity.id(),
                    reading.gradient(quantity),
                    judge.gradients().get(quantity.id()).values());
        }
        near(
                "dh0",
                reading.startGradients().get(Quantity.STATE),
                judge.gradients().get("h0").values());
        if (window.form().cell() == CellType.LSTM) {
            near(
                    "dc0",
                    reading.startGradients().get(Quantity.CELL),
                    judge.gradients().get("c0").values());
        }
    }

    private static void near(String what, double[] got, double[] expected) {
        assertThat(got).as(what).containsExactly(expected, within(1e-12));
    }
}
