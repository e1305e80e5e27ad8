package grulab.cli;

import grulab.cli.Screens.Rendering;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Runs the program's commands in this process, with screens that only note what they were asked for. */
final class Shell {
    final List<Rendering> rendered = new ArrayList<>();
    final List<Path> files = new ArrayList<>();
    int opened;
    BooleanSupplier interrupted = () -> false;
    boolean live;

    /** What a command left behind. */
    record Outcome(int code, String out, String err) {}

    Outcome run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Cli.run(args, new Console(new PrintWriter(out), new PrintWriter(err), live, interrupted), screens());
        return new Outcome(code, out.toString(), err.toString());
    }

    Screens screens() {
        return new Screens() {
            @Override
            public int open(Console console) {
                opened++;
                return 0;
            }

            @Override
            public int open(Path file, Console console) {
                files.add(file);
                return 0;
            }

            @Override
            public void render(Rendering rendering, Console console) {
                rendered.add(rendering);
            }
        };
    }
}
