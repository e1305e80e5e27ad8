package grulab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import grulab.engine.reference.Reference;
import grulab.engine.train.Trainer;
import grulab.engine.train.WatchedPass;
import grulab.engine.train.WeightsRun;
import grulab.engine.twin.TwinCells;
import grulab.model.Answer;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.EqualCase;
import grulab.model.Experiment;
import grulab.model.Initialization;
import grulab.model.Optimizer;
import grulab.model.Pairing;
import grulab.model.Passage;
import grulab.model.Quantity;
import grulab.model.ResetPosition;
import grulab.model.Sampling;
import grulab.model.SeededRandom;
import grulab.model.Snapshot;
import grulab.model.Tokens;
import grulab.model.Twin;
import grulab.model.TwinDifference;
import grulab.model.UpdateMeaning;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@DisplayName("Twin cells")
class TwinCellsTest {
    private static final TwinCells.Writing WRITING = new TwinCells.Writing() {
        @Override
        public int[] prefix(Passage passage) {
            return Arrays.copyOf(passage.inputs(), 2);
        }

        @Override
        public String text(int[] symbols) {
            return Arrays.toString(symbols);
        }
    };

    @Provide
    Arbitrary<RandomWindow> windows() {
        return Combinators.combine(
                        Arbitraries.of(CellForm.GRU),
                        Arbitraries.integers().between(2, 9),
                        Arbitraries.integers().between(2, 9),
                        Arbitraries.longs())
                .as((form, hidden, steps, seed) -> new RandomWindow(form, hidden, steps, 5, seed));
    }

    @Provide
    Arbitrary<Convention> conventions() {
        return Arbitraries.of(Convention.ALL);
    }

    @Property(tries = 60)
    void withTheSameWeightsPartWhereTwoRunsOfTheReferencePart(
            @ForAll("windows") RandomWindow window, @ForAll("conventions") Convention other) {
        Snapshot a = engine(window.snapshot());
        Twin twin = TwinCells.of(a, other, Pairing.SAME_WEIGHTS, WRITING);
        assertThat(twin.a()).isSameAs(a);
        assertThat(twin.b().weights()).isEqualTo(a.weights());
        assertThat(twin.b().convention()).isEqualTo(other);
        assertThat(twin.b().loss())
                .isCloseTo(Reference.run(RandomWindow.asCase(twin.b()), false).loss(), within(1e-5 * (1 + a.loss())));
        assertParted(twin.difference(), a, twin.b());
    }

    private static double largest(float[] numbers, int count) {
        return IntStream.range(0, count).mapToDouble(i -> numbers[i]).max().orElse(0);
    }

    @Property(tries = 30)
    void whateverBIsTheErrorOfRelabellingAIsMeasured(
            @ForAll("windows") RandomWindow window, @ForAll("conventions") Convention other) {
        Snapshot a = engine(window.snapshot());
        UpdateMeaning opposite =
                a.convention().update() == UpdateMeaning.KEEP ? UpdateMeaning.ADMIT : UpdateMeaning.KEEP;
        Twin relabelled = TwinCells.of(a, a.convention().with(opposite), Pairing.RELABELLED, WRITING);
        assertThat(relabelled.relabelled()).isEqualTo(relabelled.difference().largest());
        assertThat(TwinCells.of(a, other, Pairing.SAME_WEIGHTS, WRITING).relabelled())
                .isEqualTo(relabelled.relabelled())
                .isLessThan(1e-12);
    }

    private static void assertParted(TwinDifference difference, Snapshot a, Snapshot b) {
        Answer one = Reference.run(RandomWindow.asCase(a), false);
        Answer two = Reference.run(RandomWindow.asCase(b), false);
        int hidden = a.trace().hidden();
        double largest = 0;
        int t = -1;
        double most = -1;
        for (int i = 0; i < difference.delta().length; i++) {
            double expected = Math.abs(of(one, "h", i) - of(two, "h", i));
            assertThat((double) difference.delta()[i])
                    .as("step %d, unit %d", i / hidden, i % hidden)
                    .isCloseTo(expected, within(1e-12 + 1e-7 * expected));
            largest = Math.max(largest, expected);
            t = t < 0 && expected > 1e-9 ? i / hidden : t;
            most = t == i / hidden ? Math.max(most, expected) : most;
        }
        assertThat(difference.largest()).isCloseTo(largest, within(1e-12));
        assertThat(difference.engineLargest()).isCloseTo(largest, within(1e-4));
        assertThat(difference.t()).isEqualTo(t);
        if (t >= 0) {
            assertThat(difference.delta()[t * hidden + difference.unit()]).isCloseTo((float) most, within(1e-6f));
            assertThat(difference.quantity()).isEqualTo(first(a, one, b, two, t, difference.unit()));
        }
    }

