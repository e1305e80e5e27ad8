package grulab.peers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** libtorch and this engine at the work of one row, each with every number of threads that the row allows it. */
final class Contest implements AutoCloseable {
    /** In float32, relative, over the first steps. */
    private static final double SAME_LOSS = 1e-4;

    private static final int SAME_STEPS = 5;

    /** The time of a step, ms. */
    record Time(double ms, int threads) {
        static Time least(Stream<Time> all) {
            return all.min(Comparator.comparingDouble(Time::ms)).orElseThrow();
        }
    }

    /** The best time of each. */
    record Round(Time libtorch, Time lab) {
        double ratio() {
            return libtorch.ms() / lab.ms();
        }
    }

    private record Entrant(Remote process, int threads) {
        Time round(double seconds) {
            return new Time(process.round(seconds), threads);
        }
    }

    private final Row row;
    private final List<Entrant> libtorch = new ArrayList<>();
    private final List<Entrant> lab = new ArrayList<>();

    Contest(Row row) {
        this.row = row;
        for (int threads : row.threads()) {
            libtorch.add(new Entrant(Remote.libtorch(row.work(), threads), threads));
            lab.add(new Entrant(Remote.lab(row.work(), threads, row.vectors()), threads));
        }
    }

    /**
     * Both have just started, from the same weights; so their first losses agree, if they do the same.
     *
     * @throws IllegalStateException if they do not
     */
    void checkSameWork() {
        double[] expected = libtorch.get(0).process().losses(SAME_STEPS);
        for (Entrant entrant : lab) {
            double[] losses = entrant.process().losses(SAME_STEPS);
            for (int i = 0; i < SAME_STEPS && row.comparable(); i++) {
                if (!(Math.abs(losses[i] - expected[i]) <= SAME_LOSS * expected[i])) {
                    throw new IllegalStateException("not the same work: losses " + Arrays.toString(expected) + " and "
                            + Arrays.toString(losses));
                }
            }
        }
    }

    Round round(double seconds) {
        return new Round(
                Time.least(libtorch.stream().map(entrant -> entrant.round(seconds))),
                Time.least(lab.stream().map(entrant -> entrant.round(seconds))));
    }

    @Override
    public void close() {
        libtorch.forEach(entrant -> entrant.process().close());
        lab.forEach(entrant -> entrant.process().close());
    }
}
