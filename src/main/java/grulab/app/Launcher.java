package grulab.app;

import grulab.cli.Cli;
import grulab.cli.Console;
import java.lang.ref.Reference;
import java.util.OptionalInt;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Where the program starts. Not an Application itself, so that it runs from a plain class path. */
public final class Launcher {
    /** Bounds checks of every vector that is read or written. JDK 17 pays a tenth of a step for them, JDK 25 nothing. */
    private static final String CHECKS = "jdk.incubator.vector.VECTOR_ACCESS_OOB_CHECK";

    private static final int CHECKS_ARE_FREE = 21;

    private Launcher() {}

    public static void main(String[] args) throws Exception {
        OptionalInt done = Restart.withVectors(args);
        System.exit(done.isPresent() ? done.getAsInt() : run(args));
    }

    private static int run(String[] args) throws Exception {
        SecondProcess.endWithTheFirst();
        if (Runtime.version().feature() < CHECKS_ARE_FREE && System.getProperty(CHECKS) == null) {
            System.setProperty(CHECKS, "0");
        }
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
