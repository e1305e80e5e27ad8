package grulab.cli;

import grulab.cli.TrainingReport.Stopped;
import grulab.engine.train.Trainer;
import grulab.model.Baselines;
import grulab.model.Divergence;
import grulab.model.Metric;
import grulab.service.MetricLog;
import grulab.text.WindowSampler;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Trains until something ends it, and keeps what is to be reported. */
final class TrainingRun {
    private final Trainer trainer;
    private final WindowSampler windows;
    private final StopAt limits;
    private final TrainingLog log;
    private final Progress progress;
    private final BooleanSupplier interrupted;
    private final MetricLog metrics;

    private double epochLoss = Double.NaN;
    private double allLoss;
    private double sum;
    private long batches;
    /** Ends of an epoch, of which the first may have been begun by another run. */
    private long ended;

    private long complete;
    private long inEpoch;
    private boolean fromItsStart;
    /** Batches of the first epoch that another run has trained. */
    private final int skipped;
    /** Seconds that other runs have trained. */
    private final double before;

    private long clipped;
    private double seconds;
    private Stopped stopped = Stopped.EPOCHS;
    private @Nullable Divergence divergence;

    TrainingRun(
            Trainer trainer,
            WindowSampler windows,
            MetricLog metrics,
            StopAt limits,
            TrainingLog log,
            Progress progress,
            BooleanSupplier interrupted) {
        this.trainer = trainer;
        this.windows = windows;
        this.metrics = metrics;
        skipped = windows.position().batch();
        fromItsStart = skipped == 0;
        before = trainer.seconds();
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
        seconds = metric.seconds() - before;
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
        inEpoch++;
        boolean ends = windows.position().batch() == 0;
        if (ends) {
            ended++;
            if (fromItsStart) {
                complete++;
                epochLoss = sum / inEpoch;
            }
            fromItsStart = true;
            inEpoch = 0;
            sum = 0;
        }
        return whatEnds(ends);
    }

    private @Nullable Stopped whatEnds(boolean epochIsWhole) {
        if (epochIsWhole && Math.exp(epochLoss) <= limits.perplexity()) {
            return Stopped.PERPLEXITY;
        }
        if (ended >= limits.epochs()) {
            return Stopped.EPOCHS;
        }
        if (batches >= limits.batches()) {
            return Stopped.BATCHES;
        }
        return interrupted.getAsBoolean() ? Stopped.INTERRUPTED : null;
    }

    /** Batches after which training ends at the latest. */
    private long goal() {
        int epoch = windows.batchesPerEpoch();
        long byEpochs = limits.epochs() > Long.MAX_VALUE / epoch ? Long.MAX_VALUE : limits.epochs() * epoch - skipped;
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
