package grulab.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import grulab.engine.FootprintTest;
import grulab.engine.math.KernelChoice;
import grulab.engine.math.Kernels;
import grulab.model.CellType;
import grulab.model.Experiment;
import grulab.model.Optimizer;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchingTest {
    @ParameterizedTest
    @CsvSource(textBlock = FootprintTest.SIZES)
    void itsBuffersTakeWhatWasReckonedOrHardlyLess(
            CellType cell, int hidden, int batch, int steps, int vocabulary, Optimizer optimizer) {
        Experiment e = FootprintTest.sized(cell, hidden, batch, steps, optimizer);
        KernelChoice choice = KernelChoice.best();
        Kernels kernels = choice.make();
        Network network = new Network(cell, vocabulary, hidden, vocabulary, name -> true, kernels);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        new Watching(network, kernels, steps);
        long before = threads.getCurrentThreadAllocatedBytes();
        new Watching(network, kernels, steps);
        long taken = threads.getCurrentThreadAllocatedBytes() - before;

        long reckoned = Footprint.of(e, vocabulary, 1, choice, true).watched();
        assertThat(reckoned).isBetween(taken, (long) (1.01 * taken) + (100 << 10));
    }
}
