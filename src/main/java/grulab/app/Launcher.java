package grulab.app;

import grulab.cli.Cli;
import grulab.cli.Console;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Where the program starts. Not an Application itself, so that it runs from a plain class path. */
public final class Launcher {
    /** Held, because loggers that nobody holds forget their level. Its only message is that JavaFX is on the class path. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Launcher() {}

    public static void main(String[] args) throws Exception {
        JAVAFX.setLevel(Level.SEVERE);
        LabScreens screens = new LabScreens();
        int code = args.length == 0 ? screens.open(Console.ofProcess(() -> false)) : Cli.runProcess(args, screens);
        System.exit(code);
    }
}
