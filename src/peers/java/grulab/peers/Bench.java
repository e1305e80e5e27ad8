package grulab.peers;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * What only a machine with nothing else to do can answer: {@code mvn -Pbench test-compile exec:exec -Dbench="ratios"},
 * or scaling, or learning FILE, with their options.
 */
@Command(
        name = "bench",
        subcommands = {Ratios.class, Scaling.class, Learning.class, CommandLine.HelpCommand.class},
        description = "Times this engine, beside libtorch and against its own sizes.")
final class Bench {
    private Bench() {}

    public static void main(String[] args) {
        CommandLine line = new CommandLine(new Bench());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(line.execute(args.length == 0 ? new String[] {"ratios"} : args));
    }
}
