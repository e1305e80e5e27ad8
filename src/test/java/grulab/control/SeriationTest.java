package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.SeededRandom;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SeriationTest {
    @Property(tries = 60)
    void everyUnitIsThereOnceAndTheSameNumbersGiveTheSameOrder(
            @ForAll @IntRange(min = 1, max = 40) int hidden, @ForAll @IntRange(min = 1, max = 12) int steps) {
        float[] values = random(hidden * steps, hidden * 100L + steps);
        int[] order = Seriation.of(values, steps, hidden);
        assertThat(Arrays.stream(order).sorted().toArray())
                .isEqualTo(IntStream.range(0, hidden).toArray());
        assertThat(Seriation.of(values, steps, hidden)).isEqualTo(order);
    }

    @Test
    void wavesThatAreShiftedAgainstEachOtherComeOutInOrderOfTheirShift() {
        int hidden = 60;
        int steps = 64;
        int[] shuffled = IntStream.range(0, hidden).map(i -> i * 37 % hidden).toArray();
        float[] values = new float[hidden * steps];
        for (int unit = 0; unit < hidden; unit++) {
            for (int t = 0; t < steps; t++) {
                // half a period over all units, so that the first and the last are least alike
                values[t * hidden + unit] = (float) Math.sin(2 * Math.PI * t / 16 + Math.PI * shuffled[unit] / hidden);
            }
        }
        int[] shifts = Arrays.stream(Seriation.of(values, steps, hidden))
                .map(i -> shuffled[i])
                .toArray();
        for (int i = 1; i < hidden; i++) {
            assertThat(Math.abs(shifts[i] - shifts[i - 1])).isEqualTo(1);
        }
    }

    @Test
    void neighboursAreMoreAlikeThanInAnyOrderByChance() {
        int hidden = 200;
        int steps = 32;
        float[] values = random(hidden * steps, 3);
        double found = length(values, steps, hidden, Seriation.of(values, steps, hidden));
        double byNumber =
                length(values, steps, hidden, IntStream.range(0, hidden).toArray());
        assertThat(found).isLessThan(0.62 * byNumber);
    }

    private static double length(float[] values, int steps, int hidden, int[] order) {
        double sum = 0;
        for (int i = 1; i < hidden; i++) {
            sum += 1 - correlation(values, steps, hidden, order[i - 1], order[i]);
        }
        return sum;
    }

    private static double correlation(float[] values, int steps, int hidden, int a, int b) {
        double[] x = IntStream.range(0, steps)
                .mapToDouble(t -> values[t * hidden + a])
                .toArray();
        double[] y = IntStream.range(0, steps)
                .mapToDouble(t -> values[t * hidden + b])
                .toArray();
        double mx = Arrays.stream(x).average().orElseThrow();
        double my = Arrays.stream(y).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int t = 0; t < steps; t++) {
            xy += (x[t] - mx) * (y[t] - my);
            xx += (x[t] - mx) * (x[t] - mx);
            yy += (y[t] - my) * (y[t] - my);
        }
        return xy / Math.sqrt(xx * yy);
    }

    private static float[] random(int size, long seed) {
        SeededRandom random = new SeededRandom(seed);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) Math.tanh(random.nextGaussian());
        }
        return values;
    }
}
