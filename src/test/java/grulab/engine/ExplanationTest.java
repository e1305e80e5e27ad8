package grulab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grulab.engine.explain.Explanation;
import grulab.engine.explain.ExplanationLine;
import grulab.engine.explain.Term;
import grulab.engine.train.CaseRun;
import grulab.model.Case;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Quantity;
import grulab.model.ResetPosition;
import grulab.model.StepTrace;
import grulab.model.UpdateMeaning;
import grulab.model.Weights;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    @Provide
    Arbitrary<Convention> conventions() {
        return Arbitraries.of(Convention.ALL);
    }

    @Property(tries = 150)
    void closesOnAPocketCalculator(
            @ForAll("conventions") Convention convention,
            @ForAll @IntRange(min = 1, max = 12) int hidden,
            @ForAll long seed) {
        for (Explanation explanation : explanations(convention, hidden, seed)) {
            for (ExplanationLine line : explanation.lines()) {
                assertThat(line.substituted()).matches("[0-9.+−·()σtanh ]+");
                assertThat(line.agrees()).as(line.toString()).isTrue();
                if (line.exact()) {
                    assertThat(twoDecimals(PocketCalculator.workOut(line.substituted())))
                            .as(line.toString())
                            .isEqualTo(line.result());
                } else {
                    assertThat(line.decimals()).isEqualTo(5);
                }
            }
        }
    }

    @Property(tries = 100)
    void hasNoMoreDecimalsThanItNeeds(
            @ForAll("conventions") Convention convention,
            @ForAll @IntRange(min = 1, max = 12) int hidden,
            @ForAll long seed) {
        for (Explanation explanation : explanations(convention, hidden, seed)) {
            int decimals = explanation.lines().get(0).decimals();
            assertThat(explanation.lines()).allMatch(line -> line.decimals() == decimals);
            assertThat(decimals).isBetween(2, 5);
            if (decimals > 2) {
                assertThat(explanation.lines().stream().anyMatch(line -> !closesWith(line, decimals - 1)))
                        .as("one line does not close with fewer: %s", explanation)
                        .isTrue();
            }
        }
    }

    @Property(tries = 60)
    void almostAlwaysCloses(@ForAll("conventions") Convention convention, @ForAll long seed) {
        List<ExplanationLine> lines = explanations(convention, 12, seed).stream()
                .flatMap(explanation -> explanation.lines().stream())
                .toList();
        assertThat(lines.stream().filter(line -> !line.exact()).count()).isLessThan(1 + lines.size() / 20);
    }

    private static List<Explanation> explanations(Convention convention, int hidden, long seed) {
        Case given = new RandomCase(convention, 5, hidden, 4, 2, 3, seed % 2 == 0, seed).toCase();
        StepTrace trace = CaseRun.trace(given, 1);
        return Stream.iterate(0, t -> t + 1)
                .limit(4)
                .flatMap(t -> {
                    double[] x = Arrays.copyOfRange(given.x(), (t * 2 + 1) * 5, (t * 2 + 2) * 5);
                    return Stream.iterate(0, unit -> unit + 1)
                            .limit(hidden)
                            .map(unit -> Explanation.of(trace, t, given.weights(), x, unit));
                })
                .toList();
    }

    /** The rule of two decimals read from the terms alone. */
    private static boolean closesWith(ExplanationLine line, int decimals) {
        double[] v = line.terms().stream()
                .mapToDouble(
                        term -> Double.parseDouble(String.format(Locale.ROOT, "%." + decimals + "f", term.value())))
                .toArray();
        List<String> names = line.terms().stream().map(Term::name).toList();
        double again = switch (line.symbol()) {
            case "h" -> {
                double z = v[names.indexOf("z")];
                double share = names.get(0).equals("z") ? z : 1 - z;
                yield share * v[1] + (1 - share) * v[3];
            }
            case "n" ->
                names.contains("r")
                        ? Math.tanh(v[0] + v[1] * v[2])
                        : Math.tanh(Arrays.stream(v).sum());
            default -> 1 / (1 + Math.exp(-Arrays.stream(v).sum()));
        };
        boolean doubtful = Math.abs(Math.abs(again * 100 - Math.floor(again * 100)) - 0.5) < 2e-7;
        return !doubtful && twoDecimals(again).equals(line.result());
    }

    private static String twoDecimals(double value) {
        String digits = String.format(Locale.ROOT, "%.2f", value).replace('-', '−');
        return digits.equals("−0.00") ? "0.00" : digits;
    }

    @Test
    @DisplayName("reads as in the picture of the formula panel, where two decimals would not close")
    void readsAsInThePicture() {
        Weights w = new Weights(
                CellType.GRU,
                1,
                1,
                0,
                Map.ofEntries(
                        Map.entry("W_ir", new double[] {1.440}),
                        Map.entry("W_iz", new double[] {0.298}),
                        Map.entry("W_in", new double[] {-0.072}),
                        Map.entry("W_hr", new double[] {-0.975 / 0.688}),
                        Map.entry("W_hz", new double[] {1.732 / 0.688}),
                        Map.entry("W_hn", new double[] {-2 / 0.688}),
                        Map.entry("b_ir", new double[] {-0.5}),
                        Map.entry("b_hr", new double[] {-0.03}),
                        Map.entry("b_iz", new double[] {-1.285}),
                        Map.entry("b_hn", new double[] {-0.063})));
        Case given = new Case(
                "picture",
                Convention.PYTORCH,
                w,
                1,
                1,
                new double[] {1},
                new double[] {0.688},
                new double[0],
                null,
                null);
        Explanation explanation = Explanation.of(CaseRun.trace(given, 0), 0, w, given.x(), 0);

        assertThat(explanation.lines().stream().map(ExplanationLine::substituted))
                .containsExactly(
                        "σ(1.440 − 0.975 − 0.530)",
                        "tanh(−0.072 + 0.484·(−2.063))",
                        "σ(0.298 + 1.732 − 1.285)",
                        "0.678·0.688 + 0.322·(−0.789)");
        assertThat(explanation.lines().stream().map(ExplanationLine::result))
                .containsExactly("0.48", "−0.79", "0.68", "0.21");
        assertThat(explanation.lines().stream().map(ExplanationLine::formula))
                .containsExactly(
                        "σ(W_r x + U_r h + b_r + c_r)",
                        "tanh(W_n x + r ⊙ (U_n h + c_n))",
                        "σ(W_z x + U_z h + b_z)",
                        "z ⊙ h + (1 − z) ⊙ h̃");
    }

    @Test
    @DisplayName("says so when the engine's number is not the formula's")
    void disagreement() {
        Case given = new RandomCase(new Convention(ResetPosition.BEFORE, UpdateMeaning.ADMIT), 3, 4, 2, 1, 2, false, 11)
                .toCase();
        StepTrace right = CaseRun.trace(given, 0);
        float[] candidate = right.of(Quantity.CANDIDATE).clone();
        candidate[2] += 1e-3f;
        Map<Quantity, float[]> values = new java.util.EnumMap<>(right.values());
        values.put(Quantity.CANDIDATE, candidate);
        StepTrace wrong = new StepTrace(
                right.cell(), right.convention(), 2, 4, right.start(), right.startCell(), values, right.gradients());

        double[] x = Arrays.copyOf(given.x(), 3);
        Explanation explanation = Explanation.of(wrong, 0, given.weights(), x, 2);
        assertThat(explanation.line("r").agrees()).isTrue();
        assertThat(explanation.line("n").agrees()).isFalse();
        assertThat(explanation.line("n").value() - explanation.line("n").reference())
                .isCloseTo(1e-3, within(1e-5));
        assertThat(explanation.line("z").agrees()).isTrue();
        assertThat(explanation.line("h").agrees()).isFalse();
    }

    @Test
    @DisplayName("is marked as inexact, with five decimals, where the result lies at the edge")
    void atTheEdge() {
        Weights w = new Weights(
                CellType.GRU,
                1,
                1,
                0,
                Map.of(
                        "W_ir", new double[] {1.1},
                        "W_iz", new double[] {40},
                        "W_in", new double[] {0.3},
                        "W_hr", new double[] {0.2},
                        "W_hz", new double[] {0.1},
                        "W_hn", new double[] {0.4}));
        double edge = 0.125000004;
        Case given = new Case(
                "edge", Convention.PYTORCH, w, 1, 1, new double[] {1}, new double[] {edge}, new double[0], null, null);
        Explanation explanation = Explanation.of(CaseRun.trace(given, 0), 0, w, given.x(), 0);
        assertThat(explanation.line("h").exact()).isFalse();
        assertThat(explanation.line("h").substituted()).startsWith("1.00000·0.12500 + 0.00000·0.");
        assertThat(explanation.line("r").exact()).isTrue();
    }
}
