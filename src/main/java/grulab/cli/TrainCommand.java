package grulab.cli;

import grulab.engine.math.KernelChoice;
import grulab.engine.train.Trainer;
import grulab.model.Experiment;
import grulab.model.SeededRandom;
import grulab.service.LabFile;
import grulab.service.MetricLog;
import grulab.service.SavedLab;
import grulab.text.Baseline;
import grulab.text.TokenText;
import grulab.text.UnreadableText;
import grulab.text.WindowSampler;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "train",
        sortOptions = false,
        description = {
            "Trains a GRU, LSTM or plain RNN to predict the next token of a text, and reports how well it does.",
            ""
        },
        footer = {
            "",
            "Without --epochs, --max-batches and --stop-at it trains 20 epochs. Ctrl-C ends it in order: log and"
                    + " lab are written. Progress goes to stderr.",
            "",
            "--json ends with one object: cell, reset, update (null where the cell is no GRU), hidden, parameters, seed, batches, epochs (complete"
                    + " ones), tokens, seconds, tokensPerSecond, loss (nats per token, of the last complete epoch, of all"
                    + " batches where there is none), perplexity, bigramPerplexity, clipped (batches), stopped (epochs,"
                    + " batches, perplexity, interrupted or diverged).",
            "",
            "Examples: gru-lab train --save my.grulab",
            "          gru-lab train --corpus my.txt --hidden 256 --steps 35 --optimizer sgd --lr 1 --init d2l",
            "                        --sampling sequential --epochs 500 --log run.csv --json",
            "          gru-lab train --lab my.grulab --epochs 20 --save my.grulab"
        })
final class TrainCommand implements Callable<Integer> {
    private static final long FOREVER = Long.MAX_VALUE;
    private static final long MOST = 1_000_000_000_000L;
    private static final long USUAL_EPOCHS = 20;
    static final int MOST_THREADS = 256;

    @Mixin
    private final TrainOptions experiment = new TrainOptions();

    @Option(
            names = "--lab",
            paramLabel = "FILE",
            description = "go on from a lab file, to the same numbers as if it had never stopped; settings and text are"
                    + " the lab's, but --lr and --clip may change")
    private @Nullable String lab;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--epochs", paramLabel = "N", description = "stop after so many passes over the text")
    private @Nullable String epochs;

    @Option(names = "--max-batches", paramLabel = "N", description = "stop after so many batches")
    private @Nullable String maxBatches;

    @Option(
            names = "--stop-at",
            paramLabel = "PPL",
            description = "stop after an epoch whose perplexity is this or less")
    private @Nullable String stopAt;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "threads that share the work; where bench says vector kernels, the numbers do not depend on it"
                            + " (default: one a processor)")
    private String threads = usualThreads();

    @Option(
            names = "--log",
            paramLabel = "FILE.csv",
            description = "one row a batch: " + TrainingLog.HEADER + "; as FILE.csv.part until it is whole")
    private @Nullable String log;

    @Option(
            names = "--save",
            paramLabel = "FILE",
            description = "a lab file (.grulab): settings, weights, text and all")
    private @Nullable String save;

    @Option(names = "--json", description = "the report as JSON")
    private boolean json;

    private final Console console;

    TrainCommand(Console console) {
        this.console = console;
    }

    /** One a processor. */
    static String usualThreads() {
        return String.valueOf(Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
    }

    @Override
    public Integer call() throws Exception {
        StopAt limits = limits();
        int workers = (int) Given.whole("--threads", threads, 1, MOST_THREADS);
        Path logFile = log == null ? null : WholeFile.checked("--log", log);
        Path labFile = save == null ? null : WholeFile.checked("--save", save);
        SavedLab begun = lab == null ? null : GivenLab.read(lab);
        TokenText text = begun == null ? text() : text(begun);
        Experiment asked = begun == null
                ? experiment.experiment(text.corpus().name())
                : experiment.changed(begun.state().experiment(), given());
        WindowSampler windows = WindowSampler.of(text, asked);
        Memory.check(asked, text.vocabulary().size(), workers, KernelChoice.best());
        TrainingReport report;
        try (Trainer trainer = new Trainer(asked, text.vocabulary().size(), windows, workers);
                TrainingLog rows = new TrainingLog(logFile)) {
            MetricLog metrics = new MetricLog();
            if (begun != null) {
                GivenLab.restore(trainer, begun, String.valueOf(lab));
                trainer.learningRate(asked.learningRate());
                trainer.clip(asked.clip());
                metrics = MetricLog.of(begun.metrics());
            }
            TrainingRun run = new TrainingRun(
                    trainer, windows, metrics, limits, rows, new Progress(console), console.interrupted());
            run.train();
            rows.commit();
            if (labFile != null) {
                LabFile.write(labFile, saved(text, trainer, run, begun));
            }
            report = run.report(Baseline.of(text));
        }
        console.out().println(json ? report.json() : report.sentences());
        if (report.stopped() == TrainingReport.Stopped.DIVERGED) {
            console.err().println(report.divergence());
            return 1;
        }
        return 0;
    }

    private StopAt limits() {
        boolean none = epochs == null && maxBatches == null && stopAt == null;
        return new StopAt(
                epochs == null ? (none ? USUAL_EPOCHS : FOREVER) : Given.whole("--epochs", epochs, 1, MOST),
                maxBatches == null ? FOREVER : Given.whole("--max-batches", maxBatches, 1, MOST),
                stopAt == null ? 0 : Given.number("--stop-at", stopAt, 1, 1e6));
    }

    private TokenText text() throws UnreadableText {
        experiment.experiment("");
        return experiment.text();
    }

    private static TokenText text(SavedLab lab) {
        return TokenText.of(lab.corpus(), lab.state().experiment().tokens());
    }

    /** Names of the options that were typed. */
    private List<String> given() {
        return spec == null
                ? List.of()
                : spec.commandLine().getParseResult().matchedOptions().stream()
                        .map(OptionSpec::longestName)
                        .toList();
    }

    private static SavedLab saved(TokenText text, Trainer trainer, TrainingRun run, @Nullable SavedLab begun) {
        Experiment experiment = trainer.experiment();
        if (begun != null) {
            boolean altered =
                    begun.altered() || !experiment.equals(begun.state().experiment());
            return new SavedLab(
                    text.corpus(),
                    trainer.state(),
                    run.metrics().kept(),
                    begun.watched(),
                    begun.sampleRandom(),
                    altered,
                    begun.place());
        }
        int watched = Math.min(text.opening(), text.length() - experiment.steps() - 1);
        long random = SeededRandom.stream(experiment.seed(), "sample").state();
        return new SavedLab(text.corpus(), trainer.state(), run.metrics().kept(), watched, random, false, Map.of());
    }
}
