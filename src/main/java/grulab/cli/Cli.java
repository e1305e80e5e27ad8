package grulab.cli;

import grulab.interop.BadCase;
import grulab.interop.file.BadModel;
import grulab.service.UnreadableLab;
import grulab.text.UnreadableText;
import grulab.text.UnusableText;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The program as a command: exit code 0 done, 2 the request was wrong (one line on stderr says what, where, and what
 * would be right), 1 anything else.
 */
public final class Cli {
    private static final long PATIENCE_S = 10;

    private Cli() {}

    /** Runs as a process: Ctrl-C ends the training in order, so that its files are written. Returns the exit code. */
    public static int runProcess(String[] args, Screens screens) {
        AtomicBoolean interrupted = new AtomicBoolean();
        CountDownLatch ended = new CountDownLatch(1);
        Thread onExit = new Thread(
                () -> {
                    interrupted.set(true);
                    try {
                        ended.await(PATIENCE_S, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "end in order");
        Runtime.getRuntime().addShutdownHook(onExit);
        int code;
        try {
            code = run(args, Console.ofProcess(interrupted::get), screens);
        } finally {
            ended.countDown();
        }
        if (!interrupted.get()) {
            Runtime.getRuntime().removeShutdownHook(onExit);
        }
        return code;
    }

    /** Runs a command line and returns its exit code; writes to the console only. */
    public static int run(String[] args, Console console, Screens screens) {
        CommandLine root = new CommandLine(new LabCommand(console, screens))
                .addSubcommand(new TrainCommand(console))
                .addSubcommand(new BenchCommand(console))
                .addSubcommand(new TraceCommand(console))
                .addSubcommand(new CheckCommand(console))
                .addSubcommand(new ConvertCommand(console))
                .addSubcommand(new ExplainCommand(console))
                .addSubcommand(new CodeCommand(console))
                .addSubcommand(new DiagnoseCommand(console))
                .addSubcommand(new GenerateCommand(console))
                .addSubcommand(new RenderCommand(console, screens))
                .addSubcommand(new CorpusCommand(console));
        root.setOut(console.out())
                .setErr(console.err())
                .setExpandAtFiles(false)
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler((e, given) -> refuse(e.getCommandLine(), sentence(e)))
                .setExecutionExceptionHandler((e, command, parsed) -> failed(command, e));
        try {
            int code = opens(args, root) ? open(args[0], console, screens, root) : root.execute(args);
            // a PrintWriter keeps to itself that the disk is full or the reader gone
            return code == ExitCode.OK && console.out().checkError()
                    ? say(root, "not everything could be written to stdout", ExitCode.SOFTWARE)
                    : code;
        } catch (OutOfMemoryError e) {
            return say(root, "there is not enough memory for this; give Java more with -Xmx, or ask for less", 1);
        } finally {
            console.out().flush();
            console.err().flush();
        }
    }

    /** One word that is no command but a file, as a double click on one has it. */
    private static boolean opens(String[] args, CommandLine root) {
        return args.length == 1 && isFile(args[0]) && !root.getSubcommands().containsKey(args[0]);
    }

    /** Whether the word names a file that is there. */
    public static boolean isFile(String word) {
        try {
            return Files.isRegularFile(Path.of(word));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static int open(String file, Console console, Screens screens, CommandLine root) {
        try {
            return screens.open(Path.of(file), console);
        } catch (Exception e) {
            return failed(root, e);
        }
    }

    private static int failed(CommandLine command, Exception e) {
        if (e instanceof BadModel model && !model.options().isEmpty()) {
            return refuse(command, "%s (%s)".formatted(model.getMessage(), model.options()));
        }
        if (e instanceof BadRequest
                || e instanceof BadCase
                || e instanceof BadModel
                || e instanceof UnreadableText
                || e instanceof UnusableText
                || e instanceof UnreadableLab) {
            return refuse(command, String.valueOf(e.getMessage()));
        }
        return say(command, "it failed: " + Given.line(e.toString()), ExitCode.SOFTWARE);
    }

    private static int refuse(CommandLine command, String sentence) {
        return say(command, sentence, ExitCode.USAGE);
    }

    private static int say(CommandLine command, String sentence, int code) {
        command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + sentence);
        return code;
    }

    private static String sentence(ParameterException e) {
        String help = "; '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help' tells what there is";
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String first = Given.shown(unmatched.getUnmatched().get(0));
            String what = unmatched.isUnknownOption() ? "there is no option " : "nothing can be done with ";
            return what + first + meant(unmatched) + help;
        }
        return Given.line(lowered(e.getMessage())) + help;
    }

    private static String meant(UnmatchedArgumentException e) {
        return e.getSuggestions().isEmpty()
                ? ""
                : "; did you mean " + e.getSuggestions().get(0) + "?";
    }

    private static String lowered(@Nullable String message) {
        String text = message == null ? "this cannot be read" : message;
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
