package grulab.cli;

import grulab.cli.TrainingReport.Stopped;
import grulab.engine.train.Trainer;
import grulab.model.Baselines;
import grulab.model.Divergence;
import grulab.model.Metric;
import grulab.service.MetricLog;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Trains until something ends it, and keeps what is to be reported. */
final class TrainingRun {
    private final Trainer trainer;
    private final int batchesPerEpoch;
    private final StopAt limits;
    private final TrainingLog log;
    private final Progress progress;
    private final BooleanSupplier interrupted;
    private final MetricLog metrics = new MetricLog();

    private double epochLoss = Double.NaN;
    private double allLoss;
    private double sum;
    private long batches;
    private long complete;
    private long clipped;
    private double seconds;
    private Stopped stopped = Stopped.EPOCHS;
    private @Nullable Divergence divergence;

    TrainingRun(
            Trainer trainer,
            int batchesPerEpoch,
            StopAt limits,
            TrainingLog log,
            Progress progress,
            BooleanSupplier interrupted) {
        this.trainer = trainer;
        this.batchesPerEpoch = batchesPerEpoch;
        this.limits = limits;
        this.log = log;
        this.progress = progress;
        this.interrupted = interrupted;
    }

    /** What a lab file keeps of the course of training. */
    MetricLog metrics() {
        return metrics;
    }

    void train() throws IOException {
        Stopped reason;
        do {
            reason = step();
            progress.show(metrics.smoothedLoss(), batches, seconds, goal(), tokens());
        } while (reason == null);
        stopped = reason;
        progress.end();
    }

    /** One batch; null if training goes on. */
    private @Nullable Stopped step() throws IOException {
        Metric metric = trainer.step();
        log.add(metric);
        seconds = metric.seconds();
        if (!Double.isFinite(metric.loss())) {
            divergence = new Divergence(metric.batch(), metric.loss(), trainer.lastGoodBatch());
            metrics.goBack(trainer.batch());
            return Stopped.DIVERGED;
        }
        metrics.add(metric);
        batches++;
        clipped += metric.clipped() ? 1 : 0;
        allLoss += metric.loss();
        sum += metric.loss();
        boolean whole = batches % batchesPerEpoch == 0;
        if (whole) {
            complete++;
            epochLoss = sum / batchesPerEpoch;
            sum = 0;
        }
        return whatEnds(whole);
    }

    private @Nullable Stopped whatEnds(boolean epochIsWhole) {
        if (epochIsWhole && Math.exp(epochLoss) <= limits.perplexity()) {
            return Stopped.PERPLEXITY;
        }
        if (complete >= limits.epochs()) {
            return Stopped.EPOCHS;
        }
        if (batches >= limits.batches()) {
            return Stopped.BATCHES;
        }
        return interrupted.getAsBoolean() ? Stopped.INTERRUPTED : null;
    }

    /** Batches after which training ends at the latest. */
    private long goal() {
        long byEpochs =
                limits.epochs() > Long.MAX_VALUE / batchesPerEpoch ? Long.MAX_VALUE : limits.epochs() * batchesPerEpoch;
        return Math.min(limits.batches(), byEpochs);
    }

    private long tokens() {
        return batches * trainer.experiment().batch() * trainer.experiment().steps();
    }

    TrainingReport report(Baselines baselines) {
        return new TrainingReport(
                trainer.experiment(),
                trainer.parameters(),
                batches,
                complete,
                tokens(),
                seconds,
                complete > 0 ? epochLoss : allLoss / batches,
                baselines,
                clipped,
                stopped,
                divergence);
    }
}
