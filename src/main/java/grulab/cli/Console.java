package grulab.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/**
 * What a command talks to.
 *
 * @param out answers
 * @param err progress, and what was wrong
 * @param live true if err is a terminal, on which a line can be written over
 * @param interrupted asked between batches: true once somebody has pressed Ctrl-C
 */
public record Console(PrintWriter out, PrintWriter err, boolean live, BooleanSupplier interrupted) {
    /** Tells a process whose errors another one passes on whether that one writes them to a terminal. */
    public static final String TERMINAL = "grulab.terminal";

    /** The process's own streams, in UTF-8 whatever the machine's default is: the texts need it. */
    public static Console ofProcess(BooleanSupplier interrupted) {
        return new Console(utf8(FileDescriptor.out), utf8(FileDescriptor.err), errorIsTerminal(), interrupted);
    }

    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
    }

    /** Java tells only whether all of its streams are a terminal; Linux tells it of one. */
    public static boolean errorIsTerminal() {
        String told = System.getProperty(TERMINAL);
        if (told != null) {
            return Boolean.parseBoolean(told);
        }
        Path stream = Path.of("/proc/self/fd/2");
        try {
            if (Files.isSymbolicLink(stream)) {
                String target = Files.readSymbolicLink(stream).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
            }
        } catch (IOException e) {
            return false;
        }
        return System.console() != null;
    }
}
