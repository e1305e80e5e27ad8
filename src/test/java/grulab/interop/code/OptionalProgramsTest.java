package grulab.interop.code;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.engine.OptionalCells;
import grulab.engine.OptionalCells.OptionalCell;
import grulab.model.Activation;
import grulab.model.Case;
import grulab.model.CellOptions;
import grulab.model.CellOptions.AfterEnd;
import grulab.model.CellOptions.Lengths;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Framework;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A program of a cell that does otherwise")
class OptionalProgramsTest {
    static Stream<OptionalCell> cells() {
        return OptionalCells.all();
    }

    /** Says what every function in its formulas is, before it is used. */
    @ParameterizedTest
    @MethodSource("cells")
    void everyFunctionIsDefined(OptionalCell cell) {
        for (Framework framework : Framework.values()) {
            String source = Programs.source(cell.given(), framework);
            Plan plan = Plan.of(cell.given(), framework);
            plan.functions().forEach(function -> {
                assertThat(source).contains(function.definition());
                assertThat(source)
                        .contains(
                                framework == Framework.ND4J
                                        ? "static INDArray %s(INDArray all) {".formatted(function.identifier())
                                        : "def %s(a):".formatted(function.identifier()));
            });
            assertThat(source.contains("forget_bias")).isEqualTo(plan.options().forgetBias() != 0);
            assertThat(plan.layer() != null && cell.given().options().lengths() != null)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        rnn  | h=relu                                           | pytorch | torch.nn.RNN(2, 3, nonlinearity='relu')
        rnn  | h=softsign                                       | pytorch | -
        gru  | r=hard-sigmoid-1/6,z=hard-sigmoid-1/6,n=relu     | keras   | reset_after=True, activation='relu', recurrent_activation='hard_sigmoid')
        gru  | r=hard-sigmoid-0.2,z=hard-sigmoid-0.2            | keras   | -
        gru  | r=hard-sigmoid-0.2,z=hard-sigmoid-0.2            | flax    | nn.GRUCell(features=3, gate_fn=hard_sigmoid_0_2, activation_fn=jnp.tanh)
        gru  | r=relu                                           | flax    | -
        lstm | g=sigmoid,h=sigmoid                              | keras   | activation='sigmoid', recurrent_activation='sigmoid')
        lstm | g=relu                                           | keras   | -
        lstm | g=relu,h=relu                                    | flax    | nn.OptimizedLSTMCell(features=3, gate_fn=jax.nn.sigmoid, activation_fn=relu)
        gru  | n=relu                                           | nd4j    | -
        """)
    void theFrameworksOwnLayerIsUsedWhereItCanBeToldSo(String cell, String gates, String id, String layer) {
        CellType type = CellType.valueOf(cell.toUpperCase(Locale.ROOT));
        Map<String, Activation> activations = new LinkedHashMap<>();
        for (String gate : gates.split(",")) {
            String name = gate.substring(2);
            activations.put(
                    gate.substring(0, 1),
                    Activation.named(name)
                            .orElseGet(() -> Activation.Function.byName(name)
                                    .orElseThrow()
                                    .usual()
                                    .orElseThrow()));
        }
        Case given = ProgramCases.of(type, Convention.PYTORCH, ProgramCases.Biases.BOTH, false, new int[] {4, 2, 2, 3})
                .with(CellOptions.PLAIN.withActivations(type, activations));
        Framework framework = Framework.byId(id).orElseThrow();
        assertThat(Plan.of(given, framework).layer() == null).isEqualTo(layer.equals("-"));
        if (!layer.equals("-")) {
            assertThat(Programs.source(given, framework)).contains(layer);
        }
    }

    @ParameterizedTest
    @CsvSource({"held, 'h = np.where(on, h_next, h)'", "zero, 'h = np.where(on, h_next, 0.0)'"})
    void rowsEnd(String after, String line) {
        Case given = ProgramCases.of(
                        CellType.GRU, Convention.PYTORCH, ProgramCases.Biases.BOTH, false, new int[] {4, 2, 2, 3})
                .with(CellOptions.PLAIN.withLengths(
                        new Lengths(List.of(4, 1), AfterEnd.valueOf(after.toUpperCase(Locale.ROOT)))));
        assertThat(Programs.source(given, Framework.NUMPY).lines().map(String::strip))
                .contains("on = (t < lengths)[:, None]  # the rows that have this step", line)
                .contains("x, h0, lengths = given[\"x\"], given[\"h0\"], given[\"lengths\"]");
    }
}
