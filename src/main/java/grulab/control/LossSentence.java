package grulab.control;

import grulab.model.Baselines;
import grulab.model.MetricPoint;
import grulab.model.MetricSeries;
import grulab.model.arithmetic.Change;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What a loss chart says to who does not see it, and its numbers as a table. */
final class LossSentence {
    private static final int TREND = 100;

    private LossSentence() {}

    /** The newest value, how it changed over the last hundred steps, how far it is from each baseline. */
    static String of(MetricSeries series, @Nullable Baselines baselines, ChartWords words) {
        List<MetricPoint> points = series.points();
        if (points.isEmpty()) {
            return words.spokenEmpty();
        }
        double now = series.smoothed();
        StringJoiner all = new StringJoiner(". ");
        all.add(StackWords.fill(words.spoken(), Numbers.fixed(now, 2), Numbers.count(series.batches())));
        MetricPoint before = points.get(0);
        for (MetricPoint p : points) {
            before = p.last() <= series.batches() - TREND ? p : before;
        }
        long steps = series.batches() - before.last();
        if (steps > 0) {
            all.add(StackWords.fill(
                    words.trend(), Change.of(before.smoothed(), now, 2).by(), Numbers.count(steps)));
        }
        if (baselines != null) {
            all.add(distance(now, baselines.uniform(), words.uniform(), words));
            all.add(distance(now, baselines.unigram(), words.unigram(), words));
            all.add(distance(now, baselines.bigram(), words.bigram(), words));
        }
        return all.toString();
    }

    private static String distance(double now, double baseline, String name, ChartWords words) {
        String pattern = now <= baseline ? words.below() : words.above();
        return StackWords.fill(pattern, Change.of(baseline, now, 2).amount(), name);
    }

    static String table(MetricSeries series) {
        StringBuilder table = new StringBuilder("first\tlast\tleast\tmean\tgreatest\tsmoothed\tclipped\n");
        for (MetricPoint p : series.points()) {
            table.append(p.first()).append('\t').append(p.last()).append('\t');
            table.append(p.least()).append('\t').append(p.mean()).append('\t').append(p.greatest());
            table.append('\t')
                    .append(p.smoothed())
                    .append('\t')
                    .append(p.clipped())
                    .append('\n');
        }
        return table.toString();
    }
}
