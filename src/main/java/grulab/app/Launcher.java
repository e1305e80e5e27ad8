package grulab.app;

import grulab.cli.Cli;
import grulab.cli.Console;
import java.lang.ref.Reference;
import java.util.OptionalInt;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Where the program starts. Not an Application itself, so that it runs from a plain class path. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) throws Exception {
        OptionalInt done = Restart.withVectors(args);
        System.exit(done.isPresent() ? done.getAsInt() : run(args));
    }

    private static int run(String[] args) throws Exception {
        SecondProcess.endWithTheFirst();
        // held, because loggers that nobody holds forget their level; its only message is that JavaFX is on the class
        // path
        Logger javafx = Logger.getLogger("javafx");
        javafx.setLevel(Level.SEVERE);
        try {
            LabScreens screens = new LabScreens();
            return args.length == 0 ? screens.open(Console.ofProcess(() -> false)) : Cli.runProcess(args, screens);
        } finally {
            Reference.reachabilityFence(javafx);
        }
    }
}
