package grulab.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import grulab.model.Divergence;
import grulab.model.Metric;
import grulab.model.MetricPoint;
import grulab.model.MetricSeries;
import grulab.model.Rate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MetricLogTest {

    @Test
    void smoothsOverTwentyEitherSideAndAsManyAsThereAreAtTheEnds() {
        double[] losses = new Random(1).doubles(100, 1, 4).toArray();
        MetricLog log = new MetricLog();
        for (int n = 1; n <= losses.length; n++) {
            log.add(metric(n, losses[n - 1], false));
            List<MetricPoint> points = series(log).points();
            for (int k = 1; k <= n; k++) {
                double mean = IntStream.rangeClosed(Math.max(1, k - 20), Math.min(n, k + 20))
                        .mapToDouble(i -> losses[i - 1])
                        .average()
                        .orElseThrow();
                assertThat(points.get(k - 1).smoothed()).isCloseTo(mean, within(1e-12));
            }
            assertThat(log.smoothedLoss()).isEqualTo(points.get(n - 1).smoothed());
        }
    }

    @Test
    void keepsEveryExtremeAndEveryClipOfAMillionBatchesInBoundedMemory() {
        int batches = 1_000_000;
        Random random = new Random(2);
        MetricLog log = new MetricLog();
        double sum = 0;
        long clipped = 0;
        for (int n = 1; n <= batches; n++) {
            double loss = n == 123_457 ? 90 : n == 777_777 ? 0.001 : 1 + random.nextDouble();
            boolean clip = random.nextInt(1000) == 0;
            sum += loss;
            clipped += clip ? 1 : 0;
            log.add(metric(n, loss, clip));
        }
        MetricSeries series = series(log);
        assertThat(series.points()).hasSizeLessThanOrEqualTo(MetricLog.JOINED + MetricLog.RECENT);
        long next = 1;
        double mean = 0;
        for (MetricPoint p : series.points()) {
            assertThat(p.first()).isEqualTo(next);
            assertThat(p.mean()).isBetween(p.least(), p.greatest());
            next = p.last() + 1;
            mean += p.mean() * p.count() / batches;
        }
        assertThat(next).isEqualTo(batches + 1);
        assertThat(mean).isCloseTo(sum / batches, within(1e-9));
        assertThat(series.clipped()).isEqualTo(clipped);
        assertThat(at(series, 123_457).greatest()).isEqualTo(90);
        assertThat(at(series, 777_777).least()).isEqualTo(0.001);
        assertThat(at(series, 123_457).steepest()).isEqualTo(180);
        assertThat(at(series, 10).count()).isGreaterThan(1);
        assertThat(at(series, batches).count()).isEqualTo(1);
        assertThat(series.last())
                .isEqualTo(metric(batches, series.last().loss(), series.last().clipped()));
    }

    @Test
    void aSavedLogGoesOnAsIfNothingHadHappened() {
        for (int batches : new int[] {0, 1, 30, 1500, 9000}) {
            MetricLog one = new MetricLog();
            fill(one, 1, batches);
            MetricLog two = MetricLog.of(one.kept());
            assertThat(series(two)).isEqualTo(series(one));
            fill(one, batches + 1, batches + 5000);
            fill(two, batches + 1, batches + 5000);
            assertThat(series(two)).isEqualTo(series(one));
        }
    }

    @Test
    void goesBackToABatchAndOnFromThere() {
        MetricLog log = new MetricLog();
        fill(log, 1, 3000);
        log.diverged(new Divergence(3001, Double.NaN, 2990));
        assertThat(series(log).divergence()).isNotNull();
        log.goBack(2990);
        assertThat(series(log).divergence()).isNull();
        MetricLog straight = new MetricLog();
        fill(straight, 1, 2990);
        assertThat(series(log)).isEqualTo(series(straight));
        fill(log, 2991, 4000);
        fill(straight, 2991, 4000);
        assertThat(series(log)).isEqualTo(series(straight));

        log.goBack(100);
        assertThat(series(log).points()).last().extracting(MetricPoint::last).isEqualTo(100L);
        fill(log, 101, 200);
        assertThat(series(log).batches()).isEqualTo(200);
        assertThat(series(MetricLog.of(log.kept()))).isEqualTo(series(log));
        log.goBack(0);
        assertThat(series(log).points()).isEmpty();
        assertThat(log.smoothedLoss()).isNaN();
    }

    @Test
    void whatItHandsOutDoesNotChange() {
        MetricLog log = new MetricLog();
        fill(log, 1, 10);
        MetricSeries before = series(log);
        fill(log, 11, 20);
        assertThat(before.points()).hasSize(10);
        assertThatThrownBy(() -> before.points().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void refusesBatchesThatDoNotFollow() {
        MetricLog log = new MetricLog();
        assertThatThrownBy(() -> log.add(metric(2, 1, false))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> log.add(metric(1, Double.NaN, false))).isInstanceOf(IllegalArgumentException.class);
    }

    private static void fill(MetricLog log, int from, int to) {
        for (int n = from; n <= to; n++) {
            log.add(metric(n, 1 + new Random(n).nextDouble(), n % 7 == 0));
        }
    }

    private static MetricPoint at(MetricSeries series, long batch) {
        return series.points().stream()
                .filter(p -> p.first() <= batch && batch <= p.last())
                .findFirst()
                .orElseThrow();
    }

    private static MetricSeries series(MetricLog log) {
        return log.series(1, Rate.NONE);
    }

    private static Metric metric(long batch, double loss, boolean clipped) {
        return new Metric(batch, 1, loss, 2 * loss, clipped, batch * 0.01);
    }
}
