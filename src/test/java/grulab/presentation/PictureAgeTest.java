package grulab.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A picture")
class PictureAgeTest {
    private static final long MS = 1_000_000;
    private long now = 5_000 * MS;
    private final PictureAge age = new PictureAge(() -> now);

    @BeforeEach
    void training() {
        age.trains(true);
    }

    private void pass(long milliseconds) {
        for (long i = 0; i < milliseconds; i += 50) {
            now += 50 * MS;
            age.tick();
        }
    }

    private void picture(long step) {
        age.computed(step);
        age.shows(step);
    }

    @Test
    @DisplayName("that training leaves behind says after a second of which step it is, and how long ago that was")
    void old() {
        picture(3);
        age.step(4);
        pass(1_000);
        assertThat(age.old().get()).isNull();
        pass(500);
        assertThat(age.old().get()).isEqualTo(new PictureAge.Old(3, 1.5));
        age.step(90);
        pass(1_000);
        assertThat(age.old().get()).isEqualTo(new PictureAge.Old(3, 2.5));
    }

    @Test
    @DisplayName("of the newest step is not old, however long the next step takes")
    void slowSteps() {
        age.step(3);
        picture(3);
        pass(5_000);
        assertThat(age.old().get()).isNull();
        age.step(4);
        pass(100);
        picture(4);
        pass(3_000);
        assertThat(age.old().get()).isNull();
    }

    @Test
    @DisplayName("says so until pictures have come in time for a while, and then no more")
    void fresh() {
        picture(3);
        age.step(4);
        pass(1_500);
        for (int i = 0; i < 12; i++) {
            picture(10 + i);
            age.step(11 + i);
            pass(100);
            assertThat(age.old().get()).isEqualTo(new PictureAge.Old(10 + i, 0.1));
        }
        for (int i = 0; i < 100; i++) {
            picture(30 + i);
            age.step(31 + i);
            pass(100);
            assertThat(age.old().get() != null).isEqualTo(i < 2);
        }
    }

    @Test
    @DisplayName("never has that come or go twice within a second and a half, however pictures come")
    void noFlicker() {
        SplittableRandom random = new SplittableRandom(7);
        long changed = now - 10_000 * MS;
        boolean visible = false;
        int changes = 0;
        for (int step = 1; step < 4_000; step++) {
            picture(2 * step);
            age.step(2 * step + 1);
            // about a second, or much less, or much more, for a while each
            int usual = new int[] {1_000, 100, 2_500}[step / 40 % 3];
            int wait = random.nextInt(usual / 2, 3 * usual / 2);
            for (int ms = 0; ms < wait; ms += 50) {
                pass(50);
                if (visible != (age.old().get() != null)) {
                    assertThat(now - changed).isGreaterThanOrEqualTo(1_500 * MS);
                    visible = !visible;
                    changed = now;
                    changes++;
                }
            }
        }
        assertThat(changes).isGreaterThan(50);
    }

    @Test
    @DisplayName("that was made of an older one is as old as that one")
    void madeOfAnOlderOne() {
        picture(3);
        pass(500);
        age.computed(5);
        age.step(6);
        age.shows(5);
        pass(500);
        age.computed(7);
        age.step(7);
        pass(1_000);
        assertThat(age.old().get()).isEqualTo(new PictureAge.Old(5, 1.5));
        age.shows(7); // worked out only now
        pass(100);
        assertThat(age.old().get()).isEqualTo(new PictureAge.Old(7, 1.1));
    }

    @Test
    @DisplayName("is not old at rest, nor just after")
    void rest() {
        picture(3);
        age.step(4);
        pass(1_500);
        age.trains(false);
        assertThat(age.old().get()).isNull();
        pass(15_000);
        assertThat(age.old().get()).isNull();
        age.trains(true);
        age.step(5);
        pass(500);
        assertThat(age.old().get()).isNull();
    }

    @Test
    @DisplayName("of another experiment has nothing to do with those before")
    void anotherExperiment() {
        picture(500);
        age.step(900);
        pass(200);
        picture(0);
        pass(2_000);
        assertThat(age.old().get()).isNull();
        age.step(1);
        pass(500);
        assertThat(age.old().get()).isEqualTo(new PictureAge.Old(0, 2.5));
    }
}
