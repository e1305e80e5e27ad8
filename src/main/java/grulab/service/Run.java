package grulab.service;

import grulab.engine.train.Trainer;
import grulab.engine.train.WatchedPass;
import grulab.model.Baselines;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Divergence;
import grulab.model.Edit;
import grulab.model.Experiment;
import grulab.model.Kept;
import grulab.model.LoadedText;
import grulab.model.Metric;
import grulab.model.MetricSeries;
import grulab.model.Passage;
import grulab.model.Rate;
import grulab.model.Sample;
import grulab.model.SeededRandom;
import grulab.model.Snapshot;
import grulab.model.SwitchMode;
import grulab.text.Baseline;
import grulab.text.TokenText;
import grulab.text.WindowSampler;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One experiment and everything in it that changes. Belongs to the service's thread. */
final class Run implements Publisher.Source, AutoCloseable {
    /** Tokens that the model writes for a sample. */
    static final int SAMPLE_LENGTH = 400;
    /** What an experiment that was started over may take to be had back. */
    private static final long KEEPSAKE_BYTES = 64L << 20;
    /** Most tokens that a sample is given to go on from. */
    private static final int PREFIX = 12;

    final LoadedText loaded;

    private final TokenText text;
    private final WindowSampler windows;
    private final Trainer trainer;
    private final MetricLog log;
    private final History history;
    private final SeededRandom sampleRandom;
    private Passage watched;
    private @Nullable Divergence divergence;
    private boolean altered;

    /** @param historyBytes that the weights of the last batches may take */
    Run(Plan plan, int threads, long historyBytes, MetricLog log, SeededRandom sampleRandom) {
        this.text = plan.text();
        this.windows = plan.windows();
        this.trainer = new Trainer(plan.experiment(), text.vocabulary().size(), windows, threads);
        this.history = new History(trainer.floats(), historyBytes);
        history.restart(trainer);
        this.log = log;
        this.sampleRandom = sampleRandom;
        this.watched = passage(
                Math.min(text.opening(), text.length() - plan.experiment().steps() - 1));
        Baselines baselines = Baseline.of(text);
        this.loaded = new LoadedText(
                text.corpus().name(),
                text.tokens(),
                text.length(),
                text.vocabulary().symbols(),
                IntStream.range(0, text.vocabulary().size())
                        .mapToObj(text.vocabulary()::label)
                        .toList(),
                baselines);
    }

    /** Goes on where an experiment was saved; {@link IllegalArgumentException} if its parts do not fit together. */
    void restore(SavedLab lab) {
        trainer.restore(lab.state());
        history.restart(trainer);
        watch(lab.watched());
        altered = lab.altered();
    }

    SavedLab saved() {
        goBackIfDiverged();
        return new SavedLab(
                text.corpus(), trainer.state(), log.kept(), watched.offset(), sampleRandom.state(), altered, Map.of());
    }

    /** Whether it has learned something, and what it has learned can be held beside another experiment. */
    boolean isWorthKeeping() {
        // weights, and at most two numbers of the optimiser for each
        return batch() > 0 && 3L * Float.BYTES * parameters() <= KEEPSAKE_BYTES;
    }

    /** Trains one batch. After a divergence it goes on from the last good one. */
    Metric step() {
        goBackIfDiverged();
        Metric metric = trainer.step();
        if (Double.isFinite(metric.loss())) {
            log.add(metric);
            history.add(trainer);
        } else {
            divergence = new Divergence(metric.batch(), metric.loss(), trainer.lastGoodBatch());
            log.diverged(divergence);
        }
        return metric;
    }

    @Nullable
    Divergence divergence() {
        return divergence;
    }

    /** The trainer stands at its last good batch already; log and history follow only when that has been seen. */
    void goBackIfDiverged() {
        if (divergence != null) {
            divergence = null;
            log.goBack(trainer.batch());
            history.goBack(trainer);
        }
    }

    /** True if the next batch is the first of an epoch. */
    boolean atEpochStart() {
        return windows.position().batch() == 0;
    }

    void convention(Convention to, SwitchMode mode) {
        checkSwitches();
        goBackIfDiverged();
        boolean relabels = mode == SwitchMode.RELABEL
                && to.update() != experiment().convention().update();
        boolean changes = batch() > 0 && !to.equals(experiment().convention());
        trainer.convention(to, mode);
        altered |= relabels || changes;
        history.restart(trainer);
    }

    /** Sets weights that a person has edited. */
    void weights(List<Edit.Weight> edits) {
        goBackIfDiverged();
        trainer.set(edits);
        altered = true;
        history.restart(trainer);
    }

    /** Refuses what only a GRU has. */
    void checkSwitches() {
        CellType cell = experiment().cell();
        if (cell != CellType.GRU) {
            throw new IllegalArgumentException(
                    "The %s has only one form; reset position and meaning of z are the GRU's.".formatted(cell.title()));
        }
    }

    void learningRate(double rate) {
        altered |= batch() > 0 && rate != experiment().learningRate();
        trainer.learningRate(rate);
    }

    void clip(double norm) {
        altered |= batch() > 0 && norm != experiment().clip();
        trainer.clip(norm);
    }

    void watch(int offset) {
        watched = passage(offset);
    }

    Passage watched() {
        return watched;
    }

    /** True if something was changed on the way, so that the settings in force and the seed alone do not lead here. */
    boolean altered() {
        return altered;
    }

    private Passage passage(int offset) {
        return text.passage(offset, trainer.experiment().steps());
    }

    Experiment experiment() {
        return trainer.experiment();
    }

    TokenText text() {
        return text;
    }

    long parameters() {
        return trainer.parameters();
    }

    @Override
    public int tokensPerBatch() {
        return experiment().batch() * experiment().steps();
    }

    long batch() {
        return trainer.batch();
    }

    double smoothedLoss() {
        return log.smoothedLoss();
    }

    @Override
    public MetricSeries series(long generation, Rate rate) {
        return log.series(generation, rate);
    }

    @Override
    public Kept kept() {
        return history.kept();
    }

    long historyBytes() {
        return history.bytes();
    }

    /** What a snapshot showed after a batch, or after the nearest to it that is kept. */
    Snapshot snapshotAfter(long batch, long generation) {
        long nearest = history.nearest(batch);
        return trainer.withWeights(history.after(nearest), () -> snapshot(nearest, generation));
    }

    @Override
    public Snapshot snapshot(long generation) {
        return snapshot(trainer.batch(), generation);
    }

    private Snapshot snapshot(long batch, long generation) {
        WatchedPass pass = trainer.trace(watched);
        return new Snapshot(
                generation, batch, trainer.experiment(), watched, pass.trace(), trainer.weights(), pass.loss());
    }

    /**
     * What the model writes now. The draws are those of the batch, however often it is looked at, so that a switch that
     * leaves the function leaves the text.
     */
    @Override
    public Sample sample(double temperature, BooleanSupplier enough) {
        int[] prefix = text.word(watched.offset(), PREFIX);
        SeededRandom draws = SeededRandom.stream(sampleRandom.state() + trainer.batch(), "sample");
        int[] written = trainer.generate(prefix, SAMPLE_LENGTH, temperature, 0, draws, enough);
        return new Sample(
                text.vocabulary().decode(prefix), text.vocabulary().decode(written), trainer.batch(), temperature);
    }

    /** Samples are drawn anew from now on. */
    void drawAnew() {
        sampleRandom.nextLong();
    }

    @Override
    public void close() {
        trainer.close();
    }
}
