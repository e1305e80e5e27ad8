package grulab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import grulab.engine.train.Trainer;
import grulab.model.Experiment;
import grulab.model.Optimizer;
import grulab.model.Sampling;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A training step allocates a few small objects, however many units and characters there are")
class AllocationTest {
    /** A metric and two positions in the text. */
    private static final long OBJECTS = 512;

    private static final int ROUND = 100;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @MethodSource("grulab.engine.EngineSetup#cells")
    @DisplayName("once its code is compiled, which before keeps vectors on the heap")
    void compiled(EngineSetup setup) {
        assertThat(allocates(setup, 16, 4, 8, 1)).as("one thread, a small step").isTrue();
        assertThat(allocates(setup, 48, 24, 24, 1)).as("one thread").isTrue();
        assertThat(allocates(setup, 48, 24, 24, 2)).as("two threads").isTrue();
    }

    /** Trains until rounds of steps allocate no more than they should, for a minute at most. */
    private static boolean allocates(EngineSetup setup, int hidden, int batch, int steps, int threads) {
        Experiment e = setup.of(hidden, batch, steps, Optimizer.ADAM, Sampling.RANDOM);
        Set<Thread> others = Thread.getAllStackTraces().keySet();
        long end = System.nanoTime() + 60_000_000_000L;
        try (Trainer trainer = setup.trainer(e, threads)) {
            List<Thread> team = Thread.getAllStackTraces().keySet().stream()
                    .filter(t -> !others.contains(t) && t.getName().startsWith("team-"))
                    .toList();
            assertThat(team).hasSize(threads - 1);
            while (System.nanoTime() < end) {
                long before = allocated(team);
                Experiments.train(trainer, ROUND);
                if (allocated(team) - before <= ROUND * OBJECTS) {
                    return true;
                }
            }
            return false;
        }
    }

    /** By this thread and its helpers, since each began. */
    private static long allocated(List<Thread> team) {
        return THREADS.getCurrentThreadAllocatedBytes()
                + team.stream()
                        .mapToLong(t -> THREADS.getThreadAllocatedBytes(t.getId()))
                        .sum();
    }
}
