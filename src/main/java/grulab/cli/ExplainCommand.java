package grulab.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import grulab.engine.explain.Explanation;
import grulab.engine.train.CaseRun;
import grulab.interop.CaseFile;
import grulab.model.Case;
import grulab.model.CellType;
import grulab.model.arithmetic.Line;
import grulab.model.arithmetic.Term;
import java.util.Arrays;
import java.util.concurrent.Callable;
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
        footer = {"", "Example: gru-lab explain --case gru.json --t 3 --unit 14"})
final class ExplainCommand implements Callable<Integer> {
    @Option(names = "--case", paramLabel = "FILE", required = true, description = "a case, as for trace")
    private String file = "";

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

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    private final Console console;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Case problem = CaseFile.read(Given.path("--case", file)).problem();
        int step = (int) Given.whole("--t", t, 1, problem.steps());
        int k = (int) Given.whole("--unit", unit, 1, problem.weights().hidden());
        int row = (int) Given.whole("--sample", sample, 1, problem.batch());
        int inputs = problem.weights().inputs();
        int from = ((step - 1) * problem.batch() + row - 1) * inputs;
        Explanation explanation = Explanation.of(
                CaseRun.trace(problem, row - 1),
                step - 1,
                problem.weights(),
                Arrays.copyOfRange(problem.x(), from, from + inputs),
                k - 1);
        if (json) {
            console.out().println(json(explanation, step, k, row).toPrettyString());
        } else {
            print(explanation, problem, step, k, row);
        }
        return 0;
    }

    private static ObjectNode json(Explanation explanation, int t, int unit, int sample) {
        ObjectNode root = Json.object().put("t", t).put("unit", unit).put("sample", sample);
        ArrayNode lines = root.putArray("lines");
        for (Line line : explanation.lines()) {
            ObjectNode node = lines.addObject()
                    .put("symbol", line.symbol())
                    .put("formula", line.formula())
                    .put("substituted", line.substituted())
                    .put("result", line.result());
            node.set("value", Json.number(line.value()));
            node.set("reference", Json.number(line.reference()));
            node.put("agrees", line.agrees()).put("exact", line.exact());
            ArrayNode terms = node.putArray("terms");
            for (Term term : line.terms()) {
                terms.addObject().put("name", term.name()).set("value", Json.number(term.value()));
            }
        }
        return root;
    }

    /** As the formulas write it, two columns wide; h̃ is two code points and one column. */
    private static String shown(String symbol) {
        return switch (symbol) {
            case "n" -> "h̃ ";
            case "h", "c" -> symbol + "′";
            default -> symbol + " ";
        };
    }

    private void print(Explanation explanation, Case problem, int t, int unit, int sample) {
        CellType cell = problem.weights().cell();
        String convention = cell == CellType.GRU
                ? ", reset %s, update %s"
                        .formatted(
                                problem.convention().reset().id(),
                                problem.convention().update().id())
                : "";
        console.out().printf("unit %d, t = %d, sample %d: %s%s%n", unit, t, sample, cell.id(), convention);
        for (Line line : explanation.lines()) {
            console.out().printf("%n%s = %s%n", shown(line.symbol()), line.formula());
            console.out()
                    .printf(
                            "   %s %s %s  %s%n",
                            line.exact() ? "=" : "≈",
                            line.substituted().isEmpty() ? "(not finite)" : line.substituted() + " =",
                            line.result(),
                            line.agrees() ? "✓" : "✕ cell %s, recomputed %s".formatted(line.value(), line.reference()));
        }
    }
}
