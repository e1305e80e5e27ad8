package grulab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.CellType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Learning that only a right gradient through time gives: what has to be said last was read first. */
@DisplayName("Delayed copy")
class CopyTaskTest {
    /** Ten seeds of delay 5 took 120 to 160 batches, ten of delay 20 took 180 to 480. */
    @ParameterizedTest
    @CsvSource({"5, 1, 400", "5, 2, 400", "5, 3, 400", "20, 1, 1500"})
    @DisplayName("is learned by a GRU in some hundred batches, and not at once")
    void learnedByAGru(int delay, long seed, int most) {
        assertThat(CopyTask.learnedAfter(most, CellType.GRU, delay, 0.01, seed)).isBetween(60, most);
    }
}
