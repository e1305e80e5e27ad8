package grulab.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grulab.interop.file.LabWeights;
import grulab.model.Activation;
import grulab.model.Activation.Function;
import grulab.model.CellOptions;
import grulab.model.CellOptions.AfterEnd;
import grulab.model.CellOptions.Coupling;
import grulab.model.CellOptions.Lengths;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a case says its cell does otherwise")
class OptionFieldsTest {
    @Test
    void allOfItIsRead() throws Exception {
        CellOptions options = lstm("""
                "activations": { "o": "sigmoid", "g": { "function": "Elu" },
                                 "h": { "function": "ScaledTanh", "alpha": 1.7, "beta": 0.6 } },
                "forgetBias": 1, "cellClip": 3, "clip": 2.5, "coupled": "i=1-f", "lengths": [1, 0], "after": "held"
                """);
        assertThat(options)
                .isEqualTo(new CellOptions(
                        Map.of(
                                "g", new Activation(Function.ELU, 1, 0),
                                "h", new Activation(Function.SCALED_TANH, 1.7, 0.6)),
                        1,
                        3.0,
                        2.5,
                        Coupling.INPUT_FROM_FORGET,
                        new Lengths(List.of(1, 0), AfterEnd.HELD)));
        assertThat(lstm("\"name\": \"as it is written\"").isPlain()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "activations": { "r": "relu" }                    | $.activations.r is unknown; the activations of an lstm are i f g o h
        "activations": { "i": "hard" }                    | $.activations.i is "hard"; it must be sigmoid, tanh, relu, hard-sigmoid-0.2, hard-sigmoid-1/6, or { "function", "alpha", "beta" }
        "activations": { "i": 1 }                         | $.activations.i must be a text in quotes
        "activations": "relu"                             | $.activations must be an object with activations by gate
        "activations": { "i": { "alpha": 1 } }            | $.activations.i.function is missing: it must be one of Sigmoid Tanh Relu HardSigmoid LeakyRelu ThresholdedRelu ScaledTanh Affine Softsign Softplus Elu
        "activations": { "i": { "function": "Gelu" } }    | $.activations.i.function is "Gelu"; it must be one of Sigmoid Tanh Relu HardSigmoid LeakyRelu ThresholdedRelu ScaledTanh Affine Softsign Softplus Elu
        "activations": { "i": { "function": "Affine", "alpha": 2 } } | $.activations.i.beta is missing: Affine has no value that is used everywhere
        "activations": { "i": { "function": "Relu", "alpha": 2 } } | $.activations.i.alpha is unknown; Relu has no constants
        "activations": { "i": { "function": "Elu", "beta": 2 } } | $.activations.i.beta is unknown; Elu has only alpha
        "activations": { "i": { "fn": "Elu" } }           | $.activations.i.fn is unknown; an activation has function, alpha and beta
        "activations": { "f": "relu" }, "coupled": "f=1-i" | $.activations.f means nothing where f=1-i
        "forgetBias": 1, "coupled": "f=1-i"               | $.forgetBias means nothing where f=1-i
        "forgetBias": NaN                                 | $.forgetBias is NaN; it must be a number
        "cellClip": 0                                     | $.cellClip must be above 0; leave it away where nothing is cut
        "clip": -1                                        | $.clip must be above 0; leave it away where nothing is cut
        "coupled": "i=f"                                  | $.coupled is "i=f"; it must be "i=1-f" or "f=1-i"
        "lengths": [1, 1]                                 | $.after is missing: it must be "zero" or "held", what states are after a row's end
        "lengths": [1, 1], "after": "last"                | $.after is "last"; it must be "zero" or "held"
        "lengths": [1], "after": "zero"                   | $.lengths has shape [1]; it must be [B] = [2] (B from $.x)
        "lengths": [1, 2], "after": "zero"                | $.lengths[1] must be a whole number from 0 to T = 1
        "lengths": [0.5, 1], "after": "zero"              | $.lengths[0] must be a whole number from 0 to T = 1
        "lengths": [0, 0], "after": "zero"                | $.lengths are all 0, so that no target counts; leave $.targets away
        "after": "zero"                                   | $.after means nothing without $.lengths, the number of steps of each row, [B]
        """)
    void whatAnLstmCannotDoIsRefused(String fields, String sentence) {
        assertThatThrownBy(() -> lstm(fields)).isInstanceOf(BadCase.class).hasMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "cellClip": 3                   | $.cellClip is unknown; only an lstm has it, and this is an rnn
        "forgetBias": 1                 | $.forgetBias is unknown; only an lstm has it, and this is an rnn
        "coupled": "i=1-f"              | $.coupled is unknown; only an lstm has it, and this is an rnn
        "activations": { "n": "relu" }  | $.activations.n is unknown; the activations of an rnn are h
        """)
    void norWhatAnRnnCannot(String fields, String sentence) {
        assertThatThrownBy(() -> read(CaseJson.RNN, fields))
                .isInstanceOf(BadCase.class)
                .hasMessage(sentence);
    }

    @Test
    void theLabsWeightsKeepItWithoutTheRowsOfAnInput(@TempDir Path folder) throws Exception {
        CaseFile file = CaseFile.read(stream(CaseJson.LSTM, """
                "activations": { "o": { "function": "HardSigmoid", "alpha": 0.3 }, "g": "relu" }, "forgetBias": 1,
                "cellClip": 3, "clip": 2, "coupled": "i=1-f", "lengths": [1, 1], "after": "zero"
                """), "case");
        CellOptions options = file.problem().options().withLengths(null);
        Path written = folder.resolve("cell.json");
        LabWeights.write(written, file.problem().weights(), file.problem().convention(), options);
        assertThat(LabWeights.read(written).options()).isEqualTo(options);
    }

    private static CellOptions lstm(String fields) throws Exception {
        return read(CaseJson.LSTM, fields);
    }

    private static CellOptions read(String json, String fields) throws Exception {
        return CaseFile.read(stream(json, fields), "case").problem().options();
    }

    private static ByteArrayInputStream stream(String json, String fields) {
        String more = json.replaceFirst("\"cell\"", fields.replace("\\", "\\\\") + ", \"cell\"");
        return new ByteArrayInputStream(more.getBytes(StandardCharsets.UTF_8));
    }
}
