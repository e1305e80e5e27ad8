package grulab.service;

import grulab.model.Divergence;
import grulab.model.Metric;
import grulab.model.MetricPoint;
import grulab.model.MetricSeries;
import grulab.model.Rate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The course of training in bounded memory. The newest batches are kept one by one; older ones are joined, ever more
 * of them to a point, each point with its extremes and with how many batches were clipped. Not for several threads.
 */
public final class MetricLog {
    /** Batches that are kept one by one; more than a smoothing window. */
    static final int RECENT = 1024;
    /** Points of joined batches; when there are as many, neighbours are joined. */
    static final int JOINED = 2048;
    /** Batches either side of the one whose loss is smoothed. */
    static final int REACH = 20;

    private final List<MetricPoint> joined = new ArrayList<>();
    private final Metric[] recent = new Metric[RECENT];
    private final double[] smoothed = new double[RECENT];
    private long width = 1;
    private long first = 1;
    private long last;
    /** Up to here the smoothed loss is final. */
    private long settled;

    private @Nullable Divergence divergence;

    /**
     * All there is to save.
     *
     * @param joined points of old batches
     * @param recent newest batches
     * @param smoothed final values of as many of them as have one
     */
    public record Kept(List<MetricPoint> joined, List<Metric> recent, List<Double> smoothed) {
        public Kept {
            joined = List.copyOf(joined);
            recent = List.copyOf(recent);
            smoothed = List.copyOf(smoothed);
        }
    }

    /** Appends a batch with a finite loss. Its number must follow the last one's. */
    public void add(Metric metric) {
        if (metric.batch() != last + 1 || !Double.isFinite(metric.loss())) {
            throw new IllegalArgumentException(
                    "batch %d with loss %s cannot follow batch %d".formatted(metric.batch(), metric.loss(), last));
        }
        if (last - first + 1 == RECENT) {
            join(point(first));
            first++;
        }
        last++;
        recent[slot(last)] = metric;
        while (settled + REACH < last) {
            settled++;
            smoothed[slot(settled)] = smooth(settled);
        }
    }

    /** Training ran away after the last batch. */
    public void diverged(Divergence where) {
        divergence = where;
    }

    /** Forgets what came after a batch. A point of joined batches that reaches beyond it keeps all their extremes. */
    public void goBack(long batch) {
        divergence = null;
        if (batch >= last) {
            return;
        }
        joined.removeIf(p -> p.first() > batch);
        joined.replaceAll(p -> p.last() > batch ? p.upTo(batch) : p);
        last = batch;
        first = Math.min(first, last + 1);
        settled = Math.max(first - 1, Math.min(settled, last - REACH));
    }

    /** Mean loss of the last batch and the 20 before it; NaN before the first. */
    public double smoothedLoss() {
        return last < first ? Double.NaN : smooth(last);
    }

    /** The course so far, for a chart. */
    public MetricSeries series(long generation, Rate rate) {
        List<MetricPoint> points = new ArrayList<>(joined);
        for (long batch = first; batch <= last; batch++) {
            points.add(point(batch));
        }
        long clipped = points.stream().mapToLong(MetricPoint::clipped).sum();
        Metric newest = last < first ? null : recent[slot(last)];
        return new MetricSeries(generation, points, newest, smoothedLoss(), clipped, rate, divergence);
    }

    /** All there is to save. */
    public Kept kept() {
        List<Metric> metrics = new ArrayList<>();
        List<Double> finals = new ArrayList<>();
        for (long batch = first; batch <= last; batch++) {
            metrics.add(recent[slot(batch)]);
            if (batch <= settled) {
                finals.add(smoothed[slot(batch)]);
            }
        }
        return new Kept(joined, metrics, finals);
    }

    /**
     * A log that goes on where another was saved.
     *
     * @throws IllegalArgumentException if batches are missing, or more than were ever kept
     */
    public static MetricLog of(Kept kept) {
        MetricLog log = new MetricLog();
        if (kept.recent().size() > RECENT
                || kept.smoothed().size() > kept.recent().size()) {
            throw new IllegalArgumentException("more batches than a log keeps");
        }
        for (MetricPoint point : kept.joined()) {
            if (point.first() != log.last + 1 || point.last() < point.first()) {
                throw new IllegalArgumentException("batches are missing after batch " + log.last);
            }
            log.width = Math.max(log.width, Long.highestOneBit(2 * point.count() - 1));
            log.joined.add(point);
            log.last = point.last();
        }
        log.first = log.last + 1;
        log.settled = log.last;
        for (double value : kept.smoothed()) {
            log.settled++;
            log.smoothed[log.slot(log.settled)] = value;
        }
        kept.recent().forEach(log::add);
        return log;
    }

    private void join(MetricPoint point) {
        int end = joined.size() - 1;
        if (end >= 0 && joined.get(end).count() + point.count() <= width) {
            joined.set(end, join(joined.get(end), point));
            return;
        }
        if (joined.size() == JOINED) {
            for (int i = 0; i < JOINED / 2; i++) {
                joined.set(i, join(joined.get(2 * i), joined.get(2 * i + 1)));
            }
            joined.subList(JOINED / 2, JOINED).clear();
            width *= 2;
        }
        joined.add(point);
    }

    private static MetricPoint join(MetricPoint a, MetricPoint b) {
        double share = (double) a.count() / (a.count() + b.count());
        return new MetricPoint(
                a.first(),
                b.last(),
                Math.min(a.least(), b.least()),
                Math.max(a.greatest(), b.greatest()),
                share * a.mean() + (1 - share) * b.mean(),
                share * a.smoothed() + (1 - share) * b.smoothed(),
                Math.max(a.steepest(), b.steepest()),
                a.clipped() + b.clipped());
    }

    private MetricPoint point(long batch) {
        Metric m = recent[slot(batch)];
        double smooth = batch <= settled ? smoothed[slot(batch)] : smooth(batch);
        return new MetricPoint(
                batch, batch, m.loss(), m.loss(), m.loss(), smooth, m.gradientNorm(), m.clipped() ? 1 : 0);
    }

    private double smooth(long batch) {
        long from = Math.max(first, batch - REACH);
        long to = Math.min(last, batch + REACH);
        double sum = 0;
        for (long b = from; b <= to; b++) {
            sum += recent[slot(b)].loss();
        }
        return sum / (to - from + 1);
    }

    private int slot(long batch) {
        return (int) (batch % RECENT);
    }
}
