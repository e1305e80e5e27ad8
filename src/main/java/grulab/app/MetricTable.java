package grulab.app;

import grulab.model.MetricPoint;
import grulab.model.MetricSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The course of training as CSV: a row for each point of the chart, which is one batch or, of old ones, several. */
final class MetricTable {
    private MetricTable() {}

    /** Writes beside the target and moves into place. */
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
        Path beside = Files.createTempFile(target.toAbsolutePath().getParent(), "metrics", ".part");
        try {
            Files.writeString(beside, text);
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
