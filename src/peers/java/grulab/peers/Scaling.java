package grulab.peers;

import grulab.model.CellType;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How the time of a step grows: one size varied at a time from the usual one. */
@Command(name = "scaling", description = "this engine's time of a step against H, T, B, V and threads")
final class Scaling implements Callable<Integer> {
    private static final int[] HIDDEN = {16, 32, 64, 128, 192, 256, 384, 512, 768, 1024};
    private static final int[] STEPS = {2, 5, 10, 20, 35, 70, 140, 280};
    private static final int[] BATCH = {1, 2, 4, 8, 16, 32, 64, 128, 256};
    private static final int[] VOCABULARY = {2, 28, 100, 500, 2000, 8000};

    @Option(names = "--cell", description = "gru, lstm or rnn (default: gru)")
    private CellType cell = CellType.GRU;

    @Option(names = "--threads", description = "for all but the last part (default: ${DEFAULT-VALUE})")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--seconds",
            description = "of each measurement, after as many to warm up (default: ${DEFAULT-VALUE})")
    private double seconds = 2;

    @Override
    public Integer call() {
        Work usual = Work.USUAL.with(cell);
        System.out.printf("Java %s, %s%n%n", Runtime.version().feature(), cell.title());
        System.out.println("| varied | value | threads | ms | GFLOP | GFLOP/s |");
        System.out.println("|---|---|---|---|---|---|");
        for (int n : HIDDEN) {
            print("H", n, usual.withSizes(n, usual.batch(), usual.steps()), threads);
        }
        for (int n : STEPS) {
            print("T", n, usual.withSizes(usual.hidden(), usual.batch(), n), threads);
        }
        for (int n : BATCH) {
            print("B", n, usual.withSizes(usual.hidden(), n, usual.steps()), threads);
        }
        for (int n : VOCABULARY) {
            print("V", n, usual.withVocabulary(n), threads);
        }
        for (int n = 1; n <= Runtime.getRuntime().availableProcessors(); n++) {
            print("threads", n, usual, n);
        }
        return 0;
    }

    private void print(String varied, int value, Work work, int with) {
        try (Remote lab = Remote.lab(work, with, true)) {
            lab.round(seconds);
            double ms = lab.round(seconds);
            double operations = work.operations() * 1e-9;
            System.out.printf(
                    "| %s | %d | %d | %.3g | %.3g | %.1f |%n",
                    varied, value, with, ms, operations, operations / ms * 1e3);
        }
    }
}
