package grulab.presentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import grulab.model.Optimizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class LogScaleTest {
    private final LogScale scale = LogScale.learningRates(Optimizer.ADAM);

    @Test
    void equalDistancesAreEqualFactors() {
        assertThat(scale.position(1e-4)).isZero();
        assertThat(scale.position(1e-3)).isCloseTo(1.0 / 3, offset(1e-12));
        assertThat(scale.position(1e-1)).isEqualTo(1);
        assertThat(scale.position(50)).isEqualTo(1);
        assertThat(scale.value(2.0 / 3)).isEqualTo(0.01);
    }

    @Property
    void aPositionGivesAValueWithinAHalfOfTwoDigits(@ForAll @DoubleRange(min = 0, max = 1) double at) {
        assertThat(scale.position(scale.value(at))).isCloseTo(at, offset(Math.log(1.051) / Math.log(1000)));
    }
}
