package grulab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prints how much heap the lab holds while it trains in an open window: once a minute, for ten. */
@Tag("measure")
class MemoryOverTime {
    private static final int MINUTES = Integer.getInteger("minutes", 10);

    @Test
    void heapOfATrainingWindow() {
        FxThread.start();
        try (OffScreen screen = OffScreen.of(1440, 900, false, "en")) {
            screen.begin();
            screen.trainOrPause();
            for (int minute = 1; minute <= MINUTES; minute++) {
                FxThread.await(screen.lab.model.snapshot(), s -> false, Duration.ofMinutes(1));
                long highest = highest();
                System.gc();
                System.out.printf(
                        "minute %d: step %d, live after collection %.0f MB, highest since the last %.0f MB%n",
                        minute,
                        FxThread.call(() -> screen.lab.model.metrics().get().batches()),
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6,
                        highest / 1e6);
                assertThat(highest).isPositive();
            }
        }
    }

    /** Sum of the pools' peaks, an upper bound of the heap's; starts anew. */
    private static long highest() {
        long sum = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP) {
                sum += pool.getPeakUsage().getUsed();
                pool.resetPeakUsage();
            }
        }
        return sum;
    }
}