    private static Quantity first(Snapshot a, Answer one, Snapshot b, Answer two, int t, int unit) {
        int i = t * a.trace().hidden() + unit;
        if (Math.abs(of(one, "r", i) - of(two, "r", i)) > 1e-9) {
            return Quantity.RESET;
        }
        if (Math.abs(of(one, "z", i) - of(two, "z", i)) > 1e-9) {
            return Quantity.UPDATE;
        }
        if (Math.abs(product(a, one, t, unit) - product(b, two, t, unit)) > 1e-9) {
            return Quantity.PRODUCT;
        }
        return Math.abs(of(one, "n", i) - of(two, "n", i)) > 1e-9 ? Quantity.CANDIDATE : Quantity.STATE;
    }

    /** r ⊙ h, or r ⊙ (U_n h + c_n) with reset after. */
    private static double product(Snapshot made, Answer answer, int t, int unit) {
        int hidden = made.trace().hidden();
        double[] past = new double[hidden];
        for (int k = 0; k < hidden; k++) {
            past[k] = t == 0 ? made.trace().start()[k] : of(answer, "h", (t - 1) * hidden + k);
        }
        double inside = past[unit];
        if (made.convention().reset() == ResetPosition.AFTER) {
            inside = made.weights().bias("b_hn", unit);
            for (int k = 0; k < hidden; k++) {
                inside += made.weights().get("W_hn")[unit * hidden + k] * past[k];
            }
        }
        return of(answer, "r", t * hidden + unit) * inside;
    }

    private static double of(Answer answer, String id, int i) {
        return answer.forward().get(id).values()[i];
    }

    @Property(tries = 25)
    void ofATrainedModelRelabelledAreOneFunction(
            @ForAll("conventions") Convention convention,
            @ForAll @IntRange(min = 1, max = 48) int hidden,
            @ForAll @IntRange(max = 12) int batches,
            @ForAll @IntRange(max = 1_000_000) int seed) {
        Convention other =
                convention.with(convention.update() == UpdateMeaning.KEEP ? UpdateMeaning.ADMIT : UpdateMeaning.KEEP);
        Snapshot a = trained(convention, hidden, batches, seed);
        Twin twin = TwinCells.of(a, other, Pairing.RELABELLED, WRITING);
        assertThat(twin.difference().largest()).isLessThanOrEqualTo(1e-12);
        assertThat(twin.difference().engineLargest()).isLessThanOrEqualTo(2e-6);
        assertThat(twin.difference().equal()).isTrue();
        assertThat(twin.b().loss()).isCloseTo(a.loss(), within(1e-5));
        assertThat(TwinCells.of(a, other, Pairing.SAME_WEIGHTS, WRITING)
                        .difference()
                        .equal())
                .isFalse();
        assertThat(TwinCells.of(a, convention, Pairing.RELABELLED, WRITING)
                        .difference()
                        .engineLargest())
                .isZero();
    }

    private static Snapshot trained(Convention convention, int hidden, int batches, long seed) {
        Experiment experiment = new Experiment(
                CellType.GRU,
                convention,
                hidden,
                4,
                6,
                0.01,
                1,
                Optimizer.ADAM,
                Sampling.SEQUENTIAL,
                Initialization.PYTORCH,
                seed,
                "test",
                Tokens.CHAR);
        try (Trainer trainer = Experiments.trainer(experiment)) {
            Experiments.train(trainer, batches);
            Passage passage = new Passage(
                    0, new int[] {3, 1, 4, 1, 5, 0}, new int[] {1, 4, 1, 5, 0, 2}, Collections.nCopies(6, "x"));
            WatchedPass pass = trainer.trace(passage);
            return new Snapshot(1, batches, experiment, passage, pass.trace(), trainer.weights(), pass.loss());
        }
    }

    @ParameterizedTest
    @EnumSource(Pairing.class)
    @DisplayName("write what the trainer writes with those weights and those random numbers")
    void samples(Pairing pairing) {
        Snapshot a = trained(Convention.PYTORCH, 12, 30, 5);
        Snapshot b = trained(Convention.PYTORCH.with(UpdateMeaning.ADMIT), 12, 30, 5);
        Twin twin = pairing == Pairing.SAME_SEED
                ? TwinCells.trained(a, b, WRITING)
                : TwinCells.of(a, b.convention(), pairing, WRITING);
        assertThat(twin.pairing()).isEqualTo(pairing);
        assertThat(twin.prefix()).isEqualTo("[3, 1]");
        assertThat(twin.sampleA()).isEqualTo(sample(twin.a()));
        assertThat(twin.sampleB()).isEqualTo(sample(twin.b()));
        assertThat(twin.sampleA().split(",")).hasSize(200);
    }

    private static String sample(Snapshot by) {
        try (Trainer trainer = Experiments.trainer(by.experiment())) {
            trainer.weights(by.weights());
            return Arrays.toString(trainer.generate(new int[] {3, 1}, 200, 0.7, 0, new SeededRandom(7)));
        }
    }

