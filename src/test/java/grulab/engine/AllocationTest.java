package grulab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import grulab.engine.train.Trainer;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Experiment;
import grulab.model.Optimizer;
import grulab.model.Sampling;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A training step allocates a few small objects, however many units and characters there are")
class AllocationTest {
    /** A metric and two positions in the text. */
    private static final long OBJECTS = 512;

    @ParameterizedTest
    @EnumSource(CellType.class)
    @DisplayName("once its vector code is compiled, which before keeps vectors on the heap")
    void compiled(CellType cell) {
        assertThat(allocates(cell, 16, 4, 8)).isTrue();
        assertThat(allocates(cell, 48, 16, 24)).isTrue();
    }

    /** Trains until rounds of steps allocate no more than they should, for a minute at most. */
    private static boolean allocates(CellType cell, int hidden, int batch, int steps) {
        Experiment e = Experiments.of(cell, Convention.PYTORCH, hidden, batch, steps, Optimizer.ADAM, Sampling.RANDOM);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long end = System.nanoTime() + 60_000_000_000L;
        try (Trainer trainer = Experiments.trainer(e)) {
            while (System.nanoTime() < end) {
                long before = threads.getCurrentThreadAllocatedBytes();
                Experiments.train(trainer, 100);
                if (threads.getCurrentThreadAllocatedBytes() - before <= 100 * OBJECTS) {
                    return true;
                }
            }
            return false;
        }
    }
}
