package grulab.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import grulab.model.Array;
import grulab.model.Case;
import grulab.model.Observed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers to be explained: T 2, B 1, H 2, O 2 from a file; T 3, B 2, H 2 pasted. */
class ExpectedNumbersTest {
    private static final String WIDE = """
            { "cell": "rnn", "weights": { "W_ih": [[1], [2]], "W_hh": [[3, 4], [5, 6]] },
              "x": [[[1], [0]], [[1], [0]], [[1], [0]]] }
            """;

    @TempDir
    Path folder;

    private Case given;
    private Case wide;

    @BeforeEach
    void readCases() throws IOException, BadCase {
        given = readCase(CaseJson.VALID);
        wide = readCase(WIDE);
    }

    private static Case readCase(String json) throws IOException, BadCase {
        return CaseFile.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "case")
                .problem();
    }

    private Map<String, Observed> read(String json) throws IOException, BadCase {
        return ExpectedFile.read(Files.writeString(folder.resolve("expected.json"), json), given);
    }

    private static Observed of(Map<String, Observed> expected, String name) {
        return Objects.requireNonNull(expected.get(name));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        [[[0.4321, -0.5]], [[1, 0.25]]]       | 4 | 5e-5
        [[[0.5000, -0.5]], [[1, 0.25]]]       | 4 | 5e-5
        [[[4.321e-1, 1.234e-3]], [[0, 1]]]    | 6 | 5e-5
        [[[0.1234567890123, 0]], [[0, 0]]]    | 13 | 5e-14
        """)
    void theDigitsAreThoseThatAreWritten(String h, int decimals, double rounding) throws IOException, BadCase {
        Observed observed = of(read("{ \"h\": " + h + " }"), "h");
        assertThat(observed.array().shape()).containsExactly(2, 1, 2);
        assertThat(observed.decimals()).isEqualTo(decimals);
        assertThat(observed.rounding(0)).isCloseTo(rounding, within(rounding * 1e-9));
    }

    @Test
    void everyForwardFieldIsReadAndGradientsArePassedOver() throws IOException, BadCase {
        Map<String, Observed> expected = read("""
                { "r": [[[0, 0]], [[0, 0]]], "h_last": [[0.1, 0.2]], "logits": [[[0, 0]], [[0, 0]]], "loss": 0.693,
                  "perplexity": 2.0, "gradients": { "W_ir": [[0, 0], [0, 0]] }, "training": { "loss": [1, 2] } }
                """);
        assertThat(expected).containsOnlyKeys("r", "h_last", "logits", "loss", "perplexity");
        assertThat(of(expected, "loss").rounding(0)).isEqualTo(5e-4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        { "h": [[[1, 2]]] }                          | $.h has shape [1][1][2]; for this case it must be [T][B][H] = [2][1][2]
        { "h": [[1, 2], [3, 4]] }                    | $.h[0][0] must be a list, not a number: the shape must be [T][B][H]
        { "h": [[[1, 2]], [[3]]] }                   | $.h[1][0] has 1 entries where the lists before it have 2; the shape must be [T][B][H]
        { "h": [[[1, NaN]], [[3, 4]]] }              | $.h[0][0][1] is NaN; it must be a number
        { "h": [[[1, null]], [[3, 4]]] }             | $.h[0][0][1] must be a number, not null
        { "i": [[[1, 2]], [[3, 4]]] }                | $.i is unknown; an answer of a gru has no such field
        { "state": 1 }                               | $.state is unknown; an answer of a gru has no such field
        { "c_last": [[1, 2]] }                       | $.c_last is unknown; an answer of a gru has no such field
        { "gradients": { "b_ir": [1, 2] } }          | $ has nothing that a cell computes forward; it must have a field such as h or h_last
        {}                                           | $ has nothing that a cell computes forward; it must have a field such as h or h_last
        [1]                                          | $ must be an object with fields of an answer
        { "loss": 1 } { }                            | something follows the end of the object (line 1); the file must hold one JSON object
        """)
    void whatDoesNotFitIsRefusedWithItsPlace(String json, String sentence) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(BadCase.class)
                .hasMessage(folder.resolve("expected.json") + ": " + sentence);
    }

    @Test
    void withoutHeadAndTargetsThereIsNoLoss() {
        assertThatThrownBy(() -> PastedNumbers.expected("{ \"loss\": 1 }", wide))
                .hasMessage("$.loss cannot be compared: without head and targets there is no loss");
        assertThatThrownBy(() -> PastedNumbers.expected("{ \"logits\": [[[1]]] }", wide))
                .hasMessage("$.logits cannot be compared: the case has no head");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        12    | 1 2 3 4 5 6 7 8 9 10 11 12
        12    | 1, 2; 3, 4, 5 6\t7 8 9 10 11 12
        3 2 2 | [[[1, 2], [3, 4]], [[5, 6], [7, 8]], [[9, 10], [11, 12]]]
        3 2 2 | [[[1. 2.] [3. 4.]]  [[5. 6.] [7. 8.]]  [[9. 10.] [11. 12.]]]
        3 2 2 | tensor([[[1., 2.], [3., 4.]], [[5., 6.], [7., 8.]], [[9., 10.], [11., 12.]]], dtype=torch.float64, grad_fn=<StackBackward0>)
        3 2 2 | array([[[1, 2], [3, 4]], [[5, 6], [7, 8]], [[9, 10], [11, 12]]], dtype=float32)
        3 2 2 | <tf.Tensor: shape=(3, 2, 2), dtype=float32, numpy=array([[[1, 2], [3, 4]], [[5, 6], [7, 8]], [[9, 10], [11, 12]]], dtype=float32)>
        2 3 2 | [[[1, 2], [3, 4], [5, 6]], [[7, 8], [9, 10], [11, 12]]]
        3 2 2 | { "h": [[[1, 2], [3, 4]], [[5, 6], [7, 8]], [[9, 10], [11, 12]]] }
        """)
    void statesMayBePastedAsAnybodyPrintsThemAndKeepTheShapeThatTheyHave(String shape, String text) throws BadCase {
        Observed h = of(PastedNumbers.expected(text, wide), "h");
        assertThat(h.array().shape())
                .containsExactly(Arrays.stream(shape.split(" "))
                        .mapToInt(Integer::parseInt)
                        .toArray());
        assertThat(h.array().values()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(h.decimals()).isZero();
    }

    @Test
    void theLastStatesAreToldByTheirNumber() throws BadCase {
        Observed last = of(PastedNumbers.expected("tensor([[[-0.1250, 1e-3], [\u22120.5, 2]]])", wide), "h_last");
        assertThat(last.array().values()).containsExactly(-0.125, 0.001, -0.5, 2);
        assertThat(last.decimals()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        [[1, 2, ..., 3]]   | the text leaves numbers out
        [0.1, nan]         | number 2 is nan; it must be a number
        0.1 0.2 about 0.3  | 'about' after 2 numbers is no number
        1.2.3              | '1.2.3' after 0 numbers is no number
        0.1 2e999          | number 2 is too large: at most
        1 2 3              | 3 numbers are neither the states of every step, T·B·H = 3·2·2 = 12, nor those of the last, B·H = 4
        []                 | there are no numbers in the text
        `   `              | there are no numbers; paste some
        """)
    void whatIsNoListOfNumbersIsRefusedInOneSentence(String text, String start) {
        assertThatThrownBy(() -> PastedNumbers.expected(text, wide))
                .isInstanceOf(BadCase.class)
                .hasMessageStartingWith(start);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", " ", "1 ", "\n", "array", "dtype=", "size ", "["})
    void aLongTextIsRefusedAtOnce(String piece) {
        String text = "0.5" + piece.repeat(200_000) + "x";
        assertThatThrownBy(() ->
                        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> PastedNumbers.expected(text, wide)))
                .isInstanceOf(BadCase.class);
    }

    @Test
    void anInputIsTakenAsItIsNestedOrRowByRow() throws BadCase {
        assertThat(shape(PastedNumbers.input("[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]", 2)))
                .containsExactly(2, 2, 2);
        assertThat(shape(PastedNumbers.input("[[1, 2], [3, 4], [5, 6]]", 2))).containsExactly(3, 1, 2);
        assertThat(shape(PastedNumbers.input("1 2\n3 4\n5 6\n7 8", 2))).containsExactly(4, 1, 2);
        assertThatThrownBy(() -> PastedNumbers.input("[[1, 2, 3]]", 2))
                .hasMessage("x has shape [1][3]; it must be [T][B][I] or [T][I] with I = 2, as the weights have it");
        assertThatThrownBy(() -> PastedNumbers.input("1 2 3", 2)).hasMessageStartingWith("x has 3 numbers");
        assertThatThrownBy(() -> PastedNumbers.start("1 2 3", "h0", 2, 2))
                .hasMessage("h0 has 3 numbers; it must have B·H = 2·2 = 4");
    }

    private static int[] shape(Array array) {
        return array.shape();
    }
}
