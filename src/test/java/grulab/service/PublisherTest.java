package grulab.service;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.Kept;
import grulab.model.MetricSeries;
import grulab.model.Rate;
import grulab.model.Sample;
import grulab.model.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of a run whose pictures, texts and batches take as long as they are said to, by a clock that is turned by hand. */
@DisplayName("Whoever watches")
class PublisherTest {
    private static final long MS = 1_000_000L;
    private static final long SECOND = 1_000 * MS;

    private long now = 5 * SECOND;
    private long batch = MS;
    private long picture = MS;
    private long coldPicture = 350 * MS;
    private long symbol = MS / 100;
    private boolean hurried = true;

    private final List<long[]> pictures = new ArrayList<>();
    private final List<long[]> texts = new ArrayList<>();
    private final List<long[]> curves = new ArrayList<>();
    private final RateMeter meter = new RateMeter();
    private static final Snapshot SNAPSHOT = snapshot();
    private final Publisher publisher =
            new Publisher(new Mailbox(Runnable::run, new Watcher()), () -> now, () -> hurried);
    private boolean cold = true;

    private final Publisher.Source run = new Publisher.Source() {
        @Override
        public MetricSeries series(long generation, Rate rate) {
            took(curves, MS / 10, MS / 10);
            return MetricSeries.NONE;
        }

        @Override
        public int tokensPerBatch() {
            return 1;
        }

        @Override
        public Kept kept() {
            return new Kept(0, 0, 0, 0);
        }

        @Override
        public Snapshot snapshot(long generation) {
            took(pictures, coldPicture, picture);
            return SNAPSHOT;
        }

        @Override
        public Sample sample(double temperature, BooleanSupplier enough) {
            long began = now;
            int written = 0;
            for (; written < Run.SAMPLE_LENGTH && !enough.getAsBoolean(); written++) {
                now += symbol;
            }
            texts.add(new long[] {began, now, written});
            return new Sample("", "", 0, temperature);
        }
    };

    @Test
    @DisplayName(
            "sees the first new picture half a second after training begins, though the only one so far was computed cold")
    void coldStart() {
        rest(1 * SECOND);
        long began = now;
        train(20 * SECOND);
        assertThat(firstAfter(pictures, began)).isLessThanOrEqualTo(SECOND / 2);
        assertThat(longestWait(pictures, began)).isLessThanOrEqualTo(100 * MS);
        assertThat(firstAfter(texts, began)).isLessThanOrEqualTo(2 * SECOND);
        assertThat(firstAfter(curves, began)).isLessThanOrEqualTo(SECOND / 2);
    }

    @ParameterizedTest(name = "{0} ms a batch, {1} ms a picture, {2} µs a symbol")
    @CsvSource({"1, 1, 10", "1, 20, 100", "20, 30, 100", "180, 300, 1000", "180, 300, 5000", "250, 100, 20000"})
    @DisplayName("never waits longer than a second for the next picture, whatever a picture, a batch and a text take")
    void everySecond(long batchTakes, long pictureTakes, long symbolTakes) {
        batch = batchTakes * MS;
        picture = pictureTakes * MS;
        symbol = symbolTakes * 1000;
        rest(1 * SECOND);
        long began = now;
        train(60 * SECOND);
        // a batch has to be trained before there is anything new
        assertThat(firstAfter(pictures, began)).isLessThanOrEqualTo(Math.max(SECOND / 2, batch + picture));
        assertThat(longestWait(pictures, began)).isLessThanOrEqualTo(SECOND);
        assertThat(firstAfter(texts, began)).isLessThanOrEqualTo(2 * SECOND);
        assertThat(longestWait(texts, began)).isLessThanOrEqualTo(11 * SECOND);
    }

    @ParameterizedTest(name = "batches of {0} ms")
    @ValueSource(longs = {20, 50, 80, 110, 140, 170, 200})
    @DisplayName("waits no longer where a dear text comes between two dear pictures")
    void textBetween(long batchTakes) {
        batch = batchTakes * MS;
        picture = 300 * MS;
        symbol = 2 * MS;
        rest(1 * SECOND);
        long began = now;
        train(120 * SECOND);
        assertThat(texts).hasSizeGreaterThan(10);
        assertThat(longestWait(pictures, began)).isLessThanOrEqualTo(SECOND);
    }

    @ParameterizedTest(name = "of {0} ms, {1} ms a picture, {2} µs a symbol")
    @CsvSource({"15000, 1, 10", "15000, 300, 2000", "50, 1, 10", "50, 300, 10", "50, 300, 2000"})
    @DisplayName("waits no longer after a rest, however dear the pictures and texts before it were")
    void afterARest(long rests, long pictureTakes, long symbolTakes) {
        picture = pictureTakes * MS;
        symbol = symbolTakes * 1000;
        rest(1 * SECOND);
        train(13 * SECOND);
        rest(rests * MS);
        long began = now;
        train(5 * SECOND);
        assertThat(firstAfter(pictures, began)).isLessThanOrEqualTo(SECOND / 2);
        assertThat(firstAfter(texts, began)).isLessThanOrEqualTo(2 * SECOND);
        assertThat(longestWait(pictures, began)).isLessThanOrEqualTo(SECOND);
    }

