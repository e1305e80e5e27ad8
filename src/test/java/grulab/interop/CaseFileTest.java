package grulab.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grulab.model.Case;
import grulab.model.Convention;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseFileTest {
    @Test
    void readsEveryFieldOfACase() throws Exception {
        CaseFile file = read(CaseJson.VALID);
        Case problem = file.problem();
        assertThat(problem.name()).isEqualTo("small");
        assertThat(problem.convention()).isEqualTo(Convention.PYTORCH);
        assertThat(problem.steps()).isEqualTo(2);
        assertThat(problem.batch()).isEqualTo(1);
        assertThat(problem.weights().inputs()).isEqualTo(2);
        assertThat(problem.weights().outputs()).isEqualTo(2);
        assertThat(problem.weights().get("W_in")).containsExactly(0.1, 2, 0.3, 0.4);
        assertThat(problem.weights().get("b_hn")).containsExactly(-0.3, 0.4);
        assertThat(problem.weights().get("W_hq")).containsExactly(1, -1, 0.5, 0.25);
        assertThat(problem.x()).containsExactly(1, 0, 0, 1);
        assertThat(problem.h0()).containsExactly(0.5, -0.5);
        assertThat(problem.targets()).containsExactly(0, 1);
        assertThat(problem.training()).isEqualTo(new Case.Training(2, 0.5, 1));
        assertThat(file.expected().tolerance()).isEqualTo(10);
        assertThat(file.expected().rtol()).isEqualTo(0.001);
        assertThat(file.expected().values())
                .containsOnlyKeys(
                        "h_last", "loss", "gradients.W_ir", "gradients.h0", "training.loss", "training.weights.b_q");
        assertThat(file.expected().values().get("loss").values()).containsExactly(0.7);
    }

    @Test
    void aMissingBiasIsNoParameterAndAMissingStartIsZero() throws Exception {
        Case problem = read(CaseJson.with("\"h0\": [[0.5, -0.5]],", "")).problem();
        assertThat(problem.h0()).containsExactly(0, 0);
        assertThat(problem.weights().has("b_iz")).isFalse();
        assertThat(problem.weights().has("b_ir")).isTrue();
    }

    @Test
    void theCellMayStandBehindTheWeights() throws Exception {
        String moved = CaseJson.with("\"cell\": \"gru\", ", "").replace("\"rtol\"", "\"cell\": \"gru\", \"rtol\"");
        assertThat(read(moved).problem().convention()).isEqualTo(Convention.PYTORCH);
    }

    @Test
    void aCaseWithoutANameIsCalledAfterItsFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("homework.json"), CaseJson.with("\"name\": \"small\",", ""));
        assertThat(CaseFile.read(file).problem().name()).isEqualTo("homework");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "x":                            | "y":                            | $.y is unknown; the fields of a case are name, meta, cell, reset, update, weights, x, h0, c0, head, targets, train, activations, forgetBias, cellClip, clip, coupled, lengths, after, expected, tolerance, rtol
        "W_ir": [[0.5                   | "W_ri": [[0.5                   | $.weights.W_ri is unknown; the weights of a gru are W_ir W_iz W_in W_hr W_hz W_hn b_ir b_iz b_in b_hr b_hz b_hn
        "b_ir": [0.1, 0.2],             | "b_ii": [0.1, 0.2],             | $.weights.b_ii is unknown; the weights of a gru are W_ir W_iz W_in W_hr W_hz W_hn b_ir b_iz b_in b_hr b_hz b_hn
        "b_ir": [0.1, 0.2],             | "W_hq": [[1]],                  | $.weights.W_hq is unknown; the weights of a gru are W_ir W_iz W_in W_hr W_hz W_hn b_ir b_iz b_in b_hr b_hz b_hn
        "h0": [[0.5, -0.5]],            | "h0": [[0.5, -0.5]], "c0": [[0, 0]], | $.c0 is unknown; a gru has only h0
        "b_q": [0, 0.1]                 | "bias": [0, 0.1]                | $.head.bias is unknown; a head has W_hq and b_q
        "clip": 1.0                     | "theta": 1.0                    | $.train.theta is unknown; train has steps, lr and clip
        "h_last"                        | "last"                          | $.expected.last is unknown; an answer of a gru has no such field
        "h_last": [[0.1, 0.2]]          | "c_last": [[0.1, 0.2]]          | $.expected.c_last is unknown; an answer of a gru has no such field
        "loss": 0.7, "gradients": {     | "loss": 0.7, "gradients": { "g": [[[0, 0]], [[0, 0]]], | $.expected.gradients.g is unknown; an answer of a gru has no such field
        "cell": "gru",                  | ``                              | $.cell is missing: it must be "gru" or "lstm" or "rnn"
        "cell": "gru"                   | "cell": "lstm"                  | $.weights.W_ir is unknown; the weights of an lstm are W_ii W_if W_ig W_io W_hi W_hf W_hg W_ho b_ii b_if b_ig b_io b_hi b_hf b_hg b_ho
        "cell": "gru"                   | "cell": "rnn"                   | $.weights.W_ir is unknown; the weights of an rnn are W_ih W_hh b_ih b_hh
        "cell": "gru"                   | "cell": "GRU"                   | $.cell is "GRU"; it must be "gru" or "lstm" or "rnn"
        "cell": "gru"                   | "cell": 3                       | $.cell must be a text in quotes
        "reset": "after",               | ``                              | $.reset is missing: it must be "before" or "after"
        "reset": "after"                | "reset": "behind"               | $.reset is "behind"; it must be "before" or "after"
        "update": "keep"                | "update": "z"                   | $.update is "z"; it must be "keep" or "admit"
        "W_hn": [[1, 0], [0, 1]],       | ``                              | $.weights.W_hn is missing: it must be numbers of shape [H][H]
        "x": [[[1, 0]], [[0, 1]]],      | ``                              | $.x is missing: it must be the inputs, [T][B][I]
        [[1, 0]], [[0, 1]]],            | [[1, 0]], [[0, 1, 2]]],         | $.x[1][0] has 3 entries where the lists before it have 2; the shape must be [T][B][I]
        [[1, 0]], [[0, 1]]],            | [[1, 0]], [0, 1]],              | $.x[1][0] must be a list, not a number: the shape must be [T][B][I]
        [[1, 0]], [[0, 1]]],            | [[1, 0]], [[0, [1]]]],          | $.x[1][0][1] must be a number, not a list: the shape must be [T][B][I]
        [[1, 0]], [[0, 1]]],            | [[1, 0]], [[0, "1"]]],          | $.x[1][0][1] must be a number, not a text
        [[1, 0]], [[0, 1]]],            | [[1, 0]], [[0, null]]],         | $.x[1][0][1] must be a number, not null
        [[1, 0]], [[0, 1]]],            | [[1, 0]], [[0, NaN]]],          | $.x[1][0][1] is NaN; it must be a number
        [[1, 0]], [[0, 1]]],            | [[1, 0]], [[0, -Infinity]]],    | $.x[1][0][1] is too large: at most ±3.4e38 fits float32
        [[1, 0]], [[0, 1]]],            | [[1, 0]], [[0, 1e39]]],         | $.x[1][0][1] is too large: at most ±3.4e38 fits float32
        "x": [[[1, 0]], [[0, 1]]],      | "x": {"a": 1},                  | $.x must be a list, not an object: the shape must be [T][B][I]
        "x": [[[1, 0]], [[0, 1]]],      | "x": [[]],                      | $.x[0] is empty; the shape must be [T][B][I]
        "x": [[[1, 0]], [[0, 1]]],      | "x": [[[1]], [[0]]],            | $.weights.W_ir has shape [2][2]; it must be [H][I] = [2][1] (H from $.weights.W_hr, I from $.x)
        "W_iz": [[0.5, 0.75], [-1, 0]]  | "W_iz": [[0.5, 0.75]]           | $.weights.W_iz has shape [1][2]; it must be [H][I] = [2][2] (H from $.weights.W_hr, I from $.x)
        "b_ir": [0.1, 0.2]              | "b_ir": [0.1]                   | $.weights.b_ir has shape [1]; it must be [H] = [2] (H from $.weights.W_hr)
        "h0": [[0.5, -0.5]]             | "h0": [[0.5, -0.5], [0, 0]]     | $.h0 has shape [2][2]; it must be [B][H] = [1][2] (B from $.x, H from $.weights.W_hr)
        "b_q": [0, 0.1]                 | "b_q": [0, 0.1, 2]              | $.head.b_q has shape [3]; it must be [O] = [2] (O from $.head.W_hq)
        "head": { "W_hq": [[1, -1], [0.5, 0.25]], "b_q": [0, 0.1] }, | `` | $.head is missing: targets need the W_hq [H][O] that makes logits of the state
        "targets": [[0], [1]],          | ``                              | $.targets is missing: training needs the class numbers, [T][B]
        "targets": [[0], [1]]           | "targets": [[0], [2]]           | $.targets[1][0] must be a class number from 0 to 1
        "targets": [[0], [1]]           | "targets": [[0], [0.5]]         | $.targets[1][0] must be a class number from 0 to 1
        "targets": [[0], [1]]           | "targets": [[-1], [0]]          | $.targets[0][0] must be a class number from 0 to 1
        "targets": [[0], [1]]           | "targets": [[0]]                | $.targets has shape [1][1]; it must be [T][B] = [2][1] (T from $.x, B from $.x)
        "steps": 2                      | "steps": 1.5                    | $.train.steps must be a whole number from 1 to 1000
        "steps": 2                      | "steps": 1000000                | $.train.steps must be a whole number from 1 to 1000
        "lr": 0.5                       | "lr": -0.5                      | $.train.lr must be above 0 and at most 1.0e+06
        , "clip": 1.0                   | ``                              | $.train.clip is missing; train has steps, lr and clip
        "h_last": [[0.1, 0.2]]          | "h_last": [[0.1]]               | $.expected.h_last has shape [1][1]; it must be [B][H] = [1][2] (B from $.x, H from $.weights.W_hr)
        "gradients": { "W_ir"           | "gradients": { "W_iz": [[0, 0], [0, 0]], "b_in": [0, 0], "W_ir" | $.expected.gradients.b_in cannot be compared: the case has no b_in
        "loss": [0.7, 0.6]              | "loss": [0.7]                   | $.expected.training.loss has shape [1]; it must be [S] = [2] (S from $.train.steps)
        "tolerance": 10,                | ``                              | $.tolerance is missing: it must say how far from $.expected a number may be, such as 1e-6
        "tolerance": 10                 | "tolerance": -1                 | $.tolerance must be 0 or more
        "name": "small"                 | "name": "two\\nlines"           | $.name must be one line of at most 120 characters
        """)
    void refusesWithThePathAndWhatWouldBeRight(String piece, String other, String sentence) {
        assertThatThrownBy(() -> read(CaseJson.with(piece, other)))
                .isInstanceOf(BadCase.class)
                .hasMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        ``            | the file is empty; a case is a JSON object
        []            | $ must be an object with the fields of a case
        7             | $ must be an object with the fields of a case
        {"x": [1, ]}  | $.x[0] must be a list, not a number: the shape must be [T][B][I]
        {"name": "a"} {} | something follows the end of the case (line 1); the file must hold one JSON object
        {"name": "a", "name": "b"} | not valid JSON: Duplicate field 'name' (line 1, column 21)
        {"meta": {"a": 1, "a": 2}} | not valid JSON: Duplicate field 'a' (line 1, column 22)
        """)
    void refusesWhatIsNoSingleObject(String text, String sentence) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(BadCase.class).hasMessage(sentence);
    }

    @Test
    void aFileThatCannotBeReadIsNamed(@TempDir Path folder) throws IOException {
        Path missing = folder.resolve("none.json");
        assertThatThrownBy(() -> CaseFile.read(missing)).hasMessage(missing + ": there is no such file");
        assertThatThrownBy(() -> CaseFile.read(folder))
                .hasMessage(folder + ": this is a folder; a case file (JSON) is needed");
        Path broken = Files.writeString(folder.resolve("broken.json"), CaseJson.with("\"x\":", "\"y\":"));
        assertThatThrownBy(() -> CaseFile.read(broken)).hasMessageStartingWith(broken + ": $.y is unknown");
        Path latin = Files.write(folder.resolve("latin.json"), new byte[] {'{', '"', (byte) 0xE4, '"', ':', '1', '}'});
        assertThatThrownBy(() -> CaseFile.read(latin))
                .isInstanceOf(BadCase.class)
                .hasMessageStartingWith(latin + ": not valid JSON: ")
                .hasMessageNotContaining("\n");
    }

    private static CaseFile read(String json) throws BadCase, IOException {
        return CaseFile.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "case");
    }
}
