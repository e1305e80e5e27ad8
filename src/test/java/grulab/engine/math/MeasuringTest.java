package grulab.engine.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is measured is checked for being possible, not for being fast: that is a matter of the machine. */
class MeasuringTest {

    @Test
    @DisplayName("a race runs both kernels until they are compiled")
    void aRaceIsFair() {
        assertThat(KernelRace.run().fair()).isTrue();
    }

    @Test
    @DisplayName("the peak is more than interpreted code reaches")
    void thePeakIsMeasured() {
        assertThat(Peak.gigaflops(1)).isBetween(1.0, 10_000.0);
    }

    @Test
    @DisplayName("the plain loops of the peak do as many operations as they count")
    void thePlainPeakCountsRight() {
        // x ← 0.999 x + 0.001, six times a round, from zero
        assertThat((double) PlainPeak.run(3)).isCloseTo(1 - Math.pow(0.999, 18), within(1e-6));
    }
}