    @Test
    @DisplayName(
            "waits no longer for another experiment, whose first picture is cold again, however dear the last one was")
    void anotherExperiment() {
        picture = 400 * MS;
        rest(1 * SECOND);
        train(10 * SECOND);
        picture = MS;
        cold = true;
        publisher.anew();
        rest(SECOND / 10);
        long began = now;
        train(10 * SECOND);
        assertThat(firstAfter(pictures, began)).isLessThanOrEqualTo(SECOND / 2);
        assertThat(longestWait(pictures, began)).isLessThanOrEqualTo(100 * MS);
        assertThat(firstAfter(texts, began)).isLessThanOrEqualTo(2 * SECOND);
    }

    @Test
    @DisplayName("waits no longer after a switch while it trains, for which everything is told at once")
    void aSwitch() {
        rest(1 * SECOND);
        train(10 * SECOND);
        long began = now;
        cold = true;
        publisher.all(run, 1, meter);
        train(10 * SECOND);
        assertThat(firstAfter(pictures, began)).isLessThanOrEqualTo(SECOND / 2);
        assertThat(longestWait(pictures, began)).isLessThanOrEqualTo(SECOND / 2);
        assertThat(firstAfter(texts, began)).isLessThanOrEqualTo(2 * SECOND);
    }

    @Test
    @DisplayName("is shown a picture whenever the last one was taken, so that a slow window does not make it wait")
    void slowWindow() {
        List<Runnable> handedOver = new ArrayList<>();
        Publisher slow = new Publisher(new Mailbox(handedOver::add, new Watcher()), () -> now, () -> true);
        slow.all(run, 0, meter);
        slow.begins();
        for (int i = 0; i < 3000; i++) {
            now += MS;
            slow.whenDue(run, 0, meter);
        }
        assertThat(pictures).as("none is computed that nobody takes").hasSize(1);
        handedOver.remove(0).run();
        now += MS;
        slow.whenDue(run, 0, meter);
        assertThat(pictures).hasSize(2);
    }

    @ParameterizedTest(name = "{0} ms a batch, {1} ms a picture, {2} µs a symbol")
    @CsvSource({"1, 1, 10", "1, 5, 10", "15, 10, 100", "5, 14, 50"})
    @DisplayName("takes less than a twentieth of any ten seconds, cold times not counted")
    void budget(long batchTakes, long pictureTakes, long symbolTakes) {
        batch = batchTakes * MS;
        picture = pictureTakes * MS;
        symbol = symbolTakes * 1000;
        rest(1 * SECOND);
        long began = now;
        train(60 * SECOND);
        List<long[]> all = new ArrayList<>();
        for (List<long[]> each : List.of(pictures, texts, curves)) {
            all.addAll(each.subList(1, each.size()));
        }
        for (long from = began; from + 10 * SECOND <= now; from += 100 * MS) {
            long begin = from;
            long spent = all.stream()
                    .filter(t -> t[0] >= begin && t[1] <= begin + 10 * SECOND)
                    .mapToLong(t -> t[1] - t[0])
                    .sum();
            assertThat(spent).isLessThanOrEqualTo(SECOND / 2);
        }
    }

    @Test
    @DisplayName(
            "reads the whole text where nothing else waits, and a shorter one where the model is slow and has to go on")
    void shortText() {
        symbol = 5 * MS;
        hurried = false;
        publisher.all(run, 0, meter);
        publisher.whenIdle(run);
        assertThat(texts.get(0)[2]).isEqualTo(Run.SAMPLE_LENGTH);
        hurried = true;
        publisher.sample(run);
        assertThat(texts.get(1)[2]).isEqualTo(Publisher.WRITING / symbol);
        publisher.whenIdle(run);
        assertThat(texts).as("nothing is owed any more").hasSize(2);
    }

    @Test
    @DisplayName("is not computed anything for while nobody does")
    void nobody() {
        publisher.watching(false);
        train(5 * SECOND);
        assertThat(pictures).isEmpty();
        assertThat(texts).isEmpty();
        assertThat(curves).isNotEmpty();
    }

    /** It stands still, at first or after training, and everything is told; then nothing happens. */
    private void rest(long span) {
        publisher.all(run, 0, meter);
        hurried = false;
        publisher.whenIdle(run);
        now += span;
    }

    private void train(long span) {
        hurried = true;
        publisher.begins();
        long until = now + span;
        while (now < until) {
            now += batch;
            publisher.whenDue(run, 0, meter);
        }
    }

    private void took(List<long[]> times, long first, long others) {
        long began = now;
        now += cold && times == pictures ? first : others;
        cold &= times != pictures;
        times.add(new long[] {began, now});
    }

    /** Until the first that was begun after a time has ended. */
    private static long firstAfter(List<long[]> times, long began) {
        return times.stream().filter(t -> t[0] > began).findFirst().orElseThrow()[1] - began;
    }

    /** From end to end of those that were begun after a time, and to now. */
    private long longestWait(List<long[]> times, long began) {
        long last = began;
        long longest = 0;
        for (long[] time : times) {
            if (time[0] > began) {
                longest = Math.max(longest, time[1] - last);
                last = time[1];
            }
        }
        return Math.max(longest, now - last);
    }

    private static Snapshot snapshot() {
        try (Bench bench = Bench.started()) {
            return bench.watcher.snapshot();
        }
    }
}
