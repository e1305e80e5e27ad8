package grulab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grulab.engine.OptionalCells.OptionalCell;
import grulab.engine.explain.DefinedFunction;
import grulab.engine.explain.Explanation;
import grulab.engine.explain.Walk;
import grulab.engine.explain.Written;
import grulab.engine.reference.Reference;
import grulab.model.Activation;
import grulab.model.Activation.Function;
import grulab.model.Case;
import grulab.model.CellOptions;
import grulab.model.CellOptions.AfterEnd;
import grulab.model.CellOptions.Coupling;
import grulab.model.CellOptions.Lengths;
import grulab.model.CellType;
import grulab.model.arithmetic.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The arithmetic of cells with options")
class OptionalExplanationTest {
    static Stream<OptionalCell> cells() {
        return OptionalCells.all();
    }

    /** The reference computed them, and these lines work them out again from the numbers before them. */
    @ParameterizedTest
    @MethodSource("cells")
    void everyLineOfBothWaysAgreesAndCloses(OptionalCell cell) {
        Case given = cell.given();
        List<Line> lines = new ArrayList<>();
        for (int b = 0; b < given.batch(); b++) {
            Walk walk = Walk.of(given, b, Reference.trace(given, b, true));
            for (int t = 0; t < given.steps(); t++) {
                for (int unit = 0; unit < given.weights().hidden(); unit++) {
                    lines.addAll(Explanation.of(walk, t, unit).lines());
                    lines.addAll(Explanation.backward(walk, t, unit).lines());
                }
            }
        }
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.agrees())
                        .as("%s: %s, recomputed %s", Written.text(line), line.value(), line.reference())
                        .isTrue());
        assertThat(lines.stream().filter(line -> !line.exact() && line.decimals() < 5))
                .isEmpty();
    }

    @Test
    void anLstmWithAllOfItSaysSo() {
        Case lstm = new RandomCase(CellForm.ALL.get(4), 2, 3, 3, 2, 3, false, 5).toCase();
        CellOptions options = CellOptions.PLAIN
                .withActivations(
                        CellType.LSTM,
                        Map.of("o", Activation.HARD_SIGMOID_FIFTH, "h", new Activation(Function.ELU, 0.5, 0)))
                .withForgetBias(1)
                .withCellClip(0.5)
                .withClip(2.0)
                .withCoupled(Coupling.INPUT_FROM_FORGET)
                .withLengths(new Lengths(List.of(3, 1), AfterEnd.HELD));
        Case given = lstm.with(options);
        assertThat(formulas(given, 0, 1))
                .containsExactly(
                        "σ(clip[2.0](W_f x + U_f h + " + biases(lstm, "f") + "forget_bias))",
                        "1 − f",
                        "tanh(clip[2.0](W_g x + U_g h" + behind(lstm, "g") + "))",
                        "hσ[0.2](clip[2.0](W_o x + U_o h" + behind(lstm, "o") + "))",
                        "clip[0.5](f ⊙ c + i ⊙ g)",
                        "o ⊙ elu[0.5](c′)");
        assertThat(formulas(given, 1, 1)).containsExactly("c", "h");
        assertThat(formulas(given.with(options.withLengths(new Lengths(List.of(3, 1), AfterEnd.ZERO))), 1, 1))
                .containsExactly("0", "0");
        assertThat(DefinedFunction.of(CellType.LSTM, options).stream().map(DefinedFunction::definition))
                .containsExactly(
                        "hσ[0.2](a) = min(1, max(0, 0.2 a + 0.5))",
                        "elu[0.5](a) = a where a ≥ 0, else 0.5 (e^a − 1)",
                        "clip[2.0](a) = min(2.0, max(−2.0, a))",
                        "clip[0.5](a) = min(0.5, max(−0.5, a))");
    }

    @ParameterizedTest
    @EnumSource(Function.class)
    void aFunctionIsKnownByItsSign(Function function) {
        Activation activation = new Activation(function, 0.7, 0.3);
        Case given = new RandomCase(CellForm.ALL.get(5), 1, 1, 1, 1, 2, false, 3)
                .toCase()
                .with(CellOptions.PLAIN.withActivations(CellType.RNN, Map.of("h", activation)));
        DefinedFunction.of(CellType.RNN, given.options()).forEach(f -> {
            DefinedFunction again = DefinedFunction.named(f.sign()).orElseThrow();
            for (double a : new double[] {-2, -0.3, 0.4, 1.5}) {
                assertThat(again.of(a)).isCloseTo(activation.value(a), within(1e-15));
            }
        });
    }

    @Test
    void copiedAsNumPyItIsTheSameFunction() {
        Case given = new RandomCase(CellForm.ALL.get(5), 1, 1, 1, 1, 2, false, 3)
                .toCase()
                .with(CellOptions.PLAIN
                        .withClip(0.25)
                        .withActivations(CellType.RNN, Map.of("h", Activation.HARD_SIGMOID_SIXTH)));
        Line line = Explanation.of(Walk.of(given, 0, Reference.trace(given, 0, false)), 0, 0)
                .lines()
                .get(0);
        assertThat(Written.numpy(line))
                .startsWith("h = (lambda a: np.clip(a / 6 + 0.5, 0, 1))((lambda a: np.clip(a, -0.25, 0.25))(np.dot(");
        assertThat(Written.latex(line)).contains("h\\sigma[1/6](\\mathrm{clip}[0.25](");
    }

    private static List<String> formulas(Case given, int t, int sample) {
        Walk walk = Walk.of(given, sample, Reference.trace(given, sample, false));
        return Explanation.of(walk, t, 0).lines().stream().map(Line::formula).toList();
    }

    private static String biases(Case given, String gate) {
        String behind = behind(given, gate);
        return behind.isEmpty() ? "" : behind.substring(3) + " + ";
    }

    private static String behind(Case given, String gate) {
        String b = given.weights().has("b_i" + gate) ? " + b_" + gate : "";
        return given.weights().has("b_h" + gate) ? b + " + c_" + gate : b;
    }
}