    @Property(tries = 60)
    void doNotCareWhereTheResetGateActsInTheThreeCases(
            @ForAll("windows") RandomWindow window, @ForAll EqualCase equal, @ForAll UpdateMeaning meaning) {
        Snapshot a = engine(window.snapshot());
        Convention opposite = a.convention()
                .with(a.convention().reset() == ResetPosition.AFTER ? ResetPosition.BEFORE : ResetPosition.AFTER);
        TwinDifference without =
                TwinCells.of(a, opposite, Pairing.SAME_WEIGHTS, WRITING).difference();
        assertThat(without.t()).isZero();
        assertThat(without.largest()).isGreaterThan(1e-6);

        Twin twin = TwinCells.equal(a, equal, meaning, Pairing.RELABELLED, WRITING);
        assertThat(twin.equal()).isEqualTo(equal);
        assertThat(twin.a().convention()).isEqualTo(a.convention());
        assertThat(twin.b().convention()).isEqualTo(opposite.with(meaning));
        assertThat(twin.pairing()).isEqualTo(Pairing.RELABELLED);
        Twin kept = TwinCells.equal(a, equal, meaning, Pairing.SAME_WEIGHTS, WRITING);
        assertThat(kept.b().weights().arrays())
                .as("the same weights are never relabelled")
                .usingRecursiveComparison()
                .isEqualTo(kept.a().weights().arrays());
        TwinDifference difference = twin.difference();
        int hidden = a.trace().hidden();
        if (equal == EqualCase.FIRST_STEP) {
            for (int k = 0; k < hidden; k++) {
                assertThat(difference.delta()[k]).isLessThanOrEqualTo(1e-12f);
            }
            assertThat(difference.t()).isEqualTo(1);
            assertThat(twin.equalTo()).isEqualTo(largest(difference.delta(), hidden));
            float[] one = twin.a().trace().of(Quantity.STATE);
            float[] two = twin.b().trace().of(Quantity.STATE);
            float[] apart = new float[hidden];
            for (int k = 0; k < hidden; k++) {
                apart[k] = Math.abs(one[k] - two[k]);
            }
            assertThat(twin.engineEqualTo()).isLessThanOrEqualTo(2e-6).isCloseTo(largest(apart, hidden), within(1e-9));
        } else {
            assertThat(difference.largest()).isLessThanOrEqualTo(1e-12);
            assertThat(difference.engineLargest()).isLessThanOrEqualTo(2e-5);
            assertThat(difference.t()).isEqualTo(-1);
        }
        if (equal == EqualCase.RESET_ONE) {
            // the engine's σ comes as near to 1 as its last bit
            float[] open = new float[twin.difference().delta().length];
            Arrays.fill(open, 1);
            assertThat(twin.a().trace().of(Quantity.RESET)).containsExactly(open, within(2e-7f));
            assertThat(twin.b().trace().of(Quantity.RESET)).containsExactly(open, within(2e-7f));
        }
        // and both really are what their weights say
        for (Snapshot each : List.of(twin.a(), twin.b())) {
            double[] h = Reference.run(RandomWindow.asCase(each), false)
                    .forward()
                    .get("h")
                    .values();
            for (int i = 0; i < h.length; i++) {
                assertThat((double) each.trace().of(Quantity.STATE)[i]).isCloseTo(h[i], within(1e-4));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(UpdateMeaning.class)
    @DisplayName("cannot be relabelled from one reset position to the other")
    void refused(UpdateMeaning meaning) {
        Snapshot a = trained(Convention.PYTORCH, 4, 1, 1);
        assertThatThrownBy(() ->
                        TwinCells.of(a, new Convention(ResetPosition.BEFORE, meaning), Pairing.RELABELLED, WRITING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The reset position cannot be relabelled: no weights make both forms equal.");
    }

    @ParameterizedTest
    @EnumSource(value = CellType.class, mode = Mode.EXCLUDE, names = "GRU")
    @DisplayName("are GRUs")
    void onlyOfAGru(CellType cell) {
        Snapshot a = new RandomWindow(new CellForm(cell, Convention.PYTORCH), 3, 4, 5, 1).snapshot();
        assertThatThrownBy(() -> TwinCells.of(a, Convention.PYTORCH, Pairing.SAME_WEIGHTS, WRITING))
                .hasMessageContaining("Only a GRU has conventions");
    }

    /** The window, with what the engine makes of it. */
    private static Snapshot engine(Snapshot said) {
        WatchedPass pass = new WeightsRun(said.weights(), said.convention())
                .read(said.passage(), said.trace().start());
        return new Snapshot(
                said.generation(),
                said.batch(),
                said.experiment(),
                said.passage(),
                pass.trace(),
                said.weights(),
                pass.loss());
    }
}
