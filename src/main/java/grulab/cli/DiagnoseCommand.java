package grulab.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import grulab.engine.diagnose.Diagnostics;
import grulab.interop.ExpectedFile;
import grulab.model.Case;
import grulab.model.Diagnosis;
import grulab.model.Diagnosis.Parting;
import grulab.model.Finding;
import grulab.model.Transposed;
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
                    + " biases, and the start state given or zero, and ranks the explanations, best first. Says when several fit"
                    + " the digits given and what would tell them apart, and where the case as it stands first parts from"
                    + " what was expected.",
            ""
        },
        footer = {
            "",
            "The expected file is JSON with any field of the case's answer, or the last states alone:",
            "  { \"h\": [T][B][H] } or { \"h_last\": [B][H] } or r, z, n, c, logits, loss, perplexity …",
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
        ModelOptions.Problem problem = model.read(file, false);
        Case given = problem.given();
        if (problem.reverse()) {
            throw new BadRequest(
                    "layer %s reads its input from the last step to the first; give a case with x turned round"
                            .formatted(Given.shown(given.name())));
        }
        Diagnosis diagnosis = Diagnostics.run(given, ExpectedFile.read(Given.path("--expected", expected), given));
        String order = String.join(" ", given.weights().cell().gates());
        if (json) {
            console.out().println(report(diagnosis, order).toPrettyString());
        } else {
            print(diagnosis, order);
        }
        problem.tellLeftOut("diagnose", console);
        return 0;
    }

    private void print(Diagnosis diagnosis, String order) {
        int number = 0;
        for (Finding finding : diagnosis.findings()) {
            if (number++ < SHOWN) {
                console.out()
                        .println(Given.format(
                                "%2d  %s: max error %s%s",
                                number,
                                DiagnosisText.way(finding, order),
                                DiagnosisText.error(finding.maxError()),
                                finding.fits() ? ", fits" : ""));
            }
        }
        console.out().println();
        console.out()
                .println(
                        diagnosis.decided()
                                ? "Decided: only the first fits."
                                : "Undecided: " + DiagnosisText.undecided(diagnosis, order) + ".");
        if (diagnosis.decimals() != null) {
            console.out().println(DiagnosisText.cut(diagnosis.decimals(), diagnosis.tolerance()));
        }
        Parting parting = diagnosis.parting();
        console.out()
                .println(
                        parting == null
                                ? "The case as it stands does not part from what was expected."
                                : "The case as it stands first parts from it at " + DiagnosisText.parting(parting)
                                        + ".");
    }

    private static ObjectNode report(Diagnosis diagnosis, String order) {
        ObjectNode root = Json.object();
        ArrayNode explanations = root.putArray("explanations");
        diagnosis.findings().forEach(finding -> explanation(finding, explanations.addObject()));
        root.put("decided", diagnosis.decided());
        root.put("undecided", diagnosis.decided() ? null : DiagnosisText.undecided(diagnosis, order));
        root.put("experiment", diagnosis.experiment() == null ? null : id(diagnosis.experiment()));
        root.put("fitting", diagnosis.fitting());
        root.put("tolerance", diagnosis.tolerance());
        root.put("decimals", diagnosis.decimals());
        Parting parting = diagnosis.parting();
        if (parting == null) {
            root.putNull("firstDifference");
        } else {
            ObjectNode node = root.putObject("firstDifference");
            node.put("t", parting.t() + 1).put("unit", parting.unit() + 1).put("term", parting.term());
            node.put("sample", parting.sample() + 1);
            node.set("expected", Json.number(parting.expected()));
            node.set("found", Json.number(parting.found()));
        }
        return root;
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
        node.set("maxError", Json.number(finding.maxError()));
        node.put("fits", finding.fits()).put("alike", finding.alike());
    }

    private static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
