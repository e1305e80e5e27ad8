package grulab.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.DataType;
import grulab.engine.reference.Reference;
import grulab.engine.train.CaseRun;
import grulab.model.Answer;
import grulab.model.Array;
import grulab.model.Case;
import grulab.model.CellType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("parity")
@DisplayName("libtorch's nn.GRU, nn.LSTM and nn.RNN give the numbers that are given here")
class ParityTest {
    /** The same arithmetic in float64: rounding is all that may differ. */
    private static final double F64 = 1e-11;
    /** The same in float32. */
    private static final double F32 = 1e-5;
    /** In float32 over fifty updates, in which roundings add up. */
    private static final double F32_TRAINED = 1e-4;

    private static final Case.Training FIFTY_STEPS = new Case.Training(50, 0.5, 1.0);

    static List<RandomCase> cases() {
        List<RandomCase> all = new ArrayList<>();
        for (CellType cell : CellType.values()) {
            all.add(new RandomCase(cell, 5, 7, 6, 3, 4, true));
            all.add(new RandomCase(cell, 5, 7, 6, 3, 4, false));
            all.add(new RandomCase(cell, 1, 1, 1, 1, 2, true));
            all.add(new RandomCase(cell, 3, 1, 9, 2, 3, true));
            all.add(new RandomCase(cell, 1, 16, 1, 5, 2, true));
            all.add(new RandomCase(cell, 28, 33, 12, 8, 28, true));
            all.add(new RandomCase(cell, 11, 48, 35, 4, 11, false));
        }
        return all;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    @DisplayName("the naive reference, float64: states, logits, loss, every gradient, fifty clipped steps of SGD")
    void reference(RandomCase random) {
        Case given = random.toCase(FIFTY_STEPS);
        Answer here = Reference.run(given, true);
        Answer libtorch = TorchCase.run(given, DataType.FLOAT64);
        same(here, libtorch, F64);
        sameTraining(here, libtorch, F64);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    @DisplayName("the engine that trains, float32: the same")
    void engine(RandomCase random) {
        Case given = random.toCase(FIFTY_STEPS);
        Answer here = CaseRun.run(given, true);
        Answer libtorch = TorchCase.run(given, DataType.FLOAT32);
        same(here, libtorch, F32);
        sameTraining(here, libtorch, F32_TRAINED);
    }

    private static void same(Answer here, Answer libtorch, double within) {
        assertThat(here.loss()).isCloseTo(libtorch.loss(), within(within));
        libtorch.forward().forEach((name, values) -> near(name, here.forward(), values, within));
        libtorch.gradients().forEach((name, values) -> near(name, here.gradients(), values, within));
    }

    private static void sameTraining(Answer here, Answer libtorch, double within) {
        Answer.TrainingResult got = Objects.requireNonNull(here.training());
        Answer.TrainingResult expected = Objects.requireNonNull(libtorch.training());
        near("loss", got.loss(), expected.loss(), within);
        near("norm", got.gradientNorm(), expected.gradientNorm(), within);
        expected.weights()
                .arrays()
                .forEach((name, values) -> near(name, got.weights().get(name), values, within));
    }

    private static void near(String name, Map<String, Array> here, Array libtorch, double within) {
        Array got = Objects.requireNonNull(here.get(name), name);
        assertThat(got.shape()).as(name).containsExactly(libtorch.shape());
        near(name, got.values(), libtorch.values(), within);
    }

    /** To so much of the largest value, or absolutely if all are small. */
    private static void near(String name, double[] here, double[] libtorch, double within) {
        assertThat(here).as(name).hasSameSizeAs(libtorch);
        double largest = Arrays.stream(libtorch).map(Math::abs).max().orElse(0);
        for (int i = 0; i < here.length; i++) {
            assertThat(here[i])
                    .as("%s, value %d", name, i)
                    .isCloseTo(libtorch[i], within(within * Math.max(1, largest)));
        }
    }
}
