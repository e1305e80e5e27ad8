package grulab.app;

import grulab.cli.WholeFile;
import grulab.model.MetricPoint;
import grulab.model.MetricSeries;
import java.io.IOException;
import java.nio.file.Path;

/** The course of training as CSV: a row for each point of the chart, which is one batch or, of old ones, several. */
final class MetricTable {
    private MetricTable() {}

    static void write(MetricSeries metrics, Path target) throws IOException {
        StringBuilder text = new StringBuilder("firstBatch,lastBatch,loss,smallestLoss,largestLoss,smoothed,");
        text.append("perplexity,largestGradNorm,clipped\n");
        for (MetricPoint p : metrics.points()) {
            text.append(p.first()).append(',').append(p.last()).append(',');
            text.append(p.mean())
                    .append(',')
                    .append(p.least())
                    .append(',')
                    .append(p.greatest())
                    .append(',');
            text.append(p.smoothed()).append(',').append(Math.exp(p.smoothed())).append(',');
            text.append(p.steepest()).append(',').append(p.clipped()).append('\n');
        }
        try (WholeFile file = new WholeFile(target)) {
            file.writer().append(text);
            file.commit();
        }
    }
}
