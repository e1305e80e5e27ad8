package grulab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerateCommandTest {
    @TempDir
    static Path folder;

    private static Path lab;

    private final Shell shell = new Shell();

    @BeforeAll
    static void train() {
        lab = folder.resolve("copy.grulab");
        Outcome outcome = new Shell()
                .run(
                        "train",
                        "--corpus",
                        "copy",
                        "--hidden",
                        "16",
                        "--batch",
                        "8",
                        "--steps",
                        "16",
                        "--max-batches",
                        "60",
                        "--threads",
                        "1",
                        "--save",
                        lab.toString());
        assertThat(outcome.code()).as(outcome.err()).isZero();
    }

    @Test
    void itWritesThePrefixAndSoManySymbolsOfTheText() {
        Outcome outcome = generate("--prefix", "ab", "--length", "50");
        String written = outcome.out().stripTrailing();
        assertThat(outcome.code()).isZero();
        assertThat(written).startsWith("ab");
        assertThat(outcome.out().codePointCount(0, outcome.out().length()))
                .isEqualTo(2 + 50 + System.lineSeparator().length());
    }

    @Test
    void greedyWritingIsTheSameWhateverTheSeedAndDrawnWritingIsNot() {
        assertThat(generate("--temperature", "0", "--seed", "1").out())
                .isEqualTo(generate("--temperature", "0", "--seed", "2").out())
                .isEqualTo(generate("--temperature", "5", "--top-k", "1").out());
        assertThat(generate("--temperature", "2", "--seed", "1").out())
                .isEqualTo(generate("--temperature", "2", "--seed", "1").out())
                .isNotEqualTo(generate("--temperature", "2", "--seed", "2").out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --prefix      | Z   | --prefix: "Z" does not occur in the text that the model learned.
        --length      | 0   | --length must be a whole number from 1 to 1000000, not '0'
        --temperature | -1  | --temperature must be a number from 0 to 100, not '-1'
        --top-k       | 1.5 | --top-k must be a whole number from 0 to 8192, not '1.5'
        --seed        | x   | --seed must be a whole number from 0 to 9007199254740991, not 'x'
        """)
    void aWrongRequestIsAnsweredWithWhatWouldBeRight(String option, String value, String sentence) {
        assertRefused(generate(option, value), sentence);
    }

    @Test
    void anEmptyPrefixAndAFileThatIsNoLabAreRefused() throws IOException {
        assertRefused(
                generate("--prefix", ""), "--prefix must hold at least one symbol of the text that the model learned");
        Outcome missing =
                shell.run("generate", "--lab", folder.resolve("none.grulab").toString());
        assertRefused(missing, "none.grulab does not exist; choose a .grulab file.");
        Path text = Files.writeString(folder.resolve("text.grulab"), "no lab");
        Outcome wrong = shell.run("generate", "--lab", text.toString());
        assertThat(wrong.err())
                .startsWith("gru-lab generate: text.grulab is no whole lab file")
                .hasLineCount(1);
        assertThat(wrong.code()).isEqualTo(2);
        byte[] bytes = Files.readAllBytes(lab);
        Path half = Files.write(folder.resolve("half.grulab"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(shell.run("generate", "--lab", half.toString()).code()).isEqualTo(2);
    }

    private Outcome generate(String... options) {
        List<String> args = new ArrayList<>(List.of("generate", "--lab", lab.toString()));
        args.addAll(List.of(options));
        return shell.run(args.toArray(String[]::new));
    }

    private static void assertRefused(Outcome outcome, String sentence) {
        assertThat(outcome.err()).isEqualTo("gru-lab generate: " + sentence + System.lineSeparator());
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.code()).isEqualTo(2);
    }
}
