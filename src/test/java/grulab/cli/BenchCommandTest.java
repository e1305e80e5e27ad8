package grulab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import grulab.cli.Shell.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchCommandTest {
    private static final Percentage ROUNDING = Percentage.withPercentage(1e-6);

    private final Shell shell = new Shell();

    @Test
    void theReportHasWhatAScriptNeeds() throws IOException {
        JsonNode report = report("--hidden 8 --batch 4 --steps 6 --vocab 9 --reset before --update admit --threads 2");
        assertThat(report.fieldNames())
                .toIterable()
                .containsExactly(
                        "cell",
                        "reset",
                        "update",
                        "hidden",
                        "batch",
                        "steps",
                        "vocab",
                        "threads",
                        "kernels",
                        "measured",
                        "median_ms",
                        "p10_ms",
                        "p90_ms",
                        "tokens_per_s",
                        "gflops",
                        "peak_gflops",
                        "share");
        assertThat(report.get("cell").asText()).isEqualTo("gru");
        assertThat(report.get("reset").asText()).isEqualTo("before");
        assertThat(report.get("update").asText()).isEqualTo("admit");
        assertThat(report.get("hidden").asInt()).isEqualTo(8);
        assertThat(report.get("batch").asInt()).isEqualTo(4);
        assertThat(report.get("steps").asInt()).isEqualTo(6);
        assertThat(report.get("vocab").asInt()).isEqualTo(9);
        assertThat(report.get("threads").asInt()).as("too little work for two").isOne();
        assertThat(report.get("kernels").asText()).isIn("vector", "plain");
    }

    /** Forward and twice backward, two operations each: U with its gates, and the head. */
    @ParameterizedTest
    @CsvSource({"gru, 3, vector", "lstm, 4, plain", "rnn, 1, vector"})
    void itsNumbersFitTogether(String cell, int gates, String kernels) throws IOException {
        JsonNode report = report("--hidden 32 --batch 32 --steps 4 --vocab 9 --threads 2 --cell %s --kernels %s"
                .formatted(cell, kernels));
        double median = report.get("median_ms").asDouble();
        double operations = 3 * 2 * (4.0 * 32 * 32 * gates * 32 + 4.0 * 32 * 32 * 9);
        assertThat(report.get("cell").asText()).isEqualTo(cell);
        assertThat(report.has("reset")).isEqualTo(cell.equals("gru"));
        assertThat(report.has("update")).isEqualTo(cell.equals("gru"));
        assertThat(report.get("kernels").asText()).isEqualTo(kernels);
        assertThat(report.get("threads").asInt()).isEqualTo(2);
        assertThat(report.get("measured").asInt()).isPositive();
        assertThat(median)
                .isPositive()
                .isBetween(report.get("p10_ms").asDouble(), report.get("p90_ms").asDouble());
        assertThat(report.get("tokens_per_s").asDouble()).isCloseTo(4 * 32 / median * 1e3, ROUNDING);
        assertThat(report.get("gflops").asDouble()).isCloseTo(operations / median * 1e-6, ROUNDING);
        assertThat(report.get("share").asDouble())
                .isCloseTo(
                        report.get("gflops").asDouble()
                                / report.get("peak_gflops").asDouble(),
                        Offset.offset(1e-9))
                .isBetween(0.0, 1.2);
    }

    @Test
    void interruptedItReportsWhatItHas() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        shell.interrupted = () -> asked.incrementAndGet() >= 5;
        JsonNode report = report("--hidden 8 --batch 4 --steps 2 --seconds 3600");
        assertThat(report.get("measured").asInt()).isBetween(1, 5);
    }

    @Test
    void withoutJsonItReportsInWords() {
        Outcome outcome = bench("--cell lstm --hidden 8 --batch 4 --steps 2 --seconds 0.1");
        assertThat(outcome.out())
                .contains("LSTM, H 8, B 4, T 2, V 28, 1 thread, ", " kernels (")
                // 6 · 2 · 4 · 8 · (4 · 8 + 28)
                .contains("a training step takes ", " tokens/s", "0.02 MFLOP a step", " % of the ");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void whatDoesNotFitIntoMemoryIsRefusedWithWhatWould() {
        Outcome outcome = bench("--hidden 1024 --batch 512 --steps 512");
        assertThat(outcome.err())
                .matches("gru-lab bench: --hidden 1024 --batch 512 --steps 512, with 28 symbols, "
                        + "needs \\d+\\.?\\d* GB, \\d+(\\.\\d)? [GM]B is free; "
                        + "--hidden \\d+, --batch \\d+ or --steps \\d+ would fit, and java -Xmx gives more\\R");
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.code()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --cell lstm --reset before | --reset is for gru: lstm has only one form, so leave it out
        --cell transformer | --cell must be gru or lstm or rnn, not 'transformer'
        --update KEEP      | --update must be keep or admit, not 'KEEP'
        --hidden 1025      | --hidden must be a whole number from 1 to 1024, not '1025'
        --batch 0          | --batch must be a whole number from 1 to 512, not '0'
        --steps 1          | --steps must be a whole number from 2 to 512, not '1'
        --vocab 1          | --vocab must be a whole number from 2 to 1000000, not '1'
        --threads 2.5      | --threads must be a whole number from 1 to 256, not '2.5'
        --seconds 0        | --seconds must be a number from 0.1 to 3600, not '0'
        --seconds NaN      | --seconds must be a number from 0.1 to 3600, not 'NaN'
        --kernels cuda     | --kernels must be vector or plain, not 'cuda'
        --hiden 8          | there is no option --hiden; did you mean --hidden?; 'gru-lab bench --help' tells what there is
        """)
    void aWrongRequestIsAnsweredWithWhatWouldBeRight(String options, String sentence) {
        Outcome outcome = bench(options);
        assertThat(outcome.err()).isEqualTo("gru-lab bench: " + sentence + System.lineSeparator());
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.code()).isEqualTo(2);
    }

    private Outcome bench(String options) {
        List<String> args = new ArrayList<>(List.of("bench"));
        args.addAll(Arrays.asList(options.split(" ")));
        return shell.run(args.toArray(String[]::new));
    }

    private JsonNode report(String options) throws IOException {
        String span = options.contains("--seconds") ? "" : " --seconds 0.1";
        Outcome outcome = bench(options + span + " --json");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).hasLineCount(1);
        return new ObjectMapper().readTree(outcome.out());
    }
}
