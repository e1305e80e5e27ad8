package grulab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import grulab.cli.Shell.Outcome;
import grulab.model.Experiment;
import grulab.model.Metric;
import grulab.service.LabFile;
import grulab.service.SavedLab;
import grulab.service.UnreadableLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainCommandTest {
    private static final String SMALL = "--corpus counting --hidden 8 --batch 4 --steps 8 --max-tokens 400 --threads 1";

    @TempDir
    Path folder;

    private final Shell shell = new Shell();

    @Test
    void theReportHasWhatAScriptNeedsAndItsNumbersFitTogether() throws IOException {
        Outcome outcome = train(SMALL + " --epochs 3 --seed 11 --reset before --update admit --json");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).hasLineCount(1);
        JsonNode report = new ObjectMapper().readTree(outcome.out());
        assertThat(report.fieldNames())
                .toIterable()
                .containsExactly(
                        "cell",
                        "reset",
                        "update",
                        "hidden",
                        "parameters",
                        "seed",
                        "batches",
                        "epochs",
                        "tokens",
                        "seconds",
                        "tokensPerSecond",
                        "loss",
                        "perplexity",
                        "bigramPerplexity",
                        "clipped",
                        "stopped");
        assertThat(report.get("cell").asText()).isEqualTo("gru");
        assertThat(report.get("reset").asText()).isEqualTo("before");
        assertThat(report.get("update").asText()).isEqualTo("admit");
        // V 3: W 3·8·3, U 3·8·8, biases 2·3·8, head 8·3 + 3
        assertThat(report.get("parameters").asInt()).isEqualTo(72 + 192 + 48 + 27);
        assertThat(report.get("seed").asLong()).isEqualTo(11);
        assertThat(report.get("epochs").asInt()).isEqualTo(3);
        // (400 − 8) / 8 windows make 12 batches of 4
        assertThat(report.get("batches").asInt()).isEqualTo(36);
        assertThat(report.get("tokens").asInt()).isEqualTo(36 * 4 * 8);
        assertThat(report.get("tokensPerSecond").asDouble())
                .isCloseTo(36 * 4 * 8 / report.get("seconds").asDouble(), Offset.offset(1e-6));
        assertThat(report.get("perplexity").asDouble())
                .isEqualTo(Math.exp(report.get("loss").asDouble()));
        assertThat(report.get("stopped").asText()).isEqualTo("epochs");
    }

    @Test
    void whatDoesNotFitIntoMemoryIsRefusedWithWhatWould() throws IOException {
        Outcome outcome = train("--cell lstm --hidden 1024 --batch 58 --steps 512 --max-batches 1");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .matches("gru-lab train: --hidden 1024 --batch 58 --steps 512, with 53 symbols, "
                        + "needs \\d\\.\\d GB, \\d+ MB is free; --hidden \\d+, --batch \\d+ or --steps \\d+ would fit, "
                        + "and java -Xmx gives more\n");
        assertThat(outcome.out()).isEmpty();
    }

    /** Bit for bit: the same weights, optimiser, place in the text and course of the loss as a run that never stopped. */
    @Test
    void aLabGoesOnAsIfItHadNeverStopped() throws IOException, UnreadableLab {
        Path once = folder.resolve("once.grulab");
        Path twice = folder.resolve("twice.grulab");
        Path log = folder.resolve("second.csv");
        assertThat(report(SMALL + " --max-batches 33 --save " + once)
                        .get("batches")
                        .asInt())
                .isEqualTo(33);
        report(SMALL + " --max-batches 19 --save " + twice);
        JsonNode second = report("--lab " + twice + " --threads 1 --max-batches 14 --log " + log + " --save " + twice);
        assertThat(second.get("batches").asInt()).isEqualTo(14);
        assertThat(second.get("hidden").asInt()).isEqualTo(8);
        assertThat(Files.readAllLines(log).get(1)).startsWith("20,2,");
        SavedLab whole = LabFile.read(once);
        SavedLab parts = LabFile.read(twice);
        assertThat(parts.state().batch()).isEqualTo(33);
        assertThat(parts.state().source()).isEqualTo(whole.state().source());
        whole.state()
                .arrays()
                .forEach((name, values) ->
                        assertThat(parts.state().arrays().get(name)).as(name).isEqualTo(values));
        assertThat(parts.metrics().recent().stream().map(Metric::loss))
                .containsExactlyElementsOf(
                        whole.metrics().recent().stream().map(Metric::loss).toList());
    }

    @Test
    void anEpochThatTheLabHasBegunIsEndedFirst() throws IOException {
        Path lab = folder.resolve("begun.grulab");
        report(SMALL + " --max-batches 19 --save " + lab); // 12 batches an epoch
        JsonNode rest = report("--lab " + lab + " --threads 1 --epochs 2");
        assertThat(rest.get("batches").asInt()).isEqualTo(5 + 12);
        assertThat(rest.get("epochs").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--hidden 8", "--cell lstm", "--corpus copy", "--seed 1", "--tokens char", "--reset after"})
    void whatALabDecidesIsNotAskedAgain(String option) throws IOException {
        Path lab = folder.resolve("decided.grulab");
        report(SMALL + " --max-batches 1 --save " + lab);
        Outcome refused = train("--lab " + lab + " " + option);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .isEqualTo("gru-lab train: " + option.split(" ")[0]
                        + " is what the lab has it to be; leave it out with --lab, or train without --lab\n");
    }

    @Test
    void rateAndClipMayChangeOnTheWayAndTheLabSaysSo() throws IOException, UnreadableLab {
        Path lab = folder.resolve("changed.grulab");
        report(SMALL + " --max-batches 1 --save " + lab);
        report("--lab " + lab + " --lr 0.5 --clip off --max-batches 1 --save " + lab);
        SavedLab changed = LabFile.read(lab);
        assertThat(changed.state().experiment().learningRate()).isEqualTo(0.5);
        assertThat(changed.state().experiment().clip()).isEqualTo(Experiment.UNCLIPPED);
        assertThat(changed.altered()).isTrue();
    }

    @Test
    void withoutClippingNoGradientIsCut() throws IOException {
        String steep = SMALL + " --optimizer sgd --max-batches 12 --clip ";
        JsonNode cut = report(steep + "0.001");
        JsonNode whole = report(steep + "off");
        assertThat(cut.get("clipped").asInt()).isEqualTo(12);
        assertThat(whole.get("clipped").asInt()).isZero();
        assertThat(whole.get("loss").asDouble()).isLessThan(cut.get("loss").asDouble());
    }

    @Test
    void theLogHasARowABatchAndTheLossOfTheReportIsTheMeanOfItsLastCompleteEpoch() throws IOException {
        Path log = folder.resolve("run.csv");
        JsonNode report = report(SMALL + " --max-batches 30 --log " + log);
        List<String> lines = Files.readAllLines(log);
        assertThat(lines.get(0)).isEqualTo("batch,epoch,loss,perplexity,gradNorm,clipped,seconds");
        assertThat(lines).hasSize(31);
        double sum = 0;
        int clipped = 0;
        for (int i = 1; i <= 30; i++) {
            String[] row = lines.get(i).split(",");
            assertThat(row).hasSize(7);
            assertThat(row[0]).isEqualTo(String.valueOf(i));
            assertThat(row[1]).isEqualTo(String.valueOf((i - 1) / 12 + 1));
            sum += i > 12 && i <= 24 ? Double.parseDouble(row[2]) : 0;
            clipped += Boolean.parseBoolean(row[5]) ? 1 : 0;
        }
        assertThat(report.get("epochs").asInt()).isEqualTo(2);
        assertThat(report.get("loss").asDouble()).isCloseTo(sum / 12, Offset.offset(1e-12));
        assertThat(report.get("clipped").asInt()).isEqualTo(clipped);
        assertThat(report.get("stopped").asText()).isEqualTo("batches");
        assertThat(folder).isDirectoryNotContaining(p -> p.toString().endsWith(".part"));
    }

    @Test
    void beforeTheFirstEpochIsCompleteTheLossIsThatOfAllBatches() throws IOException {
        Path log = folder.resolve("run.csv");
        JsonNode report = report(SMALL + " --max-batches 3 --log " + log);
        double mean = Files.readAllLines(log).stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",")[2]))
                .average()
                .orElseThrow();
        assertThat(report.get("epochs").asInt()).isZero();
        assertThat(report.get("loss").asDouble()).isCloseTo(mean, Offset.offset(1e-12));
    }

    @Test
    void theSameSeedGivesTheSameRunAndThreadsChangeNothing() throws IOException {
        String run = "--hidden 8 --batch 8 --steps 8 --max-batches 20";
        JsonNode one = report(run + " --threads 1");
        assertThat(report(run + " --threads 2").get("loss")).isEqualTo(one.get("loss"));
        assertThat(report(run + " --threads 1 --seed 8").get("loss")).isNotEqualTo(one.get("loss"));
    }

    @Test
    void itStopsAfterTheFirstEpochAtThePerplexity() throws IOException {
        JsonNode report = report(SMALL + " --lr 0.05 --stop-at 2 --epochs 200");
        assertThat(report.get("stopped").asText()).isEqualTo("perplexity");
        assertThat(report.get("perplexity").asDouble()).isLessThanOrEqualTo(2);
        assertThat(report.get("epochs").asInt()).isLessThan(200);
        assertThat(report.get("batches").asInt() % 12).isZero();
    }

    @Test
    void itLearnsAGeneratedLanguageBeyondItsBigrams() throws IOException {
        JsonNode report = report("--corpus counting --hidden 24 --batch 16 --steps 32 --lr 0.02 --max-batches 250");
        assertThat(report.get("perplexity").asDouble())
                .isLessThan(report.get("bigramPerplexity").asDouble());
    }

    @Test
    void interruptedItEndsInOrderAndWritesItsFiles() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        shell.interrupted = () -> asked.incrementAndGet() >= 5;
        Path log = folder.resolve("run.csv");
        Path lab = folder.resolve("run.grulab");
        JsonNode report = report(SMALL + " --epochs 1000000 --log " + log + " --save " + lab);
        assertThat(report.get("stopped").asText()).isEqualTo("interrupted");
        assertThat(report.get("batches").asInt()).isEqualTo(5);
        assertThat(log).exists();
        assertThat(lab).exists();
    }

    @Test
    void divergenceEndsWithOneSentenceAndTheLastGoodWeightsAreSaved() throws IOException {
        Path lab = folder.resolve("run.grulab");
        Outcome outcome = train(SMALL + " --optimizer sgd --lr 100 --clip 1000 --epochs 400 --json --save " + lab);
        JsonNode report = new ObjectMapper().readTree(outcome.out());
        assertThat(report.get("stopped").asText()).isEqualTo("diverged");
        assertThat(outcome.err())
                .matches("gru-lab train: loss became (NaN|infinite) at batch \\d+; lower --lr or --clip"
                        + " \\(the weights of batch \\d+ are kept\\)\\R");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(shell.run("generate", "--lab", lab.toString(), "--length", "5")
                        .code())
                .isZero();
    }

    @Test
    void withoutJsonItReportsInWords() {
        Outcome outcome = train(SMALL + " --epochs 1");
        assertThat(outcome.out())
                .contains("gru, reset after, update keep, 8 units, 339 parameters", "perplexity", "bigram");
    }

    @Test
    void textsOfOnesOwnAreReadByCharacterOrWord() throws IOException {
        Path text = Files.writeString(folder.resolve("own.txt"), "the cat sat on the mat. ".repeat(40));
        String run = "--hidden 4 --batch 2 --steps 4 --max-batches 2 --corpus " + text;
        int characters = report(run).get("parameters").asInt();
        int words = report(run + " --tokens word").get("parameters").asInt();
        // eleven letters, space and stop; five words and the stop
        assertThat(characters - words).isEqualTo((characters(text) - 6) * (3 * 4 + 4 + 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --cell lstm --reset before | --reset is for gru: lstm has only one form, so leave it out
        --cell rnn --update keep   | --update is for gru: rnn has only one form, so leave it out
        --cell transformer     | --cell must be gru or lstm or rnn, not 'transformer'
        --reset behind         | --reset must be before or after, not 'behind'
        --update KEEP          | --update must be keep or admit, not 'KEEP'
        --hidden 0             | --hidden must be a whole number from 1 to 1024, not '0'
        --hidden many          | --hidden must be a whole number from 1 to 1024, not 'many'
        --hidden 2.5           | --hidden must be a whole number from 1 to 1024, not '2.5'
        --batch 513            | --batch must be a whole number from 1 to 512, not '513'
        --steps 1              | --steps must be a whole number from 2 to 512, not '1'
        --lr 0                 | --lr must be a number from 0.000001 to 100, not '0'
        --lr NaN               | --lr must be a number from 0.000001 to 100, not 'NaN'
        --clip -1              | --clip must be a number from 0.001 to 1000, not '-1'; off clips nothing
        --seed 1e20            | --seed must be a whole number from 0 to 9007199254740991, not '1e20'
        --optimizer rmsprop    | --optimizer must be sgd or adam, not 'rmsprop'
        --sampling shuffled    | --sampling must be sequential or random, not 'shuffled'
        --init xavier          | --init must be d2l or pytorch, not 'xavier'
        --tokens byte          | --tokens must be char or word, not 'byte'
        --epochs 0             | --epochs must be a whole number from 1 to 1000000000000, not '0'
        --max-batches x        | --max-batches must be a whole number from 1 to 1000000000000, not 'x'
        --stop-at 0.5          | --stop-at must be a number from 1 to 1000000, not '0.5'
        --threads 0            | --threads must be a whole number from 1 to 256, not '0'
        --max-tokens 0         | --max-tokens must be a whole number from 1 to 2147483647, not '0'
        --max-tokens 100       | The text needs at least 1056 characters for a batch of 32 windows of 32; it has 100.
        --corpus nosuch        | --corpus 'nosuch' is neither a file nor a built-in text; these are built in: lighthouse, tea-mountain, brackets, copy, counting
        --log nowhere/a.csv    | --log nowhere/a.csv: there is no folder WORKING/nowhere; make it first
        --save .               | --save . is a folder; give the name of a file
        """)
    void aWrongRequestIsAnsweredWithWhatWouldBeRight(String options, String sentence) {
        Outcome outcome = train(options);
        String working = Path.of("").toAbsolutePath().toString();
        assertThat(outcome.err())
                .isEqualTo("gru-lab train: " + sentence.replace("WORKING/nowhere", Given.shown(working + "/nowhere"))
                        + System.lineSeparator());
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.code()).isEqualTo(2);
    }

    @Test
    void filesThatAreNoTextAreRefused() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.txt"));
        assertThat(train("--corpus " + empty).err()).startsWith("gru-lab train: empty.txt is empty");
        Path binary = Files.write(folder.resolve("picture.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 1, 2});
        Outcome outcome = train("--corpus " + binary);
        assertThat(outcome.err()).startsWith("gru-lab train: picture.png ").hasLineCount(1);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(train("--corpus " + folder).code()).isEqualTo(2);
        assertThat(shell.run("train", "--corpus", "").err())
                .isEqualTo("gru-lab train: --corpus is empty; give the name of a file" + System.lineSeparator());
    }

    private Outcome train(String options) {
        List<String> args = new ArrayList<>(List.of("train"));
        args.addAll(Arrays.asList(options.split(" ")));
        return shell.run(args.toArray(String[]::new));
    }

    private JsonNode report(String options) throws IOException {
        Outcome outcome = train(options + " --json");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        return new ObjectMapper().readTree(outcome.out());
    }

    private static long characters(Path text) throws IOException {
        return Files.readString(text).codePoints().distinct().count();
    }
}
