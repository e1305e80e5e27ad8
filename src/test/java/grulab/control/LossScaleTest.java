package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class LossScaleTest {
    @Test
    void aLogarithmicAxisHasRoundNumbers() {
        LossScale scale = LossScale.around(1.05, 3.61, false, true);
        assertThat(scale.low()).isEqualTo(1);
        assertThat(scale.high()).isEqualTo(4);
        assertThat(scale.ticks(112, 12)).containsExactly(1.0, 1.5, 2.0, 3.0, 4.0);
        assertThat(scale.share(2)).isCloseTo(0.5, org.assertj.core.data.Offset.offset(1e-12));
    }

    @Test
    void perplexityIsTheExponentialOfTheLoss() {
        LossScale scale = LossScale.around(1.05, 3.61, true, true);
        List<Double> shown = scale.ticks(112, 12).stream()
                .map(scale::shown)
                .map(v -> Math.rint(v * 1e6) / 1e6)
                .toList();
        assertThat(shown).contains(10.0, 20.0);
        assertThat(scale.shown(Math.log(10))).isCloseTo(10, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Property(tries = 500)
    void everyLossIsOnTheAxisAndTicksDoNotCrowd(
            @ForAll @DoubleRange(min = 0.01, max = 12) double a,
            @ForAll @DoubleRange(min = 0.01, max = 12) double b,
            @ForAll boolean perplexity,
            @ForAll boolean logarithmic) {
        double least = Math.min(a, b);
        double greatest = Math.max(a, b);
        LossScale scale = LossScale.around(least, greatest, perplexity, logarithmic);
        assertThat(scale.share(least)).isBetween(-1e-6, 1 + 1e-6);
        assertThat(scale.share(greatest)).isBetween(-1e-6, 1 + 1e-6);
        List<Double> ticks = scale.ticks(112, 17);
        assertThat(ticks).hasSizeBetween(1, 8);
        for (int i = 1; i < ticks.size(); i++) {
            assertThat(scale.share(ticks.get(i))).isGreaterThan(scale.share(ticks.get(i - 1)));
        }
    }
}
