package grulab.interop.layout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import grulab.engine.reference.Reference;
import grulab.model.Array;
import grulab.model.Case;
import grulab.model.CellType;
import grulab.model.FrameworkRow;
import grulab.model.Weights;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Layouts of the real frameworks")
class RealLayoutTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            flax_linen_grucell_4_6,             GRU,  flax-linen
            flax_linen_lstmcell_4_6,            LSTM, flax-linen
            flax_linen_optimizedlstmcell_4_6,   LSTM, flax-linen
            flax_linen_simplecell_4_6,          RNN,  flax-linen
            flax_nnx_grucell_4_6,               GRU,  flax-nnx
            flax_nnx_lstmcell_4_6,              LSTM, flax-nnx
            flax_nnx_optimizedlstmcell_4_6,     LSTM, flax-nnx-optimized
            flax_nnx_simplecell_4_6,            RNN,  flax-nnx
            keras_gru_reset_after_4_6,          GRU,  keras
            keras_gru_reset_before_4_6,         GRU,  keras-before
            keras_lstm_4_6,                     LSTM, keras
            keras_simple_rnn_4_6,               RNN,  keras
            onnxref_gru_lbr0_4_6,               GRU,  onnx
            onnxref_gru_lbr0_layout1_4_6,       GRU,  onnx
            onnxref_gru_lbr1_4_6,               GRU,  onnx-after
            onnxref_gru_lbr1_layout1_4_6,       GRU,  onnx-after
            onnxref_lstm_4_6,                   LSTM, onnx
            onnxref_lstm_layout1_4_6,           LSTM, onnx
            onnxref_rnn_4_6,                    RNN,  onnx
            onnxref_rnn_layout1_4_6,            RNN,  onnx
            ort_gru_lbr0_4_6,                   GRU,  onnx
            ort_gru_lbr1_4_6,                   GRU,  onnx-after
            ort_lstm_4_6,                       LSTM, onnx
            ort_rnn_4_6,                        RNN,  onnx
            rllib_grugate_6_6,                  GRU,  rllib
            tf_blocklstm_4_6,                   LSTM, tensorflow
            tf_lstmblockcell_4_6,               LSTM, tensorflow
            tf_blocklstmv2_4_6,                 LSTM, tensorflow-v2
            tf_grublockcell_4_6,                GRU,  tensorflow
            torch_gru_4_6,                      GRU,  pytorch
            torch_grucell_4_6,                  GRU,  pytorch
            torch_lstm_4_6,                     LSTM, pytorch
            torch_lstmcell_4_6,                 LSTM, pytorch
            torch_rnn_4_6,                      RNN,  pytorch
            torch_rnncell_4_6,                  RNN,  pytorch
            """)
    void whatAFrameworkStoresIsUnpackedToTheWeightsThatItRanAndPackedToTheSameBits(
            String name, CellType cell, String row) throws Exception {
        PackedFile file = new PackedFile(name, cell, row);
        Weights unpacked = Layouts.unpack(file.row, file.arrays, name);
        assertSameNumbers(unpacked, file.sameAs.weights());
        assertThat(file.sameAs.convention()).isEqualTo(file.row.convention());
        assertSameBits(Layouts.pack(file.row, unpacked), file.arrays);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            from_gru_pytorch_3_4, pytorch,                    pytorch,       h
            from_gru_pytorch_3_4, keras_reset_after,          keras,         h
            from_gru_pytorch_3_4, paddle_grucell,             paddle,        h
            from_gru_pytorch_3_4, onnx_linear_before_reset_1, onnx-after,    h
            from_gru_pytorch_3_4, nd4j_gru_with_b_hn_zero,    nd4j-gru,      h_nd4j
            from_gru_before_3_4,  keras_reset_before,         keras-before,  h
            from_gru_before_3_4,  onnx_linear_before_reset_0, onnx,          h
            from_gru_before_3_4,  nd4j_gruCell,               nd4j-gru-cell, h
            from_gru_before_3_4,  nd4j_gru,                   nd4j-gru,      h_nd4j
            """)
    void arraysThatGaveNumbersGiveThemAgainUnderTheConventionOfTheirRow(
            String source, String layout, String row, String output) throws Exception {
        JsonNode root;
        try (InputStream in = RealLayoutTest.class.getResourceAsStream("/golden/keras_layout.json")) {
            root = new ObjectMapper().readTree(in).get(source);
        }
        Map<String, Array> arrays = new LinkedHashMap<>();
        root.get(layout).fields().forEachRemaining(e -> {
            if (e.getValue().isArray() && !e.getKey().equals("h_nd4j")) {
                arrays.put(e.getKey(), PackedFile.array(e.getValue()));
            }
        });
        FrameworkRow found = FrameworkRow.byId(CellType.GRU, row).orElseThrow();
        Weights weights = Layouts.unpack(found, arrays, layout);
        Case problem = new Case(
                layout,
                found.convention(),
                weights,
                6,
                2,
                PackedFile.array(root.get("x")).values(),
                PackedFile.array(root.get("h0")).values(),
                new double[0],
                null,
                null);
        JsonNode expected =
                output.equals("h") ? root.get("h") : root.get(layout).get(output);
        assertThat(Reference.run(problem, false).forward().get("h").values())
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(PackedFile.array(expected).values());
        assertSameBits(Layouts.pack(found, weights), arrays);
    }

    /** A bias that is not there is zero. */
    private static void assertSameNumbers(Weights got, Weights expected) {
        for (String gate : expected.cell().gates()) {
            assertThat(got.get("W_i" + gate)).as("W_i" + gate).isEqualTo(expected.get("W_i" + gate));
            assertThat(got.get("W_h" + gate)).as("W_h" + gate).isEqualTo(expected.get("W_h" + gate));
            for (int unit = 0; unit < expected.hidden(); unit++) {
                for (String name : new String[] {"b_i" + gate, "b_h" + gate}) {
                    assertThat(got.bias(name, unit) + 0.0).as(name).isEqualTo(expected.bias(name, unit) + 0.0);
                }
            }
        }
    }

    static void assertSameBits(Map<String, Array> got, Map<String, Array> expected) {
        assertThat(got.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
        expected.forEach((name, array) -> {
            assertThat(got.get(name).shape()).as(name).isEqualTo(array.shape());
            assertThat(got.get(name).values()).as(name).isEqualTo(array.values());
        });
    }
}
