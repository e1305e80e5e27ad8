package grulab.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grulab.model.StopRule;
import grulab.service.StopWatch.Span;
import org.junit.jupiter.api.Test;

class StopWatchTest {
    private static final double LOSS_OF_3 = Math.log(3);

    private final StopWatch stops = new StopWatch();

    @Test
    void withoutARuleNothingStops() {
        assertThat(stops.stops(1, 0, true)).isFalse();
    }

    @Test
    void aBatchStopsWhenItIsReachedAndNotLater() {
        stops.rule(new StopRule(7, 0));
        assertThat(stops.stops(6, LOSS_OF_3, false)).isFalse();
        assertThat(stops.stops(7, LOSS_OF_3, false)).isTrue();
        assertThat(stops.stops(8, LOSS_OF_3, false)).isFalse();
    }

    @Test
    void aPerplexityStopsOnceAndAgainAfterItWasAbove() {
        stops.rule(new StopRule(0, 3.5));
        assertThat(stops.stops(1, Math.log(4), false)).isFalse();
        assertThat(stops.stops(2, LOSS_OF_3, false)).isTrue();
        assertThat(stops.stops(3, LOSS_OF_3, false)).isFalse();
        assertThat(stops.stops(4, Math.log(4), false)).isFalse();
        assertThat(stops.stops(5, LOSS_OF_3, false)).isTrue();
        stops.rule(new StopRule(0, 3.5));
        assertThat(stops.stops(6, LOSS_OF_3, false)).as("a rule set anew").isTrue();
    }

    @Test
    void bothPartsWork() {
        stops.rule(new StopRule(7, 3.5));
        assertThat(stops.stops(5, LOSS_OF_3, false)).isTrue();
        assertThat(stops.stops(7, LOSS_OF_3, false)).isTrue();
    }

    @Test
    void spansEndByThemselves() {
        stops.span(Span.EPOCH);
        assertThat(stops.stops(1, 9, false)).isFalse();
        assertThat(stops.stops(2, 9, true)).isTrue();
        stops.span(Span.BATCH);
        assertThat(stops.stops(3, 9, false)).isTrue();
        stops.span(Span.ON);
        assertThat(stops.stops(4, 9, true)).isFalse();
    }

    @Test
    void rulesThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new StopRule(-1, 0)).hasMessageContaining("batch to stop at");
        assertThatThrownBy(() -> new StopRule(0, 0.5)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> new StopRule(0, Double.NaN)).hasMessageContaining("at least 1");
    }
}
