package grulab.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PacerTest {
    private final Pacer pacer = new Pacer(100, 10);

    @Test
    void cheapWorkIsDueOnceAnInterval() {
        assertThat(pacer.due(0)).isTrue();
        pacer.done(0, 1);
        assertThat(pacer.due(99)).isFalse();
        assertThat(pacer.due(100)).isTrue();
    }

    @Test
    void dearWorkIsHeldToItsShareOfTheTime() {
        pacer.done(0, 50);
        assertThat(pacer.due(549)).isFalse();
        assertThat(pacer.due(550)).isTrue();
    }

    @Test
    void oneTimeThatTookLongDoesNotSilenceWhatIsUsuallyCheap() {
        pacer.done(0, 1);
        pacer.done(100, 1100);
        assertThat(pacer.due(1109)).isFalse();
        assertThat(pacer.due(1110)).isTrue();
    }
}
