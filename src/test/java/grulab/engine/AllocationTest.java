package grulab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import grulab.engine.train.Trainer;
import grulab.model.Convention;
import grulab.model.Experiment;
import grulab.model.Optimizer;
import grulab.model.Sampling;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A training step allocates a few small objects, however many units and characters there are")
class AllocationTest {
    @Test
    @DisplayName("for small models, with products in Java")
    void small() {
        long one = bytesPerStep(4, 2, 4);
        long eight = bytesPerStep(16, 4, 8);
        assertThat(one).isLessThan(4096);
        assertThat(Math.abs(eight - one)).isLessThan(512);
    }

    @Test
    @DisplayName("for larger ones, with products by ND4J")
    void large() {
        long one = bytesPerStep(128, 16, 64);
        long four = bytesPerStep(144, 32, 64);
        // a call of ND4J makes some 6 KB of small objects, and a step has five
        assertThat(one).isLessThan(40_000);
        // the arrays of one step of the larger one hold 600 KB more for each kind of gate
        assertThat(four - one).isLessThan(4096);
    }

    private static long bytesPerStep(int hidden, int batch, int steps) {
        Experiment e = Experiments.of(Convention.PYTORCH, hidden, batch, steps, Optimizer.ADAM, Sampling.RANDOM);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (Trainer trainer = Experiments.trainer(e)) {
            Experiments.train(trainer, 12);
            long least = Long.MAX_VALUE;
            for (int round = 0; round < 5; round++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                Experiments.train(trainer, 10);
                least = Math.min(least, (threads.getCurrentThreadAllocatedBytes() - before) / 10);
            }
            return least;
        }
    }
}
