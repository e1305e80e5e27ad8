package grulab.interop.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grulab.interop.file.BadModel;
import grulab.model.Array;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.FrameworkRow;
import grulab.model.SeededRandom;
import grulab.model.Weights;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Conversion between frameworks")
class ConversionTest {
    private final FrameworkRow torch = row(CellType.GRU, "pytorch");
    private final FrameworkRow kerasBefore = row(CellType.GRU, "keras-before");

    @Test
    void resetAfterBecomesBeforeOnlyWithADiagonalRecurrentMatrixAndNoBiasInside() throws BadModel {
        Weights w = diagonal(Map.of());
        Conversion made = Conversion.make(w, Convention.PYTORCH, kerasBefore);
        assertThat(made.steps()).containsExactly(ConversionStep.RESET_MAKES_NO_DIFFERENCE);
        Weights arrived = Layouts.unpack(kerasBefore, Layouts.pack(kerasBefore, made.weights()), "keras");
        assertThat(RandomCell.h(arrived, kerasBefore.convention(), 7))
                .usingComparatorWithPrecision(1e-15)
                .containsExactly(RandomCell.h(w, Convention.PYTORCH, 7));

        assertThatThrownBy(() -> Conversion.of(
                        diagonal(Map.of("W_hn", new double[] {0.5, 0, 0.125, 0.5})), Convention.PYTORCH, kerasBefore))
                .isInstanceOf(BadModel.class)
                .hasMessageContaining("W_hn[1][0] is 0.125")
                .hasMessageContaining("choose a framework with reset after, or train again");
        assertThatThrownBy(() -> Conversion.of(
                        diagonal(Map.of("b_hn", new double[] {0, -0.25})), Convention.PYTORCH, kerasBefore))
                .isInstanceOf(BadModel.class)
                .hasMessageContaining("b_hn[1] is -0.25");
    }

    @Test
    void twoBiasesOfAGateAreAddedAndASumWithZeroKeepsItsBits() throws BadModel {
        FrameworkRow keras = row(CellType.LSTM, "keras");
        FrameworkRow lstm = row(CellType.LSTM, "pytorch");
        Map<String, Array> arrays = RandomCell.arrays(lstm, 3, 2, new SeededRandom(1));
        double[] second = arrays.get("bias_hh_l0").values();
        Arrays.fill(second, 0);
        second[0] = 0.25;
        double[] first = arrays.get("bias_ih_l0").values();
        first[7] = -0.0;
        Map<String, Array> packed = Layouts.pack(keras, Layouts.unpack(lstm, arrays, "lstm"));
        double[] sums = first.clone();
        sums[0] += 0.25;
        assertThat(packed.get("bias").values()).isEqualTo(sums);
    }

    @Test
    void weightsWithoutBiasesHaveNoBiasArraysWhereTheFrameworkCanDoWithout() throws BadModel {
        Map<String, Array> arrays = RandomCell.arrays(torch, 3, 2, new SeededRandom(1));
        arrays.remove("bias_ih_l0");
        arrays.remove("bias_hh_l0");
        Weights w = Layouts.unpack(torch, arrays, "torch");
        assertThat(w.arrays().keySet()).noneMatch(name -> name.startsWith("b_"));
        assertThat(Layouts.pack(row(CellType.GRU, "keras"), w).keySet()).containsExactly("kernel", "recurrent_kernel");
        RealLayoutTest.assertSameBits(Layouts.pack(torch, w), arrays);
        assertThat(Layouts.pack(row(CellType.GRU, "flax-linen"), w)
                        .get("hn/bias")
                        .values())
                .containsOnly(0);
    }

    @Test
    void theConstantThatBlockLstmAddsIsNotStored() throws BadModel {
        FrameworkRow lstm = row(CellType.LSTM, "pytorch");
        FrameworkRow block = row(CellType.LSTM, "tensorflow").withForgetBias(0.5);
        Weights w = Layouts.unpack(lstm, RandomCell.arrays(lstm, 3, 2, new SeededRandom(3)), "lstm");
        Conversion made = Conversion.make(w, Convention.PYTORCH, block);
        assertThat(made.steps())
                .containsExactlyInAnyOrder(ConversionStep.BIASES_ADDED, ConversionStep.FORGET_BIAS_TAKEN_AWAY);
        double[] stored = Layouts.pack(block, made.weights()).get("b").values();
        assertThat(stored[4]).isEqualTo(w.get("b_if")[0] + w.get("b_hf")[0] - 0.5);
    }

