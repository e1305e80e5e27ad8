package grulab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class UnitMemoryTest {
    /** One unit that reads as many steps as its gate has values; every other gate is 0.5. */
    private static StepTrace trace(CellType cell, UpdateMeaning meaning, Quantity gate, float... values) {
        Map<Quantity, float[]> all = new EnumMap<>(Quantity.class);
        for (Quantity q : cell.quantities()) {
            float[] half = new float[values.length];
            java.util.Arrays.fill(half, 0.5f);
            all.put(q, half);
        }
        all.put(gate, values);
        Convention convention = Convention.PYTORCH.with(meaning);
        return new StepTrace(cell, convention, values.length, 1, new float[1], new float[1], all, Map.of());
    }

    private static double halfLife(CellType cell, UpdateMeaning meaning, Quantity gate, float... values) {
        return UnitMemory.of(trace(cell, meaning, gate, values)).halfLives()[0];
    }

    @Property(tries = 200)
    void whatIsLeftAfterTheWindowIsHalvedOncePerHalfLife(
            @ForAll @Size(min = 1, max = 20) List<@FloatRange(min = 0.05f, max = 0.98f) Float> z) {
        float[] values = new float[z.size()];
        double left = 1;
        for (int t = 0; t < values.length; t++) {
            values[t] = z.get(t);
            left *= values[t];
        }
        double halfLife = halfLife(CellType.GRU, UpdateMeaning.KEEP, Quantity.UPDATE, values);
        assertThat(Math.pow(0.5, values.length / halfLife)).isCloseTo(left, within(1e-9));
        assertThat(halfLife(CellType.LSTM, UpdateMeaning.KEEP, Quantity.FORGET, values))
                .isEqualTo(halfLife);
    }

    @Test
    void underAdmitWhatStaysIsTheRest() {
        assertThat(halfLife(CellType.GRU, UpdateMeaning.ADMIT, Quantity.UPDATE, 0.75f, 0.75f))
                .isCloseTo(0.5, within(1e-12));
        assertThat(halfLife(CellType.GRU, UpdateMeaning.KEEP, Quantity.UPDATE, 0.25f, 0.25f))
                .isCloseTo(0.5, within(1e-12));
    }

    @Test
    void keepingAllIsForeverAndLettingGoOnceIsNothing() {
        assertThat(halfLife(CellType.GRU, UpdateMeaning.KEEP, Quantity.UPDATE, 1, 1, 1))
                .isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(halfLife(CellType.GRU, UpdateMeaning.KEEP, Quantity.UPDATE, 1, 0, 1))
                .isZero();
        assertThat(halfLife(CellType.GRU, UpdateMeaning.KEEP, Quantity.UPDATE, 1, Float.NaN))
                .isNaN();
    }

    @Test
    void saturationIsTheShareOfStepsAtEitherEnd() {
        UnitMemory memory = UnitMemory.of(trace(
                CellType.LSTM,
                UpdateMeaning.KEEP,
                Quantity.OUTPUT,
                0.09f,
                0.11f,
                0.91f,
                0.95f,
                0.89f,
                0.5f,
                0.5f,
                0.5f));
        assertThat(memory.saturations())
                .extracting(UnitMemory.Saturation::gate)
                .containsExactly(Quantity.INPUT, Quantity.FORGET, Quantity.OUTPUT);
        assertThat(memory.saturations().get(2).closed()).containsExactly(0.125);
        assertThat(memory.saturations().get(2).open()).containsExactly(0.25);
        assertThat(memory.saturations().get(0).open()).containsExactly(0);
    }

    @Test
    void aCellWithoutGatesHasNeither() {
        UnitMemory memory = UnitMemory.of(trace(CellType.RNN, UpdateMeaning.KEEP, Quantity.STATE, 0.5f));
        assertThat(memory.halfLives()).isEmpty();
        assertThat(memory.saturations()).isEmpty();
    }
}
