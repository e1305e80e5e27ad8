package grulab.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import grulab.interop.BadCase;
import grulab.interop.CaseFile;
import grulab.interop.Comparison;
import grulab.model.Answer;
import grulab.model.Case;
import grulab.model.CellType;
import grulab.model.Convention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        sortOptions = false,
        description = {
            "Runs cases that say what should come out, and says which hold.",
            "",
            "One line each: name, convention, largest error and its place (counted from 0), ok or not; at the end 'n of"
                    + " m hold'. Exit code 1 if one does not, 2 if a file is no such case.",
            ""
        },
        footer = {
            "",
            "A case is what trace reads, and carries \"expected\", with any field of the answer (h, loss,",
            "gradients.W_ir as { \"gradients\": { \"W_ir\": … } }) or h_last and c_last, the states after the last step,",
            "and \"tolerance\" and \"rtol\": it holds if |got − expected| ≤ tolerance + rtol·|expected| everywhere.",
            "f32 adds 5e-6 to the tolerance.",
            "",
            "Example: gru-lab check homework/ --precision f32"
        })
final class CheckCommand implements Callable<Integer> {
    private static final double F32_SLACK = 5e-6;

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR", description = "cases, or folders whose .json files are cases")
    private List<String> places = List.of();

    @Option(
            names = "--precision",
            paramLabel = "f64|f32",
            description = "f64: the formulas as they are written; f32: the engine that trains (default: f64)")
    private String precision = "f64";

    @Option(
            names = "--cell",
            paramLabel = "gru|lstm|rnn",
            description = "leaves out, and does not count, cases of another cell")
    private @Nullable String cell;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    private final Console console;

    CheckCommand(Console console) {
        this.console = console;
    }

    /** What became of one file: a comparison, or the reason why there is none. */
    private record Result(
            String name, String convention, @Nullable Comparison comparison, String reason) {
        boolean ok() {
            return comparison != null && comparison.ok();
        }
    }

    @Override
    public Integer call() throws IOException {
        Given.choice("--precision", precision, TraceCommand.PRECISIONS);
        CellType only = cell == null ? null : Given.choice("--cell", cell, CellType.values());
        List<Result> results = new ArrayList<>();
        int leftOut = 0;
        for (Path file : files()) {
            Result result = check(file, only);
            if (result == null) {
                leftOut++;
            } else {
                results.add(result);
                tell(result);
            }
        }
        long held = results.stream().filter(Result::ok).count();
        if (json) {
            console.out().println(report(results, held).toPrettyString());
        } else {
            String others = leftOut == 0 ? "" : "; %d of another cell left out".formatted(leftOut);
            console.out().println("%d of %d hold%s".formatted(held, results.size(), others));
        }
        if (results.stream().anyMatch(r -> r.comparison() == null)) {
            return 2;
        }
        return held == results.size() ? 0 : 1;
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String place : places) {
            Path path = Given.path("FILE|DIR", place);
            if (!Files.isDirectory(path)) {
                files.add(path);
                continue;
            }
            try (Stream<Path> inside = Files.list(path)) {
                List<Path> cases = inside.filter(p -> p.toString().endsWith(".json"))
                        .filter(Files::isRegularFile)
                        .sorted()
                        .toList();
                if (cases.isEmpty()) {
                    throw new BadRequest(
                            "%s holds no .json file; name cases or a folder of cases".formatted(Given.shown(place)));
                }
                files.addAll(cases);
            }
        }
        return files;
    }

    /** Null if the case is of another cell than is to be checked. */
    private @Nullable Result check(Path file, @Nullable CellType only) {
        try {
            CaseFile given = CaseFile.read(file);
            Case problem = given.problem();
            if (only != null && problem.weights().cell() != only) {
                return null;
            }
            if (given.expected() == null) {
                throw new BadCase(file + ": $.expected is missing: there is nothing to compare with");
            }
            boolean backward =
                    given.expected().values().keySet().stream().anyMatch(name -> name.startsWith("gradients."));
            Answer answer = answer(file, problem, backward);
            double slack = precision.equals("f32") ? F32_SLACK : 0;
            Comparison comparison = Comparison.of(
                    given.expected(), answer, slack, problem.options().lengths());
            return new Result(problem.name(), form(problem), comparison, "");
        } catch (BadCase | BadRequest e) {
            return new Result(nameOf(file), "", null, String.valueOf(e.getMessage()));
        }
    }

    private Answer answer(Path file, Case problem, boolean backward) {
        try {
            return TraceCommand.answer(problem, precision, backward);
        } catch (BadRequest e) {
            throw new BadRequest("%s: %s".formatted(Given.shown(file.toString()), e.getMessage()));
        }
    }

    /** The cell, and of a GRU how it is written. */
    private static String form(Case problem) {
        Convention convention = problem.convention();
        CellType is = problem.weights().cell();
        return is == CellType.GRU
                ? "gru %s %s"
                        .formatted(convention.reset().id(), convention.update().id())
                : is.id();
    }

    private static String nameOf(Path file) {
        String name = Given.shown(String.valueOf(file.getFileName()));
        return name.endsWith(".json") ? name.substring(0, name.length() - 5) : name;
    }

    private void tell(Result result) {
        Comparison comparison = result.comparison();
        if (comparison == null) {
            console.err().println("gru-lab check: " + result.reason());
        } else if (!json) {
            String outcome = Given.format("max error %.2e at %-18s", comparison.maxError(), comparison.where())
                    + (comparison.miss() == null ? " ok" : " NOT OK: " + comparison.miss());
            console.out().println(Given.format("%-36s %-16s %s", result.name(), result.convention(), outcome));
        }
    }

    private static ObjectNode report(List<Result> results, long held) {
        ObjectNode root = Json.object();
        ArrayNode cases = root.putArray("cases");
        for (Result result : results) {
            Comparison comparison = result.comparison();
            ObjectNode node = cases.addObject().put("name", result.name()).put("ok", result.ok());
            if (comparison == null) {
                node.putNull("maxError").putNull("where").put("reason", result.reason());
            } else {
                node.set("maxError", Json.number(comparison.maxError()));
                node.put("where", comparison.where());
            }
        }
        return root.put("held", held).put("of", results.size());
    }
}
