package grulab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import grulab.engine.train.Footprint;
import grulab.engine.train.Heap;
import grulab.engine.train.Room;
import grulab.engine.train.Trainer;
import grulab.model.Convention;
import grulab.model.Experiment;
import grulab.model.Optimizer;
import grulab.model.Sampling;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The memory that an experiment needs")
class FootprintTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static Experiment sized(int hidden, int batch, int steps, Optimizer optimizer) {
        return Experiments.of(Convention.PYTORCH, hidden, batch, steps, optimizer, Sampling.RANDOM);
    }

    @BeforeAll
    static void loadLibraries() {
        try (Trainer trainer = Experiments.trainer(sized(256, 32, 4, Optimizer.ADAM))) {
            trainer.step();
        }
    }

    @ParameterizedTest
    @CsvSource({"40, 32, 32, ADAM", "256, 32, 35, SGD", "256, 4, 8, ADAM", "64, 64, 128, SGD"})
    @DisplayName("is reckoned beforehand, and building it takes no more")
    void built(int hidden, int batch, int steps, Optimizer optimizer) {
        Experiment e = sized(hidden, batch, steps, optimizer);
        long reckoned = Footprint.ofTraining(e, TextSource.VOCABULARY).bytes();
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try (Trainer trainer = Experiments.trainer(e)) {
            long taken = THREADS.getCurrentThreadAllocatedBytes() - before;
            assertThat(taken).isBetween(reckoned / 4, reckoned);
        }
    }

    @Test
    @DisplayName("is more than there is for the largest experiment, and the largest settings that fit are named")
    void room() {
        Experiment largest = sized(1024, 512, 512, Optimizer.ADAM);
        Room room = Room.forTraining(largest, 50, 0);
        assertThat(room.fits()).isFalse();
        assertThat(room.free())
                .isBetween(
                        Runtime.getRuntime().maxMemory() / 10,
                        Runtime.getRuntime().maxMemory());
        assertThat(room.words()).matches("needs 1\\d\\.\\d GB, \\d+ MB is free");
        assertThat(room.alternatives("--")).matches("--hidden \\d+, --batch \\d+ or --steps \\d+");

        assertFitsBarely(largest, room.hidden(), 512, 512);
        assertFitsBarely(largest, 1024, room.batch(), 512);
        assertFitsBarely(largest, 1024, 512, room.steps());
    }

    private static void assertFitsBarely(Experiment e, int hidden, int batch, int steps) {
        long fitting =
                Footprint.ofTraining(e.withSizes(hidden, batch, steps), 50).bytes();
        assertThat(fitting).isBetween((long) (0.8 * Heap.free()), (long) (1.01 * Heap.free()));
    }

    @Test
    @DisplayName("is there for what the lab opens with, watched too")
    void standard() {
        Room room = Room.forWindow(Experiment.standard(), 53, 0);
        assertThat(room.fits()).isTrue();
        assertThat(room.hidden()).isEqualTo(40);
        assertThat(room.words()).matches("needs \\d+ MB, \\d+ MB is free");
    }

    @Test
    @DisplayName("can be more than one array holds, however much there is")
    void arrays() {
        Footprint words = Footprint.ofTraining(sized(16, 512, 512, Optimizer.SGD), 10_000);
        assertThat(words.fits(Long.MAX_VALUE)).isFalse();
    }
}
