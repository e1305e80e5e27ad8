package grulab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import grulab.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Cases that real frameworks computed, with their own labels and with wrong ones. */
class DiagnoseCommandTest {
    private static final Path FRAMEWORKS = Path.of("src/test/resources/golden/frameworks");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final Shell shell = new Shell();

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FRAMEWORKS)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static ObjectNode read(String name) throws IOException {
        return (ObjectNode) JSON.readTree(FRAMEWORKS.resolve(name).toFile());
    }

    private Outcome run(JsonNode given, JsonNode expected, String... more) throws IOException {
        Path caseFile = folder.resolve("case.json");
        Path expectedFile = folder.resolve("expected.json");
        JSON.writeValue(caseFile.toFile(), given);
        JSON.writeValue(expectedFile.toFile(), expected);
        return shell.run(Stream.concat(
                        Stream.of("diagnose", "--case", caseFile.toString(), "--expected", expectedFile.toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private JsonNode diagnosed(JsonNode given, JsonNode expected) throws IOException {
        Outcome outcome = run(given, expected, "--json");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        return JSON.readTree(outcome.out());
    }

    private static ObjectNode swapped(ObjectNode given, String one, String other) {
        ObjectNode weights = (ObjectNode) given.get("weights");
        for (String side : List.of("W_i", "W_h", "b_i", "b_h")) {
            JsonNode first = weights.get(side + one);
            weights.set(side + one, weights.get(side + other));
            weights.set(side + other, first);
        }
        return given;
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatAFrameworkComputedIsExplainedByItsOwnConvention(String name) throws IOException {
        ObjectNode given = read(name);
        JsonNode answer = diagnosed(given, given.get("expected"));
        JsonNode best = answer.at("/explanations/0");
        assertThat(answer.get("decided").asBoolean()).isTrue();
        assertThat(answer.get("undecided").isNull()).isTrue();
        assertThat(answer.get("firstDifference").isNull()).isTrue();
        assertThat(best.path("reset").asText()).isEqualTo(given.path("reset").asText());
        assertThat(best.path("update").asText()).isEqualTo(given.path("update").asText());
        assertThat(best.has("reset")).isEqualTo(given.get("cell").asText().equals("gru"));
        assertThat(best.get("transposed").asBoolean()).isFalse();
        assertThat(best.get("bias").asText()).isEqualTo("two");
        assertThat(best.get("start").asText()).isEqualTo("given");
        assertThat(best.get("maxError").asDouble()).isLessThan(5e-7);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aWrongLabelAndSwappedBlocksAreFound(String name) throws IOException {
        ObjectNode given = read(name);
        JsonNode expected = given.get("expected");
        String reset = given.path("reset").asText();
        String update = given.path("update").asText();
        String order = "h";
        switch (given.get("cell").asText()) {
            case "gru" -> {
                given.put("reset", reset.equals("after") ? "before" : "after");
                given.put("update", update.equals("keep") ? "admit" : "keep");
                swapped(given, "r", "z");
                order = "z r n";
            }
            case "lstm" -> {
                swapped(given, "f", "o");
                order = "i o g f";
            }
            default -> given.remove("h0");
        }
        JsonNode answer = diagnosed(given, expected);
        JsonNode best = answer.at("/explanations/0");
        if (given.get("cell").asText().equals("rnn")) {
            assertThat(answer.get("decided").asBoolean()).isFalse();
            assertThat(answer.get("undecided").asText()).startsWith("Nothing that was tried explains these numbers");
            return;
        }
        assertThat(best.path("reset").asText()).isEqualTo(reset);
        assertThat(best.path("update").asText()).isEqualTo(update);
        assertThat(best.get("gateOrder").asText()).isEqualTo(order);
        assertThat(answer.get("decided").asBoolean()).isTrue();
        assertThat(answer.at("/firstDifference/t").asInt()).isOne();
        assertThat(answer.at("/firstDifference/unit").asInt()).isBetween(1, 6);
        assertThat(answer.at("/firstDifference/term").asText()).isEqualTo(reset.isEmpty() ? "f" : "r");
    }

    @Test
    void asTextItRanksDecidesAndSaysWhereTheyPart() throws IOException {
        ObjectNode given = swapped(read("rllib_grugate_6_6.json"), "r", "z");
        JsonNode expected = given.get("expected");
        Outcome outcome = run(given.put("update", "keep"), expected);
        assertThat(outcome.out().lines().findFirst().orElse(""))
                .matches(" 1  reset before, z admits, gates in z r n order: largest error \\d\\.\\de−\\d, fits");
        assertThat(outcome.out())
                .contains(
                        "Decided: reset before, z admits, gates in z r n order. Nothing else that was tried fits.",
                        "First difference: t = 1, sample ",
                        ", in r: mine ",
                        ", yours ",
                        "From the same state: r parts at t = 1, z parts at t = 1",
                        "Your loader takes the block that is given as r for z, and the other way round",
                        "  PyTorch  W, U, b, c = (torch.cat([a.chunk(3)[k] for k in (1, 0, 2)]) for a in (W, U, b, c))",
                        "  NumPy    W, U, b, c = (np.concatenate([np.split(a, 3)[k] for k in (1, 0, 2)]) for a in (W, U,"
                                + " b, c))");
    }

    @Test
    void tooFewDigitsAreSaidWithTheExperiment() throws IOException {
        ObjectNode given = read("torch_gru_4_6.json");
        ArrayNode rounded = JSON.createArrayNode();
        for (JsonNode row : given.at("/expected/h_last")) {
            ArrayNode to = rounded.addArray();
            row.forEach(value -> to.add(Math.round(value.asDouble())));
        }
        JsonNode expected = JSON.createObjectNode().set("h_last", rounded);
        JsonNode answer = diagnosed(given, expected);
        assertThat(answer.get("decided").asBoolean()).isFalse();
        assertThat(answer.get("undecided").asText()).contains(" to ±5.0e−1. To tell them apart: more digits.");
        assertThat(answer.get("experiment").asText()).isEqualTo("more digits");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        { "h": [[[1]]] }  | $.h has shape [1][1][1]; for this case it must be [T][B][H] = [7][3][6]
        { "hh": 1 }       | $.hh is unknown; an answer of a gru has no such field
        """)
    void badExpectedFilesAreRefused(String json, String sentence) throws IOException {
        Outcome outcome = run(read("torch_gru_4_6.json"), JSON.readTree(json));
        assertThat(outcome.err())
                .isEqualTo("gru-lab diagnose: %s: %s%n".formatted(folder.resolve("expected.json"), sentence));
        assertThat(outcome.code()).isEqualTo(2);
    }

    @Test
    void withoutACaseOrAModelThereIsNothingToDiagnose() {
        Outcome outcome = shell.run("diagnose", "--expected", "x.json");
        assertThat(outcome.err())
                .contains("there is nothing to diagnose; give --case FILE, or --model FILE and --input FILE");
        assertThat(outcome.code()).isEqualTo(2);
    }
}
