package grulab.cli;

import grulab.engine.math.KernelChoice;
import grulab.engine.math.KernelKind;
import grulab.engine.math.Peak;
import grulab.engine.train.Trainer;
import grulab.model.CellType;
import grulab.model.Experiment;
import grulab.model.Initialization;
import grulab.model.Optimizer;
import grulab.model.Sampling;
import grulab.model.Setting;
import grulab.model.Tokens;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "bench",
        sortOptions = false,
        description = {
            "Times whole training steps on this machine: forward, backward, clip, update (SGD), the state carried from"
                    + " window to window; symbols are drawn at random.",
            ""
        },
        footer = {
            "",
            "First it measures the peak: what pure multiply-adds in registers reach with as many threads as",
            "work on the step. Then it warms up for two seconds, and times steps for --seconds.",
            "",
            "gflops counts 6 T B H (G H + V) floating-point operations a step, G gates: the products of",
            "forward and backward with U and with the head. Symbols, gates and the update are not counted.",
            "",
            "--json: cell, hidden, batch, steps, vocab, threads (that work on a step; a small one is not",
            "shared out), kernels, measured (steps), median_ms, p10_ms, p90_ms, tokens_per_s, gflops,",
            "peak_gflops, share; reset and update of a GRU.",
            "",
            "Example: gru-lab bench --cell lstm --hidden 512 --batch 64 --steps 64 --json"
        })
final class BenchCommand implements Callable<Integer> {
    private static final String DEFAULT = " (default: ${DEFAULT-VALUE})";
    private static final int MOST_SYMBOLS = 1_000_000;
    private static final double SHORTEST = 0.1;
    private static final double LONGEST = 3600;

    @Option(names = "--cell", paramLabel = "gru|lstm|rnn", description = "the recurrent cell" + DEFAULT)
    private String cell = "gru";

    @Option(names = "--reset", paramLabel = "before|after", description = "a GRU's reset gate (default: after)")
    private @Nullable String reset;

    @Option(names = "--update", paramLabel = "keep|admit", description = "a GRU's update gate (default: keep)")
    private @Nullable String update;

    @Option(names = "--hidden", paramLabel = "H", description = "hidden units, 1 to 1024" + DEFAULT)
    private String hidden = "256";

    @Option(names = "--batch", paramLabel = "B", description = "windows in a batch, 1 to 512" + DEFAULT)
    private String batch = "32";

    @Option(names = "--steps", paramLabel = "T", description = "tokens in a window, 2 to 512" + DEFAULT)
    private String steps = "35";

    @Option(names = "--vocab", paramLabel = "V", description = "symbols" + DEFAULT)
    private String vocabulary = "28";

    @Option(names = "--threads", paramLabel = "N", description = "threads that may share a step" + DEFAULT)
    private String threads = TrainCommand.usualThreads();

    @Option(names = "--seconds", paramLabel = "S", description = "time to measure" + DEFAULT)
    private String seconds = "4";

    @Option(
            names = "--kernels",
            paramLabel = "vector|plain",
            description = "how the arithmetic is done (default: what this program trains with)")
    private @Nullable String kernels;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    private final Console console;

    BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        long began = System.nanoTime();
        Experiment experiment = experiment();
        int symbols = (int) Given.whole("--vocab", vocabulary, 2, MOST_SYMBOLS);
        int workers = (int) Given.whole("--threads", threads, 1, TrainCommand.MOST_THREADS);
        double span = Given.number("--seconds", seconds, SHORTEST, LONGEST);
        KernelChoice choice = choice();
        Memory.check(experiment, symbols, workers, choice);
        double peak = Peak.gigaflops(Trainer.threads(experiment, workers));
        StepTimes times = StepTimes.measure(experiment, symbols, workers, choice, span, began, console.interrupted());
        BenchReport report = new BenchReport(experiment, symbols, choice, times, peak);
        console.out().println(json ? report.json() : report.sentences());
        return 0;
    }

    private Experiment experiment() {
        CellType kind = Given.choice("--cell", cell, CellType.values());
        return new Experiment(
                kind,
                TrainOptions.convention(kind, reset, update),
                (int) Given.setting("--hidden", hidden, Setting.HIDDEN),
                (int) Given.setting("--batch", batch, Setting.BATCH),
                (int) Given.setting("--steps", steps, Setting.STEPS),
                1,
                1,
                Optimizer.SGD,
                Sampling.SEQUENTIAL,
                Initialization.D2L,
                1,
                "random symbols",
                Tokens.CHAR);
    }

    private KernelChoice choice() {
        if (kernels == null) {
            return KernelChoice.best();
        }
        KernelKind kind = Given.choice("--kernels", kernels, KernelKind.values());
        if (kind == KernelKind.VECTOR && !KernelChoice.vectorsAreThere()) {
            throw new BadRequest(
                    "--kernels vector needs the module jdk.incubator.vector (java --add-modules jdk.incubator.vector) and a"
                            + " processor with fused multiply-add; here only plain is possible");
        }
        return new KernelChoice(kind);
    }
}
