package grulab.engine.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grulab.engine.reference.Reference;
import grulab.model.Answer;
import grulab.model.Array;
import grulab.model.BiasUse;
import grulab.model.Case;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Diagnosis;
import grulab.model.Diagnosis.Experiment;
import grulab.model.Diagnosis.Parting;
import grulab.model.Finding;
import grulab.model.Observed;
import grulab.model.ResetPosition;
import grulab.model.SeededRandom;
import grulab.model.StartUse;
import grulab.model.Transposed;
import grulab.model.UpdateMeaning;
import grulab.model.Weights;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class DiagnosticsTest {
    private static final Convention BEFORE = Convention.PYTORCH.with(ResetPosition.BEFORE);
    private static final Convention ADMIT = Convention.PYTORCH.with(UpdateMeaning.ADMIT);
    private static final List<String> RZN = List.of("r", "z", "n");

    /** A GRU of PyTorch's kind with 4 units. */
    private static Case gru(int inputs, int steps, boolean started, boolean biased) {
        return gru(inputs, steps, started, biased, (name, values) -> values);
    }

    private static Case gru(
            int inputs, int steps, boolean started, boolean biased, BiFunction<String, double[], double[]> changed) {
        SeededRandom random = new SeededRandom(3);
        Map<String, double[]> arrays = new LinkedHashMap<>();
        for (String gate : RZN) {
            arrays.put("W_i" + gate, RandomDisguise.uniform(random, 4 * inputs, 1));
            arrays.put("W_h" + gate, RandomDisguise.uniform(random, 16, 1));
            if (biased) {
                arrays.put("b_i" + gate, RandomDisguise.uniform(random, 4, 1));
                arrays.put("b_h" + gate, RandomDisguise.uniform(random, 4, 1));
            }
        }
        arrays.replaceAll(changed);
        return new Case(
                "small",
                Convention.PYTORCH,
                new Weights(CellType.GRU, inputs, 4, 0, arrays),
                steps,
                2,
                RandomDisguise.uniform(random, steps * 2 * inputs, 1),
                started ? RandomDisguise.uniform(random, 8, 1) : new double[8],
                new double[0],
                null,
                null);
    }

    private static Disguise plain(Convention convention) {
        return new Disguise(convention, RZN, Transposed.NONE, BiasUse.TWO, StartUse.GIVEN);
    }

    private static Diagnosis diagnosed(Case given, Disguise truth) {
        return Diagnostics.run(given, Map.of("h", Observed.exact(truth.state(given))));
    }

    private static Observed written(Array array, int decimals) {
        double unit = Math.pow(10, decimals);
        return new Observed(
                Array.of(
                        Arrays.stream(array.values())
                                .map(v -> Math.rint(v * unit) / unit)
                                .toArray(),
                        array.shape()),
                decimals,
                decimals);
    }

    private static Array last(Array h) {
        int row = h.shape()[1] * h.shape()[2];
        return Array.of(
                Arrays.copyOfRange(h.values(), h.values().length - row, h.values().length), h.shape()[1], h.shape()[2]);
    }

    private static Parting parting(Diagnosis diagnosis) {
        return Objects.requireNonNull(diagnosis.parting());
    }

    @Test
    void theFirstTermThatDiffersIsTheOneThatTheSwitchChanges() {
        Case given = gru(3, 5, true, true);
        Parting admits = parting(diagnosed(given, plain(ADMIT)));
        assertThat(admits.t()).isZero();
        assertThat(admits.term()).isEqualTo("h′");
        Parting before = parting(diagnosed(given, plain(BEFORE)));
        assertThat(before.t()).isZero();
        assertThat(before.term()).isEqualTo("r ⊙ (U_n h + c_n)");
        Parting swapped = parting(diagnosed(
                given,
                new Disguise(
                        Convention.PYTORCH, List.of("z", "r", "n"), Transposed.NONE, BiasUse.TWO, StartUse.GIVEN)));
        assertThat(swapped.term()).isEqualTo("r");
        Parting zero = parting(
                diagnosed(given, new Disguise(Convention.PYTORCH, RZN, Transposed.NONE, BiasUse.TWO, StartUse.ZERO)));
        assertThat(zero.term()).isEqualTo("h₀");
        assertThat(zero.yours()).isZero();
        assertThat(diagnosed(given, plain(Convention.PYTORCH)).parting()).isNull();
    }

    @Test
    void fromAZeroStateTheResetPositionShowsAtTheSecondStep() {
        Parting parting = parting(diagnosed(gru(3, 5, false, false), plain(BEFORE)));
        assertThat(parting.t()).isOne();
        assertThat(parting.term()).isEqualTo("r ⊙ U_n h");
    }

    @Test
    void theUnitIsThatOfTheLargestDifference() {
        Case given = gru(3, 5, true, true);
        Parting parting = parting(diagnosed(given, plain(ADMIT)));
        double[] wanted = plain(ADMIT).state(given).values();
        double[] got = plain(Convention.PYTORCH).state(given).values();
        int largest = 0;
        for (int i = 0; i < 8; i++) {
            largest = Math.abs(wanted[i] - got[i]) > Math.abs(wanted[largest] - got[largest]) ? i : largest;
        }
        assertThat(parting.sample() * 4 + parting.unit()).isEqualTo(largest);
        assertThat(parting.yours()).isEqualTo(wanted[largest]);
        assertThat(Math.abs(parting.mine() - got[largest])).isLessThan(1e-12);
    }

    @Test
    void gatesThatWereGivenAreComparedThemselves() {
        Case given = gru(3, 3, true, true);
        Answer answer = plain(BEFORE).answer(given);
        Array z = answer.forward().get("z");
        double[] odd = Objects.requireNonNull(z).values().clone();
        odd[9] += 0.25;
        Diagnosis diagnosis = Diagnostics.run(given, Map.of("z", Observed.exact(Array.of(odd, z.shape()))));
        assertThat(diagnosis.explained()).isFalse();
        assertThat(diagnosis.decided()).isFalse();
        assertThat(diagnosis.experiment()).isNull();
        Parting parting = parting(diagnosis);
        assertThat(parting.term()).isEqualTo("z");
        assertThat(parting.yours()).isEqualTo(odd[parting.t() * 8 + parting.sample() * 4 + parting.unit()]);
    }

    @Test
    void oneStepFromZeroWithoutBiasesNeedsMoreSteps() {
        Case given = gru(3, 1, false, false);
        Diagnosis diagnosis = diagnosed(given, plain(BEFORE));
        assertThat(diagnosis.decided()).isFalse();
        assertThat(diagnosis.experiment()).isEqualTo(Experiment.MORE_STEPS);
        // before or after, U transposed or not: at the first step from zero all the same
        assertThat(diagnosis.fitting()).isEqualTo(4);
        assertThat(diagnosis.parting()).isNull();
    }

    @Test
    void tooFewDigitsAskForMore() {
        Case given = gru(
                3,
                5,
                true,
                true,
                (name, values) -> name.equals("b_hn") ? new double[] {4e-5, -4e-5, 4e-5, 8e-5} : values);
        Array h = plain(Convention.PYTORCH).state(given);
        Diagnosis coarse = Diagnostics.run(given, Map.of("h", written(h, 2)));
        assertThat(coarse.decided()).isFalse();
        assertThat(coarse.experiment()).isEqualTo(Experiment.MORE_DIGITS);
        assertThat(coarse.tolerance()).isBetween(5e-3, 5.1e-3);
        Diagnosis fine = Diagnostics.run(given, Map.of("h", written(h, 6)));
        assertThat(fine.decided()).isTrue();
    }

    @Test
    void aStartThatIsForgottenByTheEndAsksForEveryState() {
        Case given =
                gru(3, 60, true, true, (name, values) -> name.equals("b_iz") ? new double[] {-3, -3, -3, -3} : values);
        Array h = plain(Convention.PYTORCH).state(given);
        Diagnosis diagnosis = Diagnostics.run(given, Map.of("h_last", Observed.exact(last(h))));
        assertThat(diagnosis.experiment()).isEqualTo(Experiment.EVERY_STATE);
        assertThat(diagnosis.findings().stream().filter(Finding::fits).map(Finding::start))
                .containsExactlyInAnyOrder(StartUse.GIVEN, StartUse.ZERO);
    }

    @Test
    void anInputOfZerosAsksForAnother() {
        Case zero = gru(4, 3, true, true);
        Arrays.fill(zero.x(), 0);
        Diagnosis diagnosis = diagnosed(zero, plain(Convention.PYTORCH));
        assertThat(diagnosis.decided()).isFalse();
        assertThat(diagnosis.experiment()).isIn(Experiment.MORE_STEPS, Experiment.ANOTHER_INPUT);
        assertThat(diagnosis.findings().stream().filter(Finding::fits).map(Finding::transposed))
                .containsExactlyInAnyOrder(Transposed.NONE, Transposed.INPUT);
    }

    @Test
    void waysThatAreTheSameFunctionLeaveNoDoubt() {
        Case diagonal = gru(3, 5, true, false, (name, values) -> {
            for (int i = 0; i < 16 && name.equals("W_hn"); i++) {
                values[i] = i % 5 == 0 ? values[i] : 0;
            }
            return values;
        });
        Diagnosis diagnosis = diagnosed(diagonal, plain(BEFORE));
        assertThat(diagnosis.decided()).isTrue();
        Finding best = diagnosis.findings().get(0);
        assertThat(best.convention()).isEqualTo(Convention.PYTORCH);
        assertThat(best.bias()).isEqualTo(BiasUse.TWO);
        // six treatments of no bias, times two positions of reset, less this one
        assertThat(best.alike()).isEqualTo(11);
        assertThat(diagnosis.parting()).isNull();
    }

    @Test
    void withEveryDigitOfFloat64TinyDifferencesDecide() {
        Case given = gru(
                3,
                5,
                false,
                true,
                (name, values) -> Arrays.stream(values).map(v -> 1e-3 * v).toArray());
        assertThat(diagnosed(given, plain(Convention.PYTORCH)).decided()).isTrue();
        Array h = plain(Convention.PYTORCH).state(given);
        Array narrow = Array.of(Arrays.stream(h.values()).map(v -> (float) v).toArray(), h.shape());
        Diagnosis rounded = Diagnostics.run(given, Map.of("h", Observed.exact(narrow)));
        assertThat(rounded.decided()).isFalse();
    }

    @Test
    void numbersThatNothingExplainsSayHowNearTheBestCame() {
        Case given = gru(3, 2, true, true);
        Array h = plain(ADMIT).state(given);
        double[] off = Arrays.stream(h.values()).map(v -> v + 0.01).toArray();
        Diagnosis diagnosis = Diagnostics.run(given, Map.of("h", Observed.exact(Array.of(off, h.shape()))));
        assertThat(diagnosis.explained()).isFalse();
        assertThat(diagnosis.fitting()).isZero();
        assertThat(diagnosis.findings().get(0).maxError()).isGreaterThan(0.001);
        assertThat(parting(diagnosis).term()).isEqualTo("h′");
    }

    @Test
    void ofLossAndPerplexityTheOneThatDiffersIsNamed() {
        Case plain = gru(3, 4, true, true);
        Map<String, double[]> arrays = new LinkedHashMap<>(plain.weights().arrays());
        arrays.put("W_hq", RandomDisguise.uniform(new SeededRandom(5), 8, 1));
        Case given = new Case(
                "with a head",
                plain.convention(),
                new Weights(CellType.GRU, 3, 4, 2, arrays),
                4,
                2,
                plain.x(),
                plain.h0(),
                plain.c0(),
                new int[] {0, 1, 1, 0, 1, 0, 0, 1},
                null);
        double loss = Reference.run(given, false).loss();
        Map<String, Observed> expected = new LinkedHashMap<>();
        expected.put("loss", Observed.exact(Array.of(new double[] {loss}, 1)));
        expected.put("perplexity", Observed.exact(Array.of(new double[] {Math.pow(2, loss)}, 1)));
        Parting parting = parting(Diagnostics.run(given, expected));
        assertThat(parting.term()).isEqualTo("perplexity");
        assertThat(parting.yours()).isEqualTo(Math.pow(2, loss));
        assertThat(Math.abs(parting.mine() - Math.exp(loss))).isLessThan(1e-12);
        assertThat(parting.t()).isEqualTo(3);
        expected.remove("perplexity");
        assertThat(Diagnostics.run(given, expected).parting()).isNull();
    }

    @Test
    void oneNumberOfEachKindIsEnoughToDecideNothingWrongly() {
        // one unit, one input, one step: transposing changes nothing, and with c_n = 0 the reset position neither
        Case given = new Case(
                "one",
                Convention.PYTORCH,
                new Weights(
                        CellType.GRU,
                        1,
                        1,
                        0,
                        Map.of(
                                "W_ir", new double[] {0.5},
                                "W_iz", new double[] {-0.25},
                                "W_in", new double[] {0.75},
                                "W_hr", new double[] {0.3},
                                "W_hz", new double[] {0.6},
                                "W_hn", new double[] {-0.9})),
                1,
                1,
                new double[] {1},
                new double[] {0.5},
                new double[0],
                null,
                null);
        Diagnosis diagnosis = diagnosed(given, plain(BEFORE));
        assertThat(diagnosis.decided()).isTrue();
        Finding best = diagnosis.findings().get(0);
        assertThat(best.convention()).isEqualTo(Convention.PYTORCH);
        assertThat(best.transposed()).isEqualTo(Transposed.NONE);
        // six uses of no bias, two reset positions, four transpositions, less this one
        assertThat(best.alike()).isEqualTo(47);
        Diagnosis none =
                Diagnostics.run(given, Map.of("h", Observed.exact(Array.of(new double[] {Double.NaN}, 1, 1, 1))));
        assertThat(none.explained()).isFalse();
        assertThat(parting(none).term()).isEqualTo("h′");
    }

    @Test
    void whatTheCaseHasNotIsRefused() {
        Case given = gru(3, 2, true, true);
        assertThatThrownBy(() -> Diagnostics.run(given, Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Diagnostics.run(given, Map.of("loss", Observed.exact(Array.of(new double[] {1})))))
                .hasMessageContaining("loss");
        assertThatThrownBy(() -> Diagnostics.run(given, Map.of("h", Observed.exact(Array.of(new double[3], 3)))))
                .hasMessageContaining("16 numbers, not 3");
    }
}
