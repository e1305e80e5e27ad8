package grulab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.cli.Shell.Outcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
    private final Shell shell = new Shell();

    @Test
    void withoutACommandTheLabOpens() {
        assertThat(shell.run().code()).isZero();
        assertThat(shell.opened).isOne();
    }

    @Test
    void aFileInThePlaceOfACommandIsOpened(@TempDir Path folder) throws IOException {
        Path lab = Files.createFile(folder.resolve("train"));
        assertThat(shell.run(lab.toString()).code()).isZero();
        assertThat(shell.files).containsExactly(lab);
        assertThat(shell.opened).isZero();
        assertThat(shell.run(folder.resolve("gone.grulab").toString()).err())
                .startsWith("gru-lab: nothing can be done with ");
    }

    @Test
    void helpNamesEveryCommandAndTheExitCodes() {
        Outcome outcome = shell.run("--help");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .contains(
                        "train ",
                        "trace ",
                        "check ",
                        "explain ",
                        "generate ",
                        "render ",
                        "corpus ",
                        "convert ",
                        "diagnose ",
                        "Exit codes");
        assertThat(shell.opened).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"train", "trace", "check", "explain", "diagnose", "generate", "render", "corpus", "convert"})
    void everyCommandExplainsItselfWithAnExample(String command) {
        Outcome outcome = shell.run(command, "--help");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("Usage: gru-lab " + command, "Example", "gru-lab " + command + " ");
        assertThat(outcome.out().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void versionSaysWhatRuns() {
        assertThat(shell.run("--version").out()).startsWith("GRU Lab ");
        assertThat(shell.run("train", "--version").out()).startsWith("GRU Lab ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
        tarin > gru-lab: nothing can be done with tarin; did you mean train?; 'gru-lab --help' tells what there is
        --cell gru > gru-lab: there is no option --cell; 'gru-lab --help' tells what there is
        train --hiden 3 > gru-lab train: there is no option --hiden; did you mean --hidden?; 'gru-lab train --help' tells what there is
        train --hidden > gru-lab train: missing required parameter for option '--hidden' (H); 'gru-lab train --help' tells what there is
        train --hidden 3 --hidden 4 > gru-lab train: option '--hidden' (H) should be specified only once; 'gru-lab train --help' tells what there is
        trace > gru-lab trace: nothing to trace; give --case FILE, or --model FILE and --input FILE
        check > gru-lab check: missing required parameter: 'FILE|DIR'; 'gru-lab check --help' tells what there is
        explain --case a > gru-lab explain: missing required options: '--t=N', '--unit=K'; 'gru-lab explain --help' tells what there is
        generate > gru-lab generate: missing required option: '--lab=FILE'; 'gru-lab generate --help' tells what there is
        render > gru-lab render: missing required option: '--out=FILE'; 'gru-lab render --help' tells what there is
        corpus > gru-lab corpus: missing required option: '--list'; 'gru-lab corpus --help' tells what there is
        """)
    void aWrongCommandLineIsAnsweredWithOneLineAndTwo(String line, String sentence) {
        Outcome outcome = shell.run(line.split(" "));
        assertThat(outcome.err()).isEqualTo(sentence + System.lineSeparator());
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.code()).isEqualTo(2);
    }

    @Test
    void anAnswerThatCannotBeWrittenIsNoSuccess() {
        Writer full = new Writer() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                throw new IOException("no space left");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(full), new PrintWriter(err), false, () -> false);
        int code = Cli.run(new String[] {"corpus", "--list"}, console, shell.screens());
        assertThat(err.toString())
                .isEqualTo("gru-lab: not everything could be written to stdout" + System.lineSeparator());
        assertThat(code).isOne();
    }
}
