package grulab.cli;

import grulab.model.Metric;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The CSV of a training, one row a batch; without a file, nothing. */
final class TrainingLog implements Closeable {
    static final String HEADER = "batch,epoch,loss,perplexity,gradNorm,clipped,seconds";

    private final @Nullable WholeFile file;

    TrainingLog(@Nullable Path path) throws IOException {
        file = path == null ? null : new WholeFile(path);
        if (file != null) {
            file.writer().write(HEADER + "\n");
        }
    }

    void add(Metric metric) throws IOException {
        if (file != null) {
            file.writer()
                    .write(metric.batch() + "," + metric.epoch() + "," + metric.loss() + "," + metric.perplexity() + ","
                            + metric.gradientNorm() + "," + metric.clipped() + "," + metric.seconds() + "\n");
        }
    }

    void commit() throws IOException {
        if (file != null) {
            file.commit();
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
