package grulab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("How long a unit remembers")
class UnitMemoryTest {
    private static final Convention KEEP = Convention.PYTORCH;
    private static final Convention ADMIT = Convention.PYTORCH.with(UpdateMeaning.ADMIT);

    /** Two steps of two units: the first unit's gate at either step, then the second's. */
    private static UnitMemory memory(CellType cell, Convention convention, Quantity gate, double... units) {
        Map<Quantity, float[]> values = new EnumMap<>(Quantity.class);
        for (Quantity quantity : cell.quantities()) {
            float[] half = new float[4];
            Arrays.fill(half, 0.5f);
            values.put(quantity, half);
        }
        values.put(gate, new float[] {(float) units[0], (float) units[2], (float) units[1], (float) units[3]});
        return UnitMemory.of(new StepTrace(cell, convention, 2, 2, new float[2], new float[2], values, Map.of()));
    }

    private static void lives(UnitMemory memory, double first, double second) {
        assertThat(memory.halfLives()[0]).isCloseTo(first, within(1e-6));
        assertThat(memory.halfLives()[1]).isCloseTo(second, within(1e-6));
    }

    @Test
    @DisplayName("is the steps until half is gone, by the gate that keeps: z, 1 − z, or f")
    void halfLives() {
        // ½ each step: one step. ¼ and 1: ½ a step on average. ½·¼: 1½ halvings a step. √½ each step: two steps
        lives(memory(CellType.GRU, KEEP, Quantity.UPDATE, 0.5, 0.5, 0.25, 1), 1, 1);
        lives(memory(CellType.GRU, KEEP, Quantity.UPDATE, 0.5, 0.25, Math.sqrt(0.5), Math.sqrt(0.5)), 2.0 / 3, 2);
        lives(memory(CellType.GRU, ADMIT, Quantity.UPDATE, 0.75, 0.75, 0.5, 0.875), 0.5, 0.5);
        lives(memory(CellType.LSTM, KEEP, Quantity.FORGET, 0.25, 0.25, 0.5, 0.125), 0.5, 0.5);
    }

    @Test
    @DisplayName("is for ever if all is kept, nothing if all is once let go, and not asked of a cell without gates")
    void limits() {
        double[] lives = memory(CellType.GRU, KEEP, Quantity.UPDATE, 1, 1, 0, 1).halfLives();
        assertThat(lives).containsExactly(Double.POSITIVE_INFINITY, 0);
        assertThat(memory(CellType.GRU, ADMIT, Quantity.UPDATE, 0, 0, 0, 1).halfLives())
                .containsExactly(Double.POSITIVE_INFINITY, 0);
        UnitMemory plain = memory(CellType.RNN, KEEP, Quantity.STATE, 1, 1, 1, 1);
        assertThat(plain.halfLives()).isEmpty();
        assertThat(plain.saturations()).isEmpty();
    }

    @Test
    @DisplayName("and how often each gate is all but shut or open")
    void saturations() {
        List<UnitMemory.Saturation> all = memory(CellType.GRU, KEEP, Quantity.RESET, 0.05, 0.95, 0.125, 0.0625)
                .saturations();
        assertThat(all).extracting(UnitMemory.Saturation::gate).containsExactly(Quantity.RESET, Quantity.UPDATE);
        assertThat(all.get(0).closed()).containsExactly(0.5, 0.5);
        assertThat(all.get(0).open()).containsExactly(0.5, 0);
        assertThat(all.get(1).closed()).containsExactly(0, 0);
        assertThat(memory(CellType.LSTM, KEEP, Quantity.OUTPUT, 1, 1, 0, 0).saturations())
                .extracting(UnitMemory.Saturation::gate)
                .containsExactly(Quantity.INPUT, Quantity.FORGET, Quantity.OUTPUT);
    }
}
