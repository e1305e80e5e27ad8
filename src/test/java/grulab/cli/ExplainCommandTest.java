package grulab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import grulab.cli.Shell.Outcome;
import grulab.engine.explain.Explanation;
import grulab.model.Quantity;
import grulab.model.Snapshot;
import grulab.service.LabFile;
import grulab.service.UnreadableLab;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainCommandTest {
    @TempDir
    Path folder;

    private final Shell shell = new Shell();
    private String file = "";

    @BeforeEach
    void writeCase() throws IOException {
        file = GoldenCase.write(GoldenCase.read("gru_pytorch_3_4"), folder.resolve("case.json"))
                .toString();
    }

    /** The window shows the lines of the saved lab's own snapshot. */
    @Test
    void aLabIsExplainedAsItsWindowShowsIt() throws IOException, UnreadableLab {
        Path lab = folder.resolve("a.grulab");
        String small =
                "train --corpus counting --hidden 6 --batch 4 --steps 8 --max-tokens 400 --threads 1 --max-batches 9";
        assertThat(shell.run((small + " --save " + lab).split(" ")).code()).isZero();
        Snapshot shown = LabFile.read(lab).snapshot();
        Outcome outcome =
                shell.run("explain", "--lab", lab.toString(), "--t", "5", "--unit", "3", "--backward", "--json");
        JsonNode answer = new ObjectMapper().readTree(outcome.out());
        assertThat(answer.get("lines").get(3).get("value").floatValue())
                .isEqualTo(shown.trace().at(Quantity.STATE, 4, 2));
        assertThat(answer.get("lines").get(0).get("result").asText())
                .isEqualTo(Explanation.of(shown, 4, 2, List.of()).lines().get(0).result());
        assertThat(answer.get("backward").size()).isPositive();
        assertThat(shell.run("explain", "--lab", lab.toString(), "--t", "5", "--unit", "3")
                        .out())
                .startsWith("unit 3, t = 5, sample 1: gru, reset after, update keep");
        assertThat(shell.run("explain", "--lab", lab.toString(), "--t", "9", "--unit", "3")
                        .err())
                .contains("--t must be a whole number from 1 to 8, not '9'");
        assertThat(shell.run("explain", "--lab", lab.toString(), "--case", file, "--t", "1", "--unit", "1")
                        .err())
                .contains("give either --case FILE or --lab FILE");
    }

    @ParameterizedTest
    @CsvSource({"gru_pytorch_3_4, r n z h", "gru_before_3_4, r n z h", "lstm_3_4, i f g o c h", "rnn_3_4, h"})
    void theValuesAreThoseOfTheGoldenFileAtThatStepUnitAndSample(String name, String symbols) throws IOException {
        ObjectNode given = GoldenCase.read(name);
        GoldenCase.write(given, Path.of(file));
        JsonNode expected = given.get("expected");
        String[] order = symbols.split(" ");
        for (int t = 1; t <= 6; t++) {
            for (int sample = 1; sample <= 2; sample++) {
                JsonNode answer = explained(t, 3, sample);
                assertThat(answer.get("t").asInt()).isEqualTo(t);
                assertThat(answer.get("unit").asInt()).isEqualTo(3);
                assertThat(answer.get("sample").asInt()).isEqualTo(sample);
                assertThat(answer.get("lines").size()).isEqualTo(order.length);
                for (int line = 0; line < order.length; line++) {
                    String symbol = order[line];
                    JsonNode node = answer.get("lines").get(line);
                    double golden = expected.get(symbol)
                            .at("/%d/%d/2".formatted(t - 1, sample - 1))
                            .asDouble();
                    assertThat(node.get("symbol").asText()).isEqualTo(symbol);
                    assertThat(Math.abs(node.get("value").asDouble() - golden)).isLessThan(2e-6);
                    assertThat(Math.abs(node.get("reference").asDouble() - golden))
                            .isLessThan(2e-6);
                    assertThat(node.get("agrees").asBoolean()).isTrue();
                    assertThat(node.get("result").asText().replace('\u2212', '-'))
                            .isEqualTo(String.format(
                                    java.util.Locale.ROOT,
                                    "%.2f",
                                    node.get("value").asDouble()));
                }
            }
        }
    }

    @Test
    void aLineHasItsFormulaItsTermsAndThePrintedDigits() throws IOException {
        JsonNode line = explained(2, 1, 1).get("lines").get(0);
        assertThat(line.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "symbol", "formula", "substituted", "result", "value", "reference", "agrees", "exact", "terms");
        assertThat(line.get("formula").asText()).isEqualTo("σ(W_r x + U_r h + b_r + c_r)");
        assertThat(line.get("substituted").asText()).matches("σ\\(\u2212?\\d\\.\\d+( [+\u2212] \\d\\.\\d+)+\\)");
        assertThat(line.at("/terms/0/name").asText()).isEqualTo("W_r x");
        double sum = 0;
        for (JsonNode term : line.get("terms")) {
            sum += term.get("value").asDouble();
        }
        assertThat(1 / (1 + Math.exp(-sum))).isCloseTo(line.get("value").asDouble(), within(1e-6));
    }

    @Test
    void asTextItShowsFormulaNumbersAndTheVerdict() {
        Outcome outcome = shell.run("explain", "--case", file, "--t", "1", "--unit", "1");
        assertThat(outcome.out()).startsWith("unit 1, t = 1, sample 1: gru, reset after, update keep");
        assertThat(outcome.out())
                .contains("r  = σ(W_r x + U_r h + b_r + c_r)", "h̃  = tanh(", "z  = σ(", "h′ = z ⊙ h + (1 − z) ⊙ h̃");
        assertThat(outcome.out().lines().filter(line -> line.endsWith("✓"))).hasSize(4);
        assertThat(outcome.code()).isZero();
    }

    @Test
    void ofAnLstmTheTextShowsBothStatesWithAPrime() throws IOException {
        GoldenCase.write(GoldenCase.read("lstm_3_4"), Path.of(file));
        Outcome outcome = shell.run("explain", "--case", file, "--t", "2", "--unit", "1");
        assertThat(outcome.out()).startsWith("unit 1, t = 2, sample 1: lstm" + System.lineSeparator());
        assertThat(outcome.out())
                .contains("i  = σ(W_i x + U_i h + b_i + c_i)", "g  = tanh(", "c′ = f ⊙ c + i ⊙ g", "h′ = o ⊙ tanh(c′)");
        assertThat(outcome.out().lines().filter(line -> line.endsWith("✓"))).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({
        "gru_pytorch_3_4, dh dz da_z dn da_n dm dr da_r dh_prev",
        "gru_before_3_4, dh dz da_z dn da_n dq dr da_r dh_prev",
        "lstm_3_4, dh do da_o dc dg da_g di da_i df da_f dc_prev dh_prev",
        "rnn_3_4, dh da_h dh_prev"
    })
    void backwardAddsTheWayBackToTheGoldenGradients(String name, String symbols) throws IOException {
        ObjectNode given = GoldenCase.read(name);
        GoldenCase.write(given, Path.of(file));
        JsonNode gradients = given.at("/expected/gradients");
        for (int sample = 1; sample <= 2; sample++) {
            JsonNode answer = explained(4, 3, sample, "--backward");
            assertThat(answer.get("lines")).isEqualTo(explained(4, 3, sample).get("lines"));
            assertThat(answer.get("backward").findValuesAsText("symbol")).containsExactly(symbols.split(" "));
            for (JsonNode line : answer.get("backward")) {
                String quantity = line.get("symbol").asText().substring(1);
                if (gradients.has(quantity)) {
                    double golden = gradients
                            .get(quantity)
                            .at("/3/%d/2".formatted(sample - 1))
                            .asDouble();
                    assertThat(Math.abs(line.get("value").asDouble() - golden)).isLessThan(2e-6);
                }
                assertThat(line.get("agrees").asBoolean()).isTrue();
                double unit = Math.pow(10, line.get("exponent").asInt());
                assertThat(Double.parseDouble(line.get("result").asText().replace('\u2212', '-')) * unit)
                        .isCloseTo(line.get("value").asDouble(), within(0.0051 * unit));
            }
        }
    }

    @Test
    void productsAreTheLargestBehindATermAndTheRest() throws IOException {
        JsonNode given = GoldenCase.read("gru_pytorch_3_4");
        for (JsonNode term : explained(2, 1, 1, "--products", "2").at("/lines/0/terms")) {
            if (term.get("name").asText().equals("b_r + c_r")) {
                assertThat(term.has("products")).isFalse();
                continue;
            }
            assertThat(term.get("products")).hasSize(2);
            double sum = term.get("rest").asDouble();
            for (JsonNode product : term.get("products")) {
                int index = product.get("index").asInt();
                String matrix = term.get("name").asText().startsWith("W") ? "W_ir" : "W_hr";
                assertThat(product.get("left").asDouble())
                        .isEqualTo(given.at("/weights/%s/0/%d".formatted(matrix, index - 1))
                                .asDouble());
                assertThat(product.get("value").asDouble())
                        .isEqualTo(product.get("left").asDouble()
                                * product.get("right").asDouble());
                sum += product.get("value").asDouble();
            }
            assertThat(Math.abs(term.at("/products/0/value").asDouble()))
                    .isGreaterThanOrEqualTo(
                            Math.abs(term.at("/products/1/value").asDouble()));
            assertThat(sum).isCloseTo(term.get("value").asDouble(), within(1e-12));
        }
        JsonNode memory = explained(2, 1, 1, "--products", "4").at("/lines/1/terms/2");
        assertThat(memory.get("name").asText()).isEqualTo("U_n h + c_n");
        assertThat(memory.get("bias").asDouble())
                .isCloseTo(given.at("/weights/b_hn/0").asDouble(), within(1e-12));
        assertThat(memory.get("rest").asDouble()).isCloseTo(0, within(1e-12));
    }

    @Test
    void asTextTheWayBackSaysItsUnitAndTheProductsHowManyAreLeft() {
        Outcome outcome =
                shell.run("explain", "--case", file, "--t", "6", "--unit", "2", "--backward", "--products", "1");
        assertThat(outcome.out())
                .contains(
                        "the way back, in units of 10^−2",
                        "dh′ = W_q dy + dh⁺",
                        " + 0.0000 = ",
                        "dz = dh′ ⊙ (h − h̃)",
                        "dh = dh′ ⊙ z + U_nᵀ dm + U_zᵀ da_z + U_rᵀ da_r",
                        "and 3 more: ",
                        "and c_n: ",
                        "and b_r: ",
                        "and c_r: ");
        assertThat(outcome.out().lines().filter(line -> line.endsWith("✓"))).hasSize(13);
        assertThat(outcome.code()).isZero();
    }

    @Test
    void withoutTargetsThereIsNoWayBack() throws IOException {
        ObjectNode given = GoldenCase.read("gru_pytorch_3_4");
        given.remove("targets");
        given.remove("train");
        given.remove("expected");
        GoldenCase.write(given, Path.of(file));
        Outcome outcome = shell.run("explain", "--case", file, "--t", "1", "--unit", "1", "--backward");
        assertThat(outcome.err())
                .isEqualTo("gru-lab explain: --backward needs a loss, but %s has no targets; add head and targets%n"
                        .formatted(file));
        assertThat(outcome.code()).isEqualTo(2);
    }

    @Test
    void soManyProductsAreRefused() {
        Outcome outcome = shell.run("explain", "--case", file, "--t", "1", "--unit", "1", "--products", "0");
        assertThat(outcome.err())
                .startsWith("gru-lab explain: --products must be a whole number from 1 to 1000000, not '0'");
        assertThat(outcome.code()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        0 | 1 | 1 | --t must be a whole number from 1 to 6, not '0'
        7 | 1 | 1 | --t must be a whole number from 1 to 6, not '7'
        1 | 5 | 1 | --unit must be a whole number from 1 to 4, not '5'
        1 | 1 | x | --sample must be a whole number from 1 to 2, not 'x'
        """)
    void placesThatTheCaseHasNotAreRefused(String t, String unit, String sample, String sentence) {
        Outcome outcome = shell.run("explain", "--case", file, "--t", t, "--unit", unit, "--sample", sample);
        assertThat(outcome.err()).isEqualTo("gru-lab explain: " + sentence + System.lineSeparator());
        assertThat(outcome.code()).isEqualTo(2);
    }

    private JsonNode explained(int t, int unit, int sample, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("explain", "--case", file, "--json"));
        arguments.addAll(List.of("--t", "" + t, "--unit", "" + unit, "--sample", "" + sample));
        arguments.addAll(List.of(more));
        Outcome outcome = shell.run(arguments.toArray(String[]::new));
        return new ObjectMapper().readTree(outcome.out());
    }
}
