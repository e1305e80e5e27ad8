package grulab.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import grulab.engine.diagnose.Diagnostics;
import grulab.interop.ExpectedFile;
import grulab.interop.advice.Remedies;
import grulab.interop.advice.Remedy;
import grulab.interop.advice.Verdict;
import grulab.model.Case;
import grulab.model.CellType;
import grulab.model.Diagnosis;
import grulab.model.Diagnosis.Parting;
import grulab.model.Finding;
import grulab.model.Transposed;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "diagnose",
        sortOptions = false,
        description = {
            "Which way of computing explains numbers that came out of a framework.",
            "",
            "Tries every convention with every order of the gates, transposed matrices (U; W too if I = H), one, two or no"
                    + " biases, and the start state given, zero or exchanged; then what libraries do otherwise: activations,"
                    + " forget bias, clipping, coupled gates, batch or time in another order, rows that end early, a first"
                    + " step without a bias, and more. Ranks the explanations, the simplest first, and says of the best what"
                    + " to change, with the line of code. Says when several fit the digits given and what would tell them"
                    + " apart, and where mine (the case as it stands) first parts from yours (the numbers expected).",
            ""
        },
        footer = {
            "",
            "The expected file is JSON with any field of the case's answer, or the last states alone:",
            "  { \"h\": [T][B][H] or [B][T][H] } or { \"h_last\": [B][H] } or r, z, n, c, logits, loss, perplexity …",
            "Gradients and training in it are passed over. A number may be off by half a unit of the last digit that is",
            "written in its field, and by what float32 rounds (2e-6).",
            "",
            "gateOrder says what the blocks given as r z n were used as; t, unit and sample count from 1, as in explain.",
            "",
            "Example: gru-lab diagnose --case gru.json --expected torch.json --json"
        })
final class DiagnoseCommand implements Callable<Integer> {
    private static final int SHOWN = 10;

    @Option(names = "--case", paramLabel = "FILE", description = "a case, as for trace")
    private @Nullable String file;

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Option(
            names = "--expected",
            paramLabel = "FILE",
            required = true,
            description = "the numbers that came out of the framework")
    private String expected = "";

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    private final Console console;

    DiagnoseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (file == null && !model.given()) {
            throw new BadRequest("there is nothing to diagnose; give --case FILE, or --model FILE and --input FILE");
        }
        model.check(file);
        ModelOptions.Problem problem = model.readInAnyOrder(file);
        Case given = problem.given();
        if (problem.reverse()) {
            throw new BadRequest(
                    "layer %s reads its input from the last step to the first; give a case with x turned round"
                            .formatted(Given.shown(given.name())));
        }
        Diagnosis diagnosis = Diagnostics.run(
                given, ExpectedFile.read(Given.path("--expected", expected), given), problem.batchFirst());
        if (json) {
            console.out().println(report(diagnosis, problem).toPrettyString());
        } else {
            print(diagnosis, problem);
        }
        model.tellLeftOut(problem, "diagnose", console);
        return 0;
    }

    private void print(Diagnosis diagnosis, ModelOptions.Problem problem) {
        CellType cell = problem.given().weights().cell();
        Phrases phrases = new Phrases();
        int number = 0;
        for (Finding finding : diagnosis.findings()) {
            if (number++ < SHOWN) {
                console.out().println(Given.format("%2d  %s", number, phrases.of(Verdict.finding(finding, cell))));
            }
        }
        console.out().println();
        console.out().println(phrases.of(Verdict.of(diagnosis, cell)));
        Verdict.partings(diagnosis).forEach(said -> console.out().println(phrases.of(said)));
        for (Remedy remedy : remedies(diagnosis, problem)) {
            console.out().println();
            console.out().println(phrases.of(remedy.said()));
            console.out().println("  PyTorch  " + remedy.pytorch());
            console.out().println("  NumPy    " + remedy.numpy());
        }
    }

    /** Of the best explanation, if anything explains the numbers. */
    private static List<Remedy> remedies(Diagnosis diagnosis, ModelOptions.Problem problem) {
        return diagnosis.explained()
                ? Remedies.of(diagnosis.findings().get(0), problem.given(), problem.layout())
                : List.of();
    }

    private static ObjectNode report(Diagnosis diagnosis, ModelOptions.Problem problem) {
        Phrases phrases = new Phrases();
        ObjectNode root = Json.object();
        ArrayNode explanations = root.putArray("explanations");
        diagnosis.findings().forEach(finding -> explanation(finding, explanations.addObject()));
        root.put("decided", diagnosis.decided());
        root.put(
                "undecided",
                diagnosis.decided()
                        ? null
                        : phrases.of(
                                Verdict.of(diagnosis, problem.given().weights().cell())));
        root.put("experiment", diagnosis.experiment() == null ? null : id(diagnosis.experiment()));
        root.put("fitting", diagnosis.fitting());
        root.put("tolerance", diagnosis.tolerance());
        root.put("decimals", diagnosis.decimals());
        Parting first = diagnosis.parting();
        if (first == null) {
            root.putNull("firstDifference");
        } else {
            difference(first, root.putObject("firstDifference"));
        }
        ArrayNode differences = root.putArray("differences");
        diagnosis.partings().forEach(parting -> difference(parting, differences.addObject()));
        ArrayNode instructions = root.putArray("instructions");
        for (Remedy remedy : remedies(diagnosis, problem)) {
            instructions
                    .addObject()
                    .put("say", phrases.of(remedy.said()))
                    .put("pytorch", remedy.pytorch())
                    .put("numpy", remedy.numpy());
        }
        return root;
    }

    private static void difference(Parting parting, ObjectNode node) {
        node.put("t", parting.t() + 1).put("unit", parting.unit() + 1).put("term", parting.term());
        node.put("sample", parting.sample() + 1);
        node.set("mine", Json.number(parting.mine()));
        node.set("yours", Json.number(parting.yours()));
    }

    private static void explanation(Finding finding, ObjectNode node) {
        if (finding.convention() != null) {
            node.put("reset", finding.convention().reset().id());
            node.put("update", finding.convention().update().id());
        }
        node.put("gateOrder", finding.gateOrder());
        node.put("transposed", finding.transposed() != Transposed.NONE);
        if (finding.transposed() != Transposed.NONE) {
            node.put("matrices", id(finding.transposed()));
        }
        node.put(
                "bias",
                switch (finding.bias()) {
                    case INPUT_ONLY -> "input";
                    case RECURRENT_ONLY -> "recurrent";
                    default -> id(finding.bias());
                });
        node.put("start", id(finding.start()));
        ArrayNode deviations = node.putArray("deviations");
        finding.deviations().forEach(deviation -> DeviationJson.write(deviation, deviations.addObject()));
        node.set("maxError", Json.number(finding.maxError()));
        node.put("fits", finding.fits()).put("alike", finding.alike());
    }

    private static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
