package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grulab.control.BarRun.Bar;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BarRunTest {
    @Property
    void barsLieEndToEndAndTheAxisIsTheSmallestThatHoldsThem(
            @ForAll @Size(min = 1, max = 5) List<@DoubleRange(min = -20, max = 20) Double> summands) {
        BarRun run = BarRun.of(summands);
        double sum = 0;
        double most = 0;
        for (int i = 0; i < summands.size(); i++) {
            Bar bar = run.bars().get(i);
            assertThat(bar.from()).isEqualTo(sum);
            assertThat(bar.to() - bar.from()).isCloseTo(summands.get(i), within(1e-12));
            sum = bar.to();
            most = Math.max(most, Math.abs(sum));
        }
        double reach = BarRun.reach(List.of(run));
        assertThat(reach % 3).isZero();
        assertThat(reach).isGreaterThanOrEqualTo(Math.max(3, most));
        assertThat(reach == 3 || reach - 3 < most).isTrue();
    }

    @Test
    void whatIsNotFiniteHasNoPartInTheAxis() {
        BarRun broken = BarRun.of(List.of(1.0, Double.NaN));
        assertThat(broken.finite()).isFalse();
        assertThat(BarRun.reach(List.of(broken, BarRun.of(List.of(2.0, 2.0))))).isEqualTo(6);
    }
}
