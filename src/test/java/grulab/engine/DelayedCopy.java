package grulab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.CellType;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prints which cell learns the delayed copy within how many batches. The same seeds give the same figures. */
@Tag("measure")
class DelayedCopy {
    private static final int[] DELAYS = {5, 20, 80};
    private static final double[] RATES = {0.005, 0.01};
    private static final int SEEDS = 3;
    private static final int MOST = Integer.getInteger("most", 5000);

    @Test
    void whoLearnsItWithinHowManyBatches() {
        String delays = IntStream.of(DELAYS).mapToObj(d -> " delay " + d + " |").collect(Collectors.joining());
        System.out.println("| cell | learning rate |" + delays);
        System.out.println("|---|---|" + "---|".repeat(DELAYS.length));
        boolean learned = false;
        for (CellType cell : CellType.values()) {
            for (double rate : RATES) {
                StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "| %s | %s |", cell, rate));
                for (int delay : DELAYS) {
                    int[] batches = IntStream.rangeClosed(1, SEEDS)
                            .map(seed -> CopyTask.learnedAfter(MOST, cell, delay, rate, seed))
                            .toArray();
                    learned |= Arrays.stream(batches).anyMatch(n -> n > 0);
                    row.append(Arrays.stream(batches)
                            .mapToObj(n -> n > 0 ? String.format(Locale.ROOT, "%,d", n) : "–")
                            .collect(Collectors.joining(" · ", " ", " |")));
                }
                System.out.println(row);
            }
        }
        assertThat(learned).isTrue();
    }
}
