package grulab.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grulab.model.Case;
import grulab.model.CellType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Case files of LSTM and RNN")
class OtherCellsTest {
    @Test
    void anLstmHasFourGatesAndTwoStates() throws Exception {
        CaseFile file = read(CaseJson.LSTM);
        Case problem = file.problem();
        assertThat(problem.weights().cell()).isEqualTo(CellType.LSTM);
        assertThat(problem.weights().hidden()).isEqualTo(1);
        assertThat(problem.weights().get("W_ig")).containsExactly(5, 6);
        assertThat(problem.weights().get("W_ho")).containsExactly(0.4);
        assertThat(problem.weights().has("b_ii")).isFalse();
        assertThat(problem.weights().bias("b_ho", 0)).isEqualTo(-1);
        assertThat(problem.h0()).containsExactly(0.5, 0.25);
        assertThat(problem.c0()).containsExactly(-3, 4);
        assertThat(file.expected().values())
                .containsOnlyKeys("i", "c", "c_last", "gradients.W_ig", "gradients.c0", "gradients.c", "gradients.h");
    }

    @Test
    void anRnnHasOneSumAndOneState() throws Exception {
        Case problem = read(CaseJson.RNN).problem();
        assertThat(problem.weights().cell()).isEqualTo(CellType.RNN);
        assertThat(problem.weights().arrays()).containsOnlyKeys("W_ih", "W_hh", "b_ih", "b_hh");
        assertThat(problem.c0()).isEmpty();
    }

    @Test
    void aMissingStartIsZero() throws Exception {
        assertThat(read(CaseJson.LSTM.replace(", \"c0\": [[-3], [4]]", ""))
                        .problem()
                        .c0())
                .containsExactly(0, 0);
        assertThat(read(CaseJson.RNN.replace(", \"h0\": [[0.5], [0.25]]", ""))
                        .problem()
                        .h0())
                .containsExactly(0, 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "W_ho": [[0.4]],            | ``                         | $.weights.W_ho is missing: it must be numbers of shape [H][H]
        "W_if": [[3, 4]],           | ``                         | $.weights.W_if is missing: it must be numbers of shape [H][I]
        "W_hf": [[0.2]]             | "W_hf": [[0.2, 0.1]]       | $.weights.W_hf has shape [1][2]; it must be [H][H] = [1][1] (H from $.weights.W_hi)
        "c0": [[-3], [4]]           | "c0": [[-3]]               | $.c0 has shape [1][1]; it must be [B][H] = [2][1] (B from $.x, H from $.weights.W_hi)
        "b_if": [1]                 | "b_in": [1]                | $.weights.b_in is unknown; the weights of an lstm are W_ii W_if W_ig W_io W_hi W_hf W_hg W_ho b_ii b_if b_ig b_io b_hi b_hf b_hg b_ho
        "cell": "lstm",             | "cell": "lstm", "reset": "after", | $.reset is unknown; an lstm is written in one way, only a gru has reset and update
        "cell": "lstm",             | "cell": "lstm", "update": "keep", | $.update is unknown; an lstm is written in one way, only a gru has reset and update
        "cell": "lstm"              | "cell": "rnn"              | $.weights.W_ii is unknown; the weights of an rnn are W_ih W_hh b_ih b_hh
        "i": [[[0], [0]]],          | "n": [[[0], [0]]],         | $.expected.n is unknown; an answer of an lstm has no such field
        "W_ig": [[0, 0]]            | "W_ir": [[0, 0]]           | $.expected.gradients.W_ir is unknown; an answer of an lstm has no such field
        "c_last": [[0], [0]]        | "c_last": [[0]]            | $.expected.c_last has shape [1][1]; it must be [B][H] = [2][1] (B from $.x, H from $.weights.W_hi)
        "targets": [[0, 1]],        | ``                         | $.expected.gradients.W_ig cannot be compared: without targets there is no loss
        """)
    void whatAnLstmHasNotOrNotSoIsRefused(String piece, String other, String sentence) {
        assertRefused(CaseJson.LSTM, piece, other, sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "h0": [[0.5], [0.25]]       | "h0": [[0.5], [0.25]], "c0": [[0], [0]] | $.c0 is unknown; an rnn has only h0
        "W_hh": [[3]],              | ``                         | $.weights.W_hh is missing: it must be numbers of shape [H][H]
        "W_ih": [[1, 2]]            | "W_ih": [[1]]              | $.weights.W_ih has shape [1][1]; it must be [H][I] = [1][2] (H from $.weights.W_hh, I from $.x)
        "h_last": [[0], [0]]        | "c_last": [[0], [0]]       | $.expected.c_last is unknown; an answer of an rnn has no such field
        "cell": "rnn",              | "cell": "rnn", "update": "keep", | $.update is unknown; an rnn is written in one way, only a gru has reset and update
        """)
    void whatAnRnnHasNotOrNotSoIsRefused(String piece, String other, String sentence) {
        assertRefused(CaseJson.RNN, piece, other, sentence);
    }

    private static void assertRefused(String json, String piece, String other, String sentence) {
        assertThat(json).containsOnlyOnce(piece);
        assertThatThrownBy(() -> read(json.replace(piece, other)))
                .isInstanceOf(BadCase.class)
                .hasMessage(sentence);
    }

    private static CaseFile read(String json) throws BadCase, IOException {
        return CaseFile.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "case");
    }
}
