package grulab.cli;

import grulab.engine.explain.Explanation;
import grulab.engine.explain.PassageCase;
import grulab.engine.explain.Walk;
import grulab.engine.reference.Reference;
import grulab.engine.train.CaseRun;
import grulab.interop.CaseFile;
import grulab.model.Case;
import grulab.model.Snapshot;
import grulab.model.StepTrace;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "explain",
        sortOptions = false,
        description = {
            "The arithmetic of one unit at one step, line by line with its numbers, as the window shows it.",
            "",
            "The printed digits close: worked out again on a pocket calculator each line rounds to its result (≈ where"
                    + " even five decimals are not enough). Every value of the engine is recomputed in float64 and must"
                    + " agree within 1e−5.",
            ""
        },
        footer = {
            "",
            "Examples: gru-lab explain --case gru.json --t 3 --unit 14 --backward --products 5",
            "          gru-lab explain --lab my.grulab --t 3 --unit 14"
        })
final class ExplainCommand implements Callable<Integer> {
    private static final int MOST_PRODUCTS = 1_000_000;

    @Option(names = "--case", paramLabel = "FILE", description = "a case, as for trace")
    private @Nullable String file;

    @Option(
            names = "--lab",
            paramLabel = "FILE",
            description = "or a saved lab: the passage that its window watches, of which there is one sample")
    private @Nullable String lab;

    @Option(
            names = "--t",
            paramLabel = "N",
            required = true,
            description = "time step, counted from 1 as on the screen")
    private String t = "";

    @Option(
            names = "--unit",
            paramLabel = "K",
            required = true,
            description = "hidden unit, counted from 1 as on the screen")
    private String unit = "";

    @Option(names = "--sample", paramLabel = "B", description = "row of the batch, counted from 1 (default: 1)")
    private String sample = "1";

    @Option(
            names = "--backward",
            description = {
                "also the way back, in units of 10^exponent; needs targets and a head. dh′ is ∂L/∂ of the state after"
                        + " the step, dh what it sends back to the one before, dh⁺ what the next step sends back"
            })
    private boolean backward;

    @Option(
            names = "--products",
            paramLabel = "K",
            description = "also the K largest products behind each term that is a dot product, counted from 1, and"
                    + " the sum of the rest")
    private String products = "";

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    private final Console console;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if ((file == null) == (lab == null)) {
            throw new BadRequest("give either --case FILE or --lab FILE");
        }
        Snapshot passage = lab == null ? null : GivenLab.snapshot(lab);
        Case problem = passage == null
                ? CaseFile.read(Given.path("--case", String.valueOf(file))).problem()
                : PassageCase.of(passage).problem();
        int step = (int) Given.whole("--t", t, 1, problem.steps());
        int k = (int) Given.whole("--unit", unit, 1, problem.weights().hidden());
        int row = (int) Given.whole("--sample", sample, 1, problem.batch());
        if (backward && problem.targets() == null) {
            throw new BadRequest("--backward needs a loss, but %s has no targets; add head and targets"
                    .formatted(Given.shown(String.valueOf(file))));
        }
        int most = products.isEmpty() ? 0 : (int) Given.whole("--products", products, 1, MOST_PRODUCTS);
        Walk walk = passage == null ? Walk.of(problem, row - 1, trace(problem, row - 1)) : Walk.of(passage, List.of());
        ExplainReport report = new ExplainReport(
                Explanation.of(walk, step - 1, k - 1),
                backward ? Explanation.backward(walk, step - 1, k - 1).lines() : List.of(),
                row,
                most);
        if (json) {
            console.out().println(report.json().toPrettyString());
        } else {
            report.print(problem, console.out());
        }
        return 0;
    }

    /** By the engine that trains, where it knows the cell. */
    private StepTrace trace(Case problem, int row) {
        return problem.options().isPlain()
                ? CaseRun.trace(problem, row, backward)
                : Reference.trace(problem, row, backward);
    }
}
