package grulab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grulab.model.Activation.Function;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ActivationTest {
    /** f(−1.5), f(0.4) and f(3), worked out with Python from the equations of ONNX's operators. */
    @ParameterizedTest
    @CsvSource({
        "Sigmoid, 0, 0, 0.182425523806, 0.598687660112, 0.952574126822",
        "Tanh, 0, 0, -0.905148253645, 0.379948962255, 0.995054753687",
        "Relu, 0, 0, 0, 0.4, 3",
        "HardSigmoid, 0.2, 0.5, 0.2, 0.58, 1",
        "HardSigmoid, 0.4, 0.5, 0, 0.66, 1",
        "LeakyRelu, 0.1, 0, -0.15, 0.4, 3",
        "ThresholdedRelu, 0.5, 0, 0, 0, 3",
        "ScaledTanh, 1.7, 0.6, -1.217706379338, 0.400342774215, 1.609570221839",
        "Affine, 0.5, -0.25, -1, -0.05, 1.25",
        "Softsign, 0, 0, -0.6, 0.285714285714, 0.75",
        "Softplus, 0, 0, 0.201413277983, 0.913015252400, 3.048587351574",
        "Elu, 0.8, 0, -0.621495871881, 0.4, 3"
    })
    void everyFunctionIsThatOfItsOperator(String name, double alpha, double beta, double low, double mid, double high) {
        Activation f = new Activation(Function.byName(name).orElseThrow(), alpha, beta);
        assertThat(f.value(-1.5)).isCloseTo(low, within(1e-11));
        assertThat(f.value(0.4)).isCloseTo(mid, within(1e-11));
        assertThat(f.value(3)).isCloseTo(high, within(1e-11));
    }

    @ParameterizedTest
    @EnumSource(Function.class)
    void theSlopeIsThatOfTheFunction(Function function) {
        Activation f = new Activation(function, 0.7, 0.3);
        double step = 1e-6;
        for (double a : new double[] {-3, -1.1, -0.2, 0.15, 0.9, 2.5}) {
            double slope = (f.value(a + step) - f.value(a - step)) / (2 * step);
            assertThat(f.derivative(a, f.value(a))).as("at %s", a).isCloseTo(slope, within(1e-8));
        }
    }

    @Test
    void aFunctionWithoutConstantsHasNone() {
        assertThat(new Activation(Function.RELU, 3, 4)).isEqualTo(Activation.RELU);
    }

    @Test
    void hardSigmoidsHaveTheirNamesAlsoWithConstantsOfFloat32() {
        assertThat(new Activation(Function.HARD_SIGMOID, 0.2f, 0.5).id()).isEqualTo("hard-sigmoid-0.2");
        assertThat(new Activation(Function.HARD_SIGMOID, 1 / 6f, 0.5).id()).isEqualTo("hard-sigmoid-1/6");
        assertThat(Activation.named("hard-sigmoid-1/6")).hasValue(Activation.HARD_SIGMOID_SIXTH);
        assertThat(new Activation(Function.HARD_SIGMOID, 0.3, 0.5).id()).isEqualTo("HardSigmoid(0.3, 0.5)");
    }

    @Test
    void aCellThatHasItsUsualActivationsIsPlain() {
        CellOptions usual =
                CellOptions.PLAIN.withActivations(CellType.GRU, Map.of("r", Activation.SIGMOID, "n", Activation.TANH));
        assertThat(usual.isPlain()).isTrue();
        CellOptions other = CellOptions.PLAIN.withActivations(CellType.GRU, Map.of("n", Activation.RELU));
        assertThat(other.isPlain()).isFalse();
        assertThat(other.activation(CellType.GRU, "n")).isEqualTo(Activation.RELU);
        assertThat(other.activation(CellType.GRU, "z")).isEqualTo(Activation.SIGMOID);
        assertThat(CellType.LSTM.activated()).isEqualTo(List.of("i", "f", "g", "o", "h"));
    }
}
