package grulab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final long SECOND = 1_000_000_000L;

    private long now;

    @Test
    void aLineEveryFewSecondsWhereStderrIsNoTerminal() {
        String shown = shown(false, Long.MAX_VALUE);
        assertThat(shown.lines()).hasSize(3).allMatch(line -> line.startsWith("batch "));
        assertThat(shown).contains("batch 30  10.0 batches/s  1000 tokens/s  smoothed loss 0.6931  perplexity 2.000");
    }

    @Test
    void withAnEndItSaysHowMuchIsLeft() {
        assertThat(shown(false, 7200)).contains("batch 30 of 7200  10.0 batches/s  1000 tokens/s  11:57 left");
    }

    @Test
    void onATerminalOneLineIsWrittenOverAndOver() {
        String shown = shown(true, 7200);
        assertThat(shown.chars().filter(c -> c == '\r')).hasSizeGreaterThan(40);
        assertThat(shown.chars().filter(c -> c == '\n')).hasSize(1);
        assertThat(shown).endsWith(System.lineSeparator());
    }

    /** Ten seconds of ten batches each. */
    private String shown(boolean live, long goal) {
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(new StringWriter()), new PrintWriter(err), live, () -> false);
        Progress progress = new Progress(console, () -> now);
        for (int batch = 1; batch <= 100; batch++) {
            now += SECOND / 10;
            progress.show(Math.log(2), batch, batch / 10.0, goal, batch * 100L);
        }
        progress.end();
        console.err().flush();
        return err.toString();
    }
}
