package grulab.cli;

import grulab.engine.explain.PassageCase;
import grulab.engine.reference.Reference;
import grulab.interop.CaseFile;
import grulab.interop.code.Programs;
import grulab.model.Case;
import grulab.model.Framework;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "code",
        sortOptions = false,
        description = {
            "Writes a program in another framework that computes the same, with its weights, its input and the lab's"
                    + " numbers beside it.",
            "",
            "The framework's own layer is used where it computes the cell (with the weights of z negated where its z"
                    + " means the other thing), and every gate is computed by the formulas. Run, the program prints its"
                    + " largest error, and exits with 1 if that is above 1e-5.",
            ""
        },
        footer = {"", "Example: gru-lab code --lab my.grulab --framework pytorch --out my-gru && python my-gru/run.py"})
final class CodeCommand implements Callable<Integer> {
    @Option(names = "--case", paramLabel = "FILE", description = "a case, as for trace; computed in float64")
    private @Nullable String file;

    @Option(
            names = "--lab",
            paramLabel = "FILE",
            description = "or a saved lab: the passage that its window watches, as the engine computes it")
    private @Nullable String lab;

    @Option(
            names = "--framework",
            paramLabel = "NAME",
            required = true,
            description = "pytorch, keras, flax, numpy or nd4j")
    private String framework = "";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "the folder, made if it is not there; what else is in it stays")
    private String out = "";

    private final Console console;

    CodeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        String id = Given.choice("--framework", framework, Framework.ids());
        Framework chosen = Framework.byId(id).orElseThrow();
        Path folder = Given.path("--out", out);
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new BadRequest("--out %s is a file; give the name of a folder".formatted(Given.shown(out)));
        }
        PassageCase computed = computed();
        for (Path written : Programs.write(folder, computed.problem(), computed.answer(), chosen)) {
            console.out().println(Given.line(written.toString()));
        }
        return 0;
    }

    private PassageCase computed() throws Exception {
        if (file != null && lab == null) {
            Case problem = CaseFile.read(Given.path("--case", file)).problem();
            return new PassageCase(problem, Reference.run(problem, false));
        }
        if (lab == null || file != null) {
            throw new BadRequest("give either --case FILE or --lab FILE");
        }
        return PassageCase.of(GivenLab.snapshot(lab));
    }
}