    @Test
    void aLayoutOfAnotherCellOrOfEqualSizesIsRefused() throws BadModel {
        Weights w = Layouts.unpack(torch, RandomCell.arrays(torch, 3, 2, new SeededRandom(5)), "torch");
        assertThatThrownBy(() -> Conversion.of(w, Convention.PYTORCH, row(CellType.LSTM, "keras")))
                .hasMessage("Keras LSTM stores an LSTM, but the weights are of a GRU; choose a layout for that");
        FrameworkRow cho = row(CellType.GRU, "cho-v3");
        Weights plain = Layouts.unpack(cho, RandomCell.arrays(cho, 3, 2, new SeededRandom(5)), "cho");
        assertThatThrownBy(() -> Conversion.of(plain, cho.convention(), row(CellType.GRU, "rllib")))
                .hasMessage("RLlib GRUGate has input and state of the same size, but the weights have I = 3 and H = 2;"
                        + " choose another framework");
    }

    @Test
    void arraysThatDoNotFitAreRefusedWithTheShapeThatWouldBeRight() throws BadModel {
        Map<String, Array> arrays = RandomCell.arrays(torch, 3, 2, new SeededRandom(5));
        assertThatThrownBy(() -> Layouts.unpack(torch, without(arrays, "weight_hh_l0"), "a.npz"))
                .hasMessage("a.npz: there is no array weight_hh_l0; PyTorch nn.GRU needs it, with shape [3H, H]");
        assertThatThrownBy(() -> Layouts.unpack(torch, with(arrays, "weight_hh_l0", 7, 2), "a.npz"))
                .hasMessage("a.npz: weight_hh_l0 has shape [7, 2]; for PyTorch nn.GRU it must be [3H, H]");
        assertThatThrownBy(() -> Layouts.unpack(torch, with(arrays, "weight_ih_l0", 3, 6), "a.npz"))
                .hasMessage("a.npz: weight_ih_l0 has shape [3, 6], but with 6 inputs and 2 units it must be [6, 6],"
                        + " which is [3H, I]");
        assertThatThrownBy(() -> Layouts.unpack(torch, with(arrays, "weight_hh_l0", 6, 0), "a.npz"))
                .hasMessageContaining("it must be [6, 2], which is [3H, H]");
        assertThatThrownBy(() -> Layouts.unpack(torch, with(arrays, "bias_hh_l0", 1, 6), "a.npz"))
                .hasMessageContaining("it must be [6], which is [3H]");
        FrameworkRow joined = row(CellType.GRU, "tensorflow");
        Map<String, Array> small = RandomCell.arrays(joined, 3, 2, new SeededRandom(5));
        assertThatThrownBy(() -> Layouts.unpack(joined, with(small, "w_ru", 2, 4), "a.npz"))
                .hasMessage("a.npz: w_ru has shape [2, 4]; for TensorFlow GRUBlockCell it must be [I+H, 2H]");
    }

    private static Map<String, Array> without(Map<String, Array> arrays, String name) {
        Map<String, Array> fewer = new LinkedHashMap<>(arrays);
        fewer.remove(name);
        return fewer;
    }

    private static Map<String, Array> with(Map<String, Array> arrays, String name, int rows, int columns) {
        Map<String, Array> other = new LinkedHashMap<>(arrays);
        other.put(name, Array.of(new double[rows * columns], rows, columns));
        return other;
    }

    /** A GRU of 3 inputs and 2 units, U_n diagonal and c_n = 0. */
    private Weights diagonal(Map<String, double[]> changed) throws BadModel {
        Weights random = Layouts.unpack(torch, RandomCell.arrays(torch, 3, 2, new SeededRandom(11)), "torch");
        Map<String, double[]> arrays = new LinkedHashMap<>(random.arrays());
        arrays.put("W_hn", new double[] {0.75, 0, 0, -1.5});
        arrays.put("b_hn", new double[2]);
        for (String gate : new String[] {"r", "z"}) {
            arrays.put("b_h" + gate, new double[2]);
        }
        arrays.putAll(changed);
        return new Weights(CellType.GRU, 3, 2, 0, arrays);
    }

    private static FrameworkRow row(CellType cell, String id) {
        return FrameworkRow.byId(cell, id).orElseThrow();
    }
}
