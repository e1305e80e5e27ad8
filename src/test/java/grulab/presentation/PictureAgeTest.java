package grulab.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PictureAgeTest {
    private static final long MS = 1_000_000;
    private long now = 5_000 * MS;
    private final PictureAge age = new PictureAge(() -> now);

    private void pass(long milliseconds) {
        for (long i = 0; i < milliseconds; i += 50) {
            now += 50 * MS;
            age.tick();
        }
    }

    @Test
    void aPictureThatTrainingLeavesBehindSaysSoAfterASecond() {
        age.picture(3);
        age.step(4);
        pass(1_000);
        assertThat(age.seconds().get()).isZero();
        pass(500);
        assertThat(age.seconds().get()).isEqualTo(1.5);
    }

    @Test
    void aPictureOfTheNewestStepIsNotOldHoweverLongThatStepTakes() {
        age.step(3);
        age.picture(3);
        pass(5_000);
        assertThat(age.seconds().get()).isZero();
        age.step(4);
        pass(100);
        age.picture(4);
        assertThat(age.seconds().get()).isZero();
    }

    @Test
    void itStaysUntilPicturesComeInTimeAgainSoThatItDoesNotFlicker() {
        age.picture(3);
        age.step(4);
        pass(1_500);
        age.picture(10);
        age.step(11);
        pass(200);
        assertThat(age.seconds().get()).isEqualTo(1.5);
        age.picture(12);
        assertThat(age.seconds().get()).isZero();
    }

    @Test
    void aRestTakesItAway() {
        age.picture(3);
        age.step(4);
        pass(1_500);
        age.fresh();
        assertThat(age.seconds().get()).isZero();
        pass(15_000);
        age.fresh();
        age.step(5);
        pass(500);
        assertThat(age.seconds().get()).isZero();
    }
}
