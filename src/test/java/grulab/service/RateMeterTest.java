package grulab.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grulab.model.Rate;
import org.junit.jupiter.api.Test;

class RateMeterTest {
    private static final long MS = 1_000_000L;

    @Test
    void isZeroBeforeTheFirstBatch() {
        assertThat(new RateMeter().rate(32)).isEqualTo(Rate.NONE);
    }

    @Test
    void followsTheLastSecondAlone() {
        RateMeter meter = new RateMeter();
        long now = 5;
        meter.start(now, 0);
        for (int batch = 1; batch <= 2000; batch++) {
            now += 2 * MS;
            meter.trained(now, batch);
        }
        assertThat(meter.rate(32).stepsPerSecond()).isCloseTo(500, within(1e-6));
        assertThat(meter.rate(32).tokensPerSecond()).isCloseTo(16_000, within(1e-4));
        for (int batch = 2001; batch <= 2120; batch++) {
            now += 10 * MS;
            meter.trained(now, batch);
        }
        assertThat(meter.rate(1).stepsPerSecond()).isCloseTo(100, within(1e-6));
    }

    @Test
    void leavesOutThePauseAndRemembersTheRateThroughIt() {
        RateMeter meter = new RateMeter();
        meter.start(0, 0);
        meter.trained(100 * MS, 1);
        assertThat(meter.rate(1).stepsPerSecond()).isCloseTo(10, within(1e-9));
        meter.start(60_000 * MS, 1);
        assertThat(meter.rate(1).stepsPerSecond()).isCloseTo(10, within(1e-9));
        meter.trained(60_100 * MS, 2);
        assertThat(meter.rate(1).stepsPerSecond()).isCloseTo(10, within(1e-9));
    }

    @Test
    void batchesOfSeveralSecondsHaveARateToo() {
        RateMeter meter = new RateMeter();
        meter.start(0, 0);
        for (int batch = 1; batch <= 100; batch++) {
            meter.trained(batch * 4000L * MS, batch);
        }
        assertThat(meter.rate(1).stepsPerSecond()).isCloseTo(0.25, within(1e-9));
    }
}
