package grulab.peers;

import grulab.engine.math.Peak;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * libtorch and this engine in turn, round after round. Each is a process of its own and sleeps while the other computes.
 * Before they are timed, both train from the same weights on the same batches, and their losses have to agree.
 */
@Command(name = "ratios", description = "libtorch's time over this engine's, for every row of the table of goals")
final class Ratios implements Callable<Integer> {
    @Option(names = "--rows", split = ",", description = "which rows, by id (default: all)")
    private List<String> rows = Row.ALL.stream().map(Row::id).toList();

    @Option(names = "--rounds", description = "rounds of each row (default: ${DEFAULT-VALUE})")
    private int rounds = 3;

    @Option(names = "--seconds", description = "of each side in a round (default: ${DEFAULT-VALUE})")
    private double seconds = 3;

    @Option(names = "--warm", description = "seconds of each side beforehand (default: ${DEFAULT-VALUE})")
    private double warm = 3;

    @Override
    public Integer call() {
        double peak = Peak.gigaflops(1);
        System.out.printf(
                "Java %s; peak of one thread %.1f GFLOP/s; %d rounds of %s s; ms: lowest of the rounds' medians%n%n",
                Runtime.version().feature(), peak, rounds, seconds);
        System.out.println(
                "| row | step | threads: libtorch, lab | libtorch ms | lab ms | ratio: lowest, median, highest"
                        + " | GFLOP/s | share of peak | goal |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        boolean complete = true;
        for (Row row : Row.ALL) {
            if (rows.contains(row.id())) {
                complete &= print(row, peak);
            }
        }
        return complete ? 0 : 1;
    }

    private boolean print(Row row, double peak) {
        try (Contest contest = new Contest(row)) {
            contest.checkSameWork();
            contest.round(warm);
            List<Contest.Round> times =
                    Stream.generate(() -> contest.round(seconds)).limit(rounds).toList();
            print(row, peak, times);
            return true;
        } catch (IllegalStateException e) {
            System.out.printf("| %s | %s | | | | %s | | | |%n", row.id(), row.title(), e.getMessage());
            return false;
        }
    }

    private void print(Row row, double peak, List<Contest.Round> times) {
        double[] ratios =
                times.stream().mapToDouble(Contest.Round::ratio).sorted().toArray();
        Contest.Time libtorch = Contest.Time.least(times.stream().map(Contest.Round::libtorch));
        Contest.Time lab = Contest.Time.least(times.stream().map(Contest.Round::lab));
        double rate = row.work().operations() / lab.ms() * 1e-6;
        System.out.printf(
                "| %s | %s | %d, %d | %.3g | %.3g | %.2f, %.2f, %.2f | %.0f | %.0f %% | %s |%n",
                row.id(),
                row.title(),
                libtorch.threads(),
                lab.threads(),
                libtorch.ms(),
                lab.ms(),
                ratios[0],
                ratios[ratios.length / 2],
                ratios[ratios.length - 1],
                rate,
                100 * rate / (lab.threads() * peak),
                row.goal());
    }
}
