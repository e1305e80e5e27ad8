package grulab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import grulab.engine.math.KernelChoice;
import grulab.engine.math.KernelKind;
import grulab.engine.train.Footprint;
import grulab.engine.train.Heap;
import grulab.engine.train.Room;
import grulab.engine.train.Trainer;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Experiment;
import grulab.model.Optimizer;
import grulab.model.Passage;
import grulab.model.Sampling;
import grulab.model.StepTrace;
import grulab.model.Weights;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The memory that an experiment needs")
public class FootprintTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** What the largest runs of the list below are: some 20 MB. */
    public static final String SIZES = """
            GRU, 40, 32, 32, 53, ADAM
            GRU, 256, 32, 35, 28, SGD
            GRU, 100, 7, 90, 2000, ADAM
            GRU, 1, 500, 40, 11, SGD
            LSTM, 256, 32, 35, 28, ADAM
            LSTM, 65, 1, 300, 300, SGD
            RNN, 512, 16, 20, 28, ADAM
            RNN, 90, 64, 64, 11, SGD
            """;

    public static Experiment sized(CellType cell, int hidden, int batch, int steps, Optimizer optimizer) {
        return Experiments.of(cell, Convention.PYTORCH, hidden, batch, steps, optimizer, Sampling.RANDOM);
    }

    private static Trainer trainer(Experiment e, int vocabulary, KernelChoice choice) {
        return new Trainer(e, vocabulary, new TextSource(e), 1, choice);
    }

    /** Bytes that this thread takes while it does something; the second time, when all classes are loaded. */
    private static long taken(Supplier<Trainer> making) {
        making.get().close();
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try (Trainer trainer = making.get()) {
            // the first weights are drawn into arrays in float64 that nobody keeps
            return THREADS.getCurrentThreadAllocatedBytes() - before - Double.BYTES * trainer.parameters();
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = SIZES)
    @DisplayName("is what building it takes: never less, and hardly more")
    void built(CellType cell, int hidden, int batch, int steps, int vocabulary, Optimizer optimizer) {
        Experiment e = sized(cell, hidden, batch, steps, optimizer);
        KernelChoice choice = KernelChoice.best();
        long reckoned = Footprint.of(e, vocabulary, 1, choice, false).training();
        long taken = taken(() -> trainer(e, vocabulary, choice));
        assertThat(reckoned).isBetween(taken, (long) (1.01 * taken) + (100 << 10));
    }

    @ParameterizedTest
    @CsvSource(textBlock = SIZES)
    @DisplayName("is not less than what plain kernels take, which copy as they need")
    void plain(CellType cell, int hidden, int batch, int steps, int vocabulary, Optimizer optimizer) {
        Experiment e = sized(cell, hidden, batch, steps, optimizer);
        KernelChoice choice = new KernelChoice(KernelKind.PLAIN);
        Footprint reckoned = Footprint.of(e, vocabulary, 1, choice, false);
        long taken = taken(() -> {
            Trainer trainer = trainer(e, vocabulary, choice);
            trainer.step();
            return trainer;
        });
        assertThat(taken)
                .isBetween(
                        (long) (0.98 * (reckoned.training() - reckoned.scratch())) - (100 << 10), reckoned.training());
    }

    @ParameterizedTest
    @CsvSource(textBlock = SIZES)
    @DisplayName("in a window, is that of six snapshots more, and of one copy of the weights")
    void snapshots(CellType cell, int hidden, int batch, int steps, int vocabulary, Optimizer optimizer) {
        Experiment e = sized(cell, hidden, batch, steps, optimizer);
        Passage passage = new Passage(0, new int[steps], new int[steps], Collections.nCopies(steps, "a"));
        Footprint reckoned = Footprint.of(e, vocabulary, 1, KernelChoice.best(), true);
        try (Trainer trainer = trainer(e, vocabulary, KernelChoice.best())) {
            StepTrace trace = trainer.trace(passage).trace();
            assertThat(reckoned.history()).isEqualTo((long) Float.BYTES * trainer.floats());
            assertThat(reckoned.snapshots()).isEqualTo(6 * (bytes(trainer.weights()) + bytes(trace)));
        }
    }

    private static long bytes(Weights weights) {
        return Double.BYTES
                * weights.arrays().values().stream().mapToLong(a -> a.length).sum();
    }

    private static long bytes(StepTrace trace) {
        long floats = Stream.concat(trace.values().values().stream(), trace.gradients().values().stream())
                .mapToLong(a -> a.length)
                .sum();
        return Float.BYTES * (floats + trace.start().length + trace.startCell().length);
    }

    @Test
    @DisplayName("is more than there is for the largest experiment, and the largest settings that fit are named")
    void room() {
        Experiment largest = sized(CellType.GRU, 1024, 512, 512, Optimizer.ADAM);
        Room room = Room.forTraining(largest, 50, 1, 0);
        assertThat(room.fits()).isFalse();
        assertThat(room.free())
                .isBetween(
                        Runtime.getRuntime().maxMemory() / 10,
                        Runtime.getRuntime().maxMemory());
        assertThat(room.words()).matches("needs \\d\\.\\d GB, \\d+ MB is free");
        assertThat(room.alternatives("--")).matches("--hidden \\d+, --batch \\d+ or --steps \\d+");

        assertFitsBarely(largest, room.hidden(), 512, 512);
        assertFitsBarely(largest, 1024, room.batch(), 512);
        assertFitsBarely(largest, 1024, 512, room.steps());
    }

    private static void assertFitsBarely(Experiment e, int hidden, int batch, int steps) {
        long fitting =
                Footprint.ofTraining(e.withSizes(hidden, batch, steps), 50, 1).bytes();
        assertThat(fitting).isBetween((long) (0.8 * Heap.free()), (long) (1.01 * Heap.free()));
    }

    @Test
    @DisplayName("is there for what the lab opens with, watched too")
    void standard() {
        Room room = Room.forWindow(Experiment.standard(), 53, 1, 0);
        assertThat(room.fits()).isTrue();
        assertThat(room.hidden()).isEqualTo(40);
        assertThat(room.words()).matches("needs \\d+ MB, \\d+ MB is free");
    }

    @Test
    @DisplayName("can be more than one array holds, however much there is")
    void arrays() {
        Footprint words = Footprint.ofTraining(sized(CellType.GRU, 16, 512, 512, Optimizer.SGD), 10_000, 1);
        assertThat(words.fits(Long.MAX_VALUE)).isFalse();
    }
}
