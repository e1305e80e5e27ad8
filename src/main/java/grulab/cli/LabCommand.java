package grulab.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The root: without a command, the window. */
@Command(
        name = "gru-lab",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "[COMMAND]",
        description = {
            "See the inside of a gated recurrent unit while it learns.",
            "",
            "Without a command it opens the lab, with a FILE (a lab or a model file) that file in it. On a machine with no display it takes a tour instead: it trains for"
                    + " a bounded time, draws the screens off-screen, and says where it put them.",
            ""
        },
        footer = {
            "",
            "Exit codes: 0 done; 2 the request was wrong, and one line on stderr says what would be right; 1 anything"
                    + " else.",
            "'gru-lab COMMAND --help' tells all about a command."
        })
final class LabCommand implements Callable<Integer> {
    private final Console console;
    private final Screens screens;

    LabCommand(Console console, Screens screens) {
        this.console = console;
        this.screens = screens;
    }

    @Override
    public Integer call() throws Exception {
        return screens.open(console);
    }
}
