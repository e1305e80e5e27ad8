package grulab.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is done again and again")
class PacerTest {
    private static final long MS = 1_000_000L;
    private static final long INTERVAL = 60 * MS;
    private static final long PROMISE = 900 * MS;
    private static final double SHARE = 0.02;

    private final Pacer pacer = new Pacer(INTERVAL, SHARE, PROMISE);
    private final List<long[]> done = new ArrayList<>();
    private long now;

    @Test
    @DisplayName("is done once an interval while it is cheap, also right after a first time that was cold")
    void cold() {
        run(2_000, n -> n == 0 ? 350 * MS : MS / 10, 1 * MS);
        assertThat(longestWait(0)).isBetween(INTERVAL - MS, INTERVAL + 2 * MS);
    }

    @Test
    @DisplayName("goes on at its pace while code is compiled, however dear the first times were")
    void warmingUp() {
        long[] cold = {350, 150, 90, 60, 40, 25, 12, 6, 3, 2};
        run(20_000, n -> n < cold.length ? cold[(int) n] * MS : MS / 2, 1 * MS);
        assertThat(longestWait(0)).isLessThanOrEqualTo(PROMISE);
        assertThat(countFrom(12_000 * MS)).isGreaterThan(100);
    }

    @Test
    @DisplayName("is held to its share of ten seconds while that allows more than the promise does")
    void share() {
        for (long cost : new long[] {2, 4, 8, 16}) {
            PacerTest fresh = new PacerTest();
            fresh.run(40_000, n -> cost * MS, 3 * MS);
            assertThat(fresh.dearestTenSeconds()).as("%d ms each", cost).isLessThanOrEqualTo(SHARE + 0.002);
            assertThat(fresh.longestWait(1)).isLessThanOrEqualTo(PROMISE);
        }
    }

    @Test
    @DisplayName("is held to its share where the cost grows after it was cheap")
    void dearer() {
        run(40_000, n -> n < 100 ? MS / 2 : 10 * MS, 3 * MS);
        // the few that are forgiven when it grows, and the promise, are all that may be beyond it
        assertThat(dearestTenSeconds()).isLessThanOrEqualTo(SHARE + 0.006);
        assertThat(longestWait(0)).isLessThanOrEqualTo(PROMISE);
    }

    @Test
    @DisplayName("is not forgiven what is dear over and over")
    void oddAgainAndAgain() {
        run(40_000, n -> n % 3 == 0 ? 20 * MS : MS, 3 * MS);
        // 12 % if it were; three are, and the promise is kept
        assertThat(dearestTenSeconds()).isLessThanOrEqualTo(SHARE + 0.015);
    }

    @Test
    @DisplayName("is not silenced by one time that the machine was busy elsewhere")
    void oneOddTime() {
        run(10_000, n -> n == 40 ? 800 * MS : MS, 1 * MS);
        assertThat(longestWait(0)).isLessThanOrEqualTo(100 * MS);
    }

    @Test
    @DisplayName("ends within the promise, whatever it costs and however long a batch takes")
    void promise() {
        for (long cost : new long[] {50, 300, 600}) {
            for (long batch : new long[] {1, 40, 150}) {
                PacerTest fresh = new PacerTest();
                fresh.run(20_000, n -> cost * MS, batch * MS);
                assertThat(fresh.longestWait(2) + cost * MS)
                        .as("%d ms each, batches of %d", cost, batch)
                        .isLessThanOrEqualTo(PROMISE);
                assertThat(fresh.done.size()).isGreaterThan(15);
            }
        }
    }

    @Test
    @DisplayName("is done after every batch where one takes longer than was promised, and a batch is always between")
    void longBatches() {
        run(60_000, n -> 500 * MS, 3_000 * MS);
        assertThat(longestWait(0)).isEqualTo(3_000 * MS);
    }

    @Test
    @DisplayName("is done at once when it is waited for, and by then at the latest")
    void within() {
        run(1_000, n -> 100 * MS, 1 * MS);
        pacer.within(now, 0);
        assertThat(pacer.due(now)).isTrue();
        pacer.done(now, now + 100 * MS);
        now += 100 * MS;
        pacer.within(now, 300 * MS);
        long waited = MS;
        while (!pacer.due(now + waited)) {
            waited += MS;
        }
        // it takes 100 ms, and is asked again in a millisecond
        assertThat(waited).isEqualTo(199 * MS);
    }

    @Test
    @DisplayName("is cold again once it is about something else")
    void anew() {
        run(3_000, n -> 300 * MS, 1 * MS);
        pacer.anew();
        done.clear();
        run(2_000, n -> n == 0 ? 350 * MS : MS, 1 * MS);
        assertThat(longestWait(0)).isLessThanOrEqualTo(INTERVAL + 2 * MS);
    }

    /** Asks between batches for so many milliseconds; what is done takes the cost of its number. */
    private void run(long milliseconds, LongUnaryOperator cost, long batch) {
        long until = now + milliseconds * MS;
        while (now < until) {
            now += batch;
            if (pacer.due(now)) {
                long began = now;
                now += cost.applyAsLong(done.size());
                pacer.done(began, now);
                done.add(new long[] {began, now});
            }
        }
    }

    /** From the end of one time to the begin of the next. */
    private long longestWait(int from) {
        long longest = 0;
        for (int i = from + 1; i < done.size(); i++) {
            longest = Math.max(longest, done.get(i)[0] - done.get(i - 1)[1]);
        }
        return Math.max(longest, now - done.get(done.size() - 1)[1]);
    }

    private long countFrom(long time) {
        return done.stream().filter(d -> d[0] >= time).count();
    }

    /** The largest share of any ten seconds, the cold first time left out. */
    private double dearestTenSeconds() {
        double most = 0;
        for (int i = 1; i < done.size(); i++) {
            long sum = 0;
            for (int j = i; j < done.size() && done.get(j)[1] - done.get(i)[0] <= 10_000 * MS; j++) {
                sum += done.get(j)[1] - done.get(j)[0];
            }
            most = Math.max(most, sum / (10_000.0 * MS));
        }
        return most;
    }
}
