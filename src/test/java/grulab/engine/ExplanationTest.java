package grulab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grulab.engine.explain.Explanation;
import grulab.engine.explain.Walk;
import grulab.engine.train.CaseRun;
import grulab.model.Case;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Quantity;
import grulab.model.ResetPosition;
import grulab.model.StepTrace;
import grulab.model.UpdateMeaning;
import grulab.model.Weights;
import grulab.model.arithmetic.Line;
import grulab.model.arithmetic.Term;
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
    Arbitrary<CellForm> forms() {
        return Arbitraries.of(CellForm.ALL);
    }

    @Property(tries = 150)
    void closesOnAPocketCalculator(
            @ForAll("forms") CellForm form, @ForAll @IntRange(min = 1, max = 12) int hidden, @ForAll long seed) {
        for (Explanation explanation : explanations(form, hidden, seed)) {
            for (Line line : explanation.lines()) {
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
            @ForAll("forms") CellForm form, @ForAll @IntRange(min = 1, max = 12) int hidden, @ForAll long seed) {
        for (Explanation explanation : explanations(form, hidden, seed)) {
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
    void almostAlwaysCloses(@ForAll("forms") CellForm form, @ForAll long seed) {
        List<Line> lines = explanations(form, 12, seed).stream()
                .flatMap(explanation -> explanation.lines().stream())
                .toList();
        assertThat(lines.stream().filter(line -> !line.exact()).count()).isLessThan(1 + lines.size() / 20);
    }

    private static List<Explanation> explanations(CellForm form, int hidden, long seed) {
        Case given = new RandomCase(form, 5, hidden, 4, 2, 3, seed % 2 == 0, seed).toCase();
        Walk walk = Walk.of(given, 1, CaseRun.trace(given, 1));
        return Stream.iterate(0, t -> t + 1)
                .limit(4)
                .flatMap(t ->
                        Stream.iterate(0, unit -> unit + 1).limit(hidden).map(unit -> Explanation.of(walk, t, unit)))
                .toList();
    }

    /** The rule of two decimals read from the terms alone. */
    private static boolean closesWith(Line line, int decimals) {
        double[] v = line.terms().stream()
                .mapToDouble(
                        term -> Double.parseDouble(String.format(Locale.ROOT, "%." + decimals + "f", term.value())))
                .toArray();
        List<String> names = line.terms().stream().map(Term::name).toList();
        double again = switch (line.symbol()) {
            case "c" -> v[0] * v[1] + v[2] * v[3];
            case "g" -> Math.tanh(Arrays.stream(v).sum());
            case "h" -> {
                if (names.get(0).equals("o")) {
                    yield v[0] * Math.tanh(v[1]);
                }
                if (!names.contains("z")) {
                    yield Math.tanh(Arrays.stream(v).sum());
                }
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
        Explanation explanation = Explanation.of(Walk.of(given, 0, CaseRun.trace(given, 0)), 0, 0);

        assertThat(explanation.lines().stream().map(Line::substituted))
                .containsExactly(
                        "σ(1.440 − 0.975 − 0.530)",
                        "tanh(−0.072 + 0.484·(−2.063))",
                        "σ(0.298 + 1.732 − 1.285)",
                        "0.678·0.688 + 0.322·(−0.789)");
        assertThat(explanation.lines().stream().map(Line::result)).containsExactly("0.48", "−0.79", "0.68", "0.21");
        assertThat(explanation.lines().stream().map(Line::formula))
                .containsExactly(
                        "σ(W_r x + U_r h + b_r + c_r)",
                        "tanh(W_n x + r ⊙ (U_n h + c_n))",
                        "σ(W_z x + U_z h + b_z)",
                        "z ⊙ h + (1 − z) ⊙ h̃");
    }

    @Test
    @DisplayName("an LSTM has six lines, which the formulas of docs/conventions.md make")
    void lstm() {
        Weights w = new Weights(
                CellType.LSTM,
                1,
                1,
                0,
                Map.ofEntries(
                        Map.entry("W_ii", new double[] {0.25}),
                        Map.entry("W_if", new double[] {1.5}),
                        Map.entry("W_ig", new double[] {-0.75}),
                        Map.entry("W_io", new double[] {0.5}),
                        Map.entry("W_hi", new double[] {-1}),
                        Map.entry("W_hf", new double[] {0.5}),
                        Map.entry("W_hg", new double[] {1}),
                        Map.entry("W_ho", new double[] {-0.25}),
                        Map.entry("b_if", new double[] {0.5}),
                        Map.entry("b_hf", new double[] {0.25}),
                        Map.entry("b_ho", new double[] {0.125})));
        Case given = new Case(
                "by hand",
                Convention.PYTORCH,
                w,
                1,
                1,
                new double[] {1},
                new double[] {-0.5},
                new double[] {1.25},
                null,
                null);
        Explanation explanation = Explanation.of(Walk.of(given, 0, CaseRun.trace(given, 0)), 0, 0);

        assertThat(explanation.lines().stream().map(Line::symbol)).containsExactly("i", "f", "g", "o", "c", "h");
        assertThat(explanation.lines().stream().map(Line::formula))
                .containsExactly(
                        "σ(W_i x + U_i h)",
                        "σ(W_f x + U_f h + b_f + c_f)",
                        "tanh(W_g x + U_g h)",
                        "σ(W_o x + U_o h + c_o)",
                        "f ⊙ c + i ⊙ g",
                        "o ⊙ tanh(c′)");
        assertThat(explanation.lines().stream().map(Line::substituted))
                .containsExactly(
                        "σ(0.2500 + 0.5000)",
                        "σ(1.5000 − 0.2500 + 0.7500)",
                        "tanh(−0.7500 − 0.5000)",
                        "σ(0.5000 + 0.1250 + 0.1250)",
                        "0.8808·1.2500 + 0.6792·(−0.8483)", // three decimals would make 0.5255, which is 0.53
                        "0.6792·tanh(0.5249)");
        // σ(0.75) = 0.6792, σ(2) = 0.8808, tanh(−1.25) = −0.8483, c′ = 0.5249, tanh(c′) = 0.4814
        assertThat(explanation.lines().stream().map(Line::result))
                .containsExactly("0.68", "0.88", "−0.85", "0.68", "0.52", "0.33");
        assertThat(explanation.line("h").terms().stream().map(Term::name)).containsExactly("o", "c′");
        assertThat(explanation.lines()).allMatch(line -> line.exact() && line.agrees());
    }

    @Test
    @DisplayName("an RNN has one line, whose parts need no letter")
    void rnn() {
        Weights w = new Weights(
                CellType.RNN,
                1,
                1,
                0,
                Map.of(
                        "W_ih", new double[] {0.5},
                        "W_hh", new double[] {-1},
                        "b_ih", new double[] {0.1},
                        "b_hh", new double[] {0.05}));
        Case given = new Case(
                "by hand",
                Convention.PYTORCH,
                w,
                1,
                1,
                new double[] {1},
                new double[] {0.25},
                new double[0],
                null,
                null);
        Line line =
                Explanation.of(Walk.of(given, 0, CaseRun.trace(given, 0)), 0, 0).line("h");
        assertThat(line.formula()).isEqualTo("tanh(W x + U h + b + c)");
        assertThat(line.substituted()).isEqualTo("tanh(0.50 − 0.25 + 0.15)");
        assertThat(line.result()).isEqualTo("0.38");
    }

    @Test
    @DisplayName("a large c of an LSTM agrees as far as float32 carries it, and a wrong one does not")
    void largeCell() {
        Weights w = new Weights(
                CellType.LSTM,
                1,
                1,
                0,
                Map.of(
                        "W_ii", new double[] {1},
                        "W_if", new double[] {9},
                        "W_ig", new double[] {1},
                        "W_io", new double[] {1},
                        "W_hi", new double[] {1},
                        "W_hf", new double[] {1},
                        "W_hg", new double[] {1},
                        "W_ho", new double[] {1}));
        Case given = new Case(
                "large",
                Convention.PYTORCH,
                w,
                1,
                1,
                new double[] {1},
                new double[] {0},
                new double[] {3000.1f},
                null,
                null);
        StepTrace trace = CaseRun.trace(given, 0);
        assertThat(Explanation.of(Walk.of(given, 0, trace), 0, 0).line("c").agrees())
                .isTrue();
        trace.of(Quantity.CELL)[0] += 0.1f;
        assertThat(Explanation.of(Walk.of(given, 0, trace), 0, 0).line("c").agrees())
                .isFalse();
    }

    @Test
    @DisplayName("says so when the engine's number is not the formula's")
    void disagreement() {
        CellForm form = new CellForm(CellType.GRU, new Convention(ResetPosition.BEFORE, UpdateMeaning.ADMIT));
        Case given = new RandomCase(form, 3, 4, 2, 1, 2, false, 11).toCase();
        StepTrace right = CaseRun.trace(given, 0);
        float[] candidate = right.of(Quantity.CANDIDATE).clone();
        candidate[2] += 1e-3f;
        Map<Quantity, float[]> values = new java.util.EnumMap<>(right.values());
        values.put(Quantity.CANDIDATE, candidate);
        StepTrace wrong = new StepTrace(
                right.cell(), right.convention(), 2, 4, right.start(), right.startCell(), values, right.gradients());

        Explanation explanation = Explanation.of(Walk.of(given, 0, wrong), 0, 2);
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
        Explanation explanation = Explanation.of(Walk.of(given, 0, CaseRun.trace(given, 0)), 0, 0);
        assertThat(explanation.line("h").exact()).isFalse();
        assertThat(explanation.line("h").substituted()).startsWith("1.00000·0.12500 + 0.00000·0.");
        assertThat(explanation.line("r").exact()).isTrue();
    }
}
