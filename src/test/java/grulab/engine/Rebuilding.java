package grulab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.engine.math.KernelChoice;
import grulab.engine.math.KernelKind;
import grulab.engine.train.Trainer;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Experiment;
import grulab.model.Optimizer;
import grulab.model.Passage;
import grulab.model.Sampling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Prints the process's resident memory while experiments of 512 units are built, trained for a step, watched once and
 * closed, one after the other. Meant for a heap that is resident from the start (-Xms as -Xmx, AlwaysPreTouch), so that
 * what grows is a leak.
 */
@Tag("measure")
class Rebuilding {
    private static final int TIMES = Integer.getInteger("rebuilds", 500);
    private static final int EARLY = Math.max(1, TIMES / 10);
    private static final Passage PASSAGE =
            new Passage(0, new int[] {1, 2, 3}, new int[] {2, 3, 4}, List.of("a", "b", "c"));
    private static final Path STATUS = Path.of("/proc/self/status");

    @ParameterizedTest
    @CsvSource({"GRU, VECTOR", "GRU, PLAIN", "LSTM, VECTOR", "LSTM, PLAIN"})
    void residentMemory(CellType cell, KernelKind kind) throws IOException {
        long early = 0;
        long now = 0;
        for (int i = 1; i <= TIMES; i++) {
            rebuild(cell, kind);
            if (i % EARLY == 0) {
                now = resident();
                early = i == EARLY ? now : early;
                System.out.printf(
                        Locale.ROOT,
                        "%s, %s, rebuild %d: resident %.1f MB, outside the heap %.1f MB%n",
                        cell.id(),
                        kind,
                        i,
                        now * 1.024e-3,
                        (now * 1024 - Runtime.getRuntime().totalMemory()) * 1e-6);
            }
        }
        assertThat(Math.abs(now - early)).isLessThanOrEqualTo(early / 20);
    }

    private static void rebuild(CellType cell, KernelKind kind) {
        Experiment e = Experiments.of(cell, Convention.PYTORCH, 512, 16, 4, Optimizer.ADAM, Sampling.RANDOM);
        TextSource text = new TextSource(e);
        try (Trainer trainer = new Trainer(e, TextSource.VOCABULARY, text, 2, new KernelChoice(kind))) {
            trainer.step();
            trainer.trace(PASSAGE);
        }
    }

    /** In kilobytes; 0 where the system does not tell, and then nothing is held. */
    private static long resident() throws IOException {
        if (!Files.exists(STATUS)) {
            return 0;
        }
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
