package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LogAxisTest {
    @Test
    void equalFactorsAreEqualDistances() {
        LogAxis axis = LogAxis.around(3e-5, 0.02);
        assertThat(axis).isEqualTo(new LogAxis(-5, -1));
        assertThat(axis.share(1e-5)).isCloseTo(0, within(1e-12));
        assertThat(axis.share(1e-3)).isCloseTo(0.5, within(1e-12));
        assertThat(axis.share(Math.sqrt(1e-3 * 1e-2))).isCloseTo(0.625, within(1e-12));
        assertThat(axis.share(1e-1)).isCloseTo(1, within(1e-12));
    }

    @Test
    void whatHasNoLogarithmOrIsBeyondLiesOnAnEnd() {
        LogAxis axis = new LogAxis(-2, 2);
        assertThat(axis.share(0)).isZero();
        assertThat(axis.share(1e-9)).isZero();
        assertThat(axis.share(1e9)).isEqualTo(1);
        assertThat(LogAxis.around(0, 0)).isEqualTo(new LogAxis(-1, 0));
        assertThat(LogAxis.around(Double.NaN, 1)).isEqualTo(new LogAxis(-1, 0));
        assertThat(LogAxis.around(1, 1)).isEqualTo(new LogAxis(0, 1));
    }

    @Test
    void numbersArePlainWhereTheyAreShort() {
        assertThat(new LogAxis(-2, 3).ticks(500, 20).stream().map(new LogAxis(-2, 3)::label))
                .containsExactly("0.01", "0.1", "1", "10", "100", "1\u2009000");
        assertThat(new LogAxis(-12, 0).label(1e-10)).isEqualTo("10\u207b\u00b9\u2070");
        assertThat(new LogAxis(-12, 0).label(1)).isEqualTo("10\u2070");
    }

    @Property(tries = 200)
    void ticksStandApartAndValuesInside(
            @ForAll @DoubleRange(min = -30, max = 5) double least,
            @ForAll @DoubleRange(min = 0, max = 20) double decades,
            @ForAll @IntRange(min = 30, max = 400) int length) {
        double low = Math.pow(10, least);
        double high = low * Math.pow(10, decades);
        LogAxis axis = LogAxis.around(low, high);
        assertThat(axis.low()).isLessThanOrEqualTo((int) Math.ceil(least));
        assertThat(axis.share(low)).isBetween(0.0, 1.0);
        assertThat(axis.value(axis.share(high))).isCloseTo(high, within(high * 1e-6));
        var ticks = axis.ticks(length, 17);
        for (int i = 1; i < ticks.size(); i++) {
            assertThat((axis.share(ticks.get(i)) - axis.share(ticks.get(i - 1))) * length)
                    .isGreaterThan(17 - 1e-6);
        }
    }
}
