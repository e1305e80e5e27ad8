package grulab.service;

import grulab.model.Experiment;
import grulab.model.Kept;
import grulab.model.LoadedText;
import grulab.model.MetricSeries;
import grulab.model.RunState;
import grulab.model.RunState.Phase;
import grulab.model.Sample;
import grulab.model.Snapshot;
import grulab.model.TwinProgress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A listener that remembers everything, on which a test can wait. */
class Watcher implements LabListener {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();

    final List<RunState> states = new ArrayList<>();
    final List<Snapshot> snapshots = new ArrayList<>();
    final List<Snapshot> past = new ArrayList<>();
    final List<Snapshot> twins = new ArrayList<>();
    final List<TwinProgress> twinProgress = new ArrayList<>();
    final List<Sample> samples = new ArrayList<>();
    final List<Refusal> refusals = new ArrayList<>();
    final List<String> failures = new ArrayList<>();
    final List<Path> saved = new ArrayList<>();
    final List<Experiment> experiments = new ArrayList<>();
    final Set<String> threads = ConcurrentHashMap.newKeySet();
    MetricSeries metrics = MetricSeries.NONE;

    @Nullable
    Kept kept;

    @Nullable
    Map<String, String> place;

    @Nullable
    LoadedText text;

    long parameters;

    @Override
    public void corpusLoaded(LoadedText loaded, Experiment experiment, long count) {
        hear(() -> {
            text = loaded;
            parameters = count;
            experiments.add(experiment);
        });
    }

    @Override
    public void stateChanged(RunState state) {
        hear(() -> states.add(state));
    }

    @Override
    public void metrics(MetricSeries series) {
        hear(() -> metrics = series);
    }

    @Override
    public void snapshot(Snapshot snapshot) {
        hear(() -> snapshots.add(snapshot));
    }

    @Override
    public void kept(Kept now) {
        hear(() -> kept = now);
    }

    @Override
    public void past(Snapshot snapshot) {
        hear(() -> past.add(snapshot));
    }

    @Override
    public void twinProgress(TwinProgress progress) {
        hear(() -> twinProgress.add(progress));
    }

    @Override
    public void twinSnapshot(Snapshot snapshot) {
        hear(() -> twins.add(snapshot));
    }

    @Override
    public void sampleWritten(Sample sample) {
        hear(() -> samples.add(sample));
    }

    @Override
    public void refused(Refusal refusal) {
        hear(() -> refusals.add(refusal));
    }

    @Override
    public void opened(Map<String, String> where) {
        hear(() -> place = where);
    }

    @Override
    public void saved(Path file, long batch) {
        hear(() -> saved.add(file));
    }

    @Override
    public void failed(String reason) {
        hear(() -> failures.add(reason));
    }

    void forgetStates() {
        change(states::clear);
    }

    RunState state() {
        return states.isEmpty() ? RunState.IDLE : states.get(states.size() - 1);
    }

    Snapshot twin() {
        return twins.get(twins.size() - 1);
    }

    TwinProgress progress() {
        return twinProgress.isEmpty() ? TwinProgress.NONE : twinProgress.get(twinProgress.size() - 1);
    }

    Snapshot snapshot() {
        return snapshots.get(snapshots.size() - 1);
    }

    Refusal refusal() {
        return refusals.get(refusals.size() - 1);
    }

    /** Waits until the condition, over what was heard, holds. */
    void await(String what, BooleanSupplier condition) {
        lock.lock();
        try {
            long left = TimeUnit.SECONDS.toNanos(30);
            while (!condition.getAsBoolean()) {
                if (left <= 0) {
                    throw new AssertionError("waited in vain until " + what + "; states " + states);
                }
                left = news.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            lock.unlock();
        }
    }

    void awaitPhase(Phase phase) {
        await(phase.name(), () -> !states.isEmpty() && state().phase() == phase);
    }

    /** Waits until training rests at that batch and everything about it has been told. */
    void awaitRestAt(long batch) {
        await(
                "rests at " + batch,
                () -> state().equals(RunState.PAUSED)
                        && metrics.batches() == batch
                        && snapshot().batch() == batch);
    }

    private void hear(Runnable what) {
        threads.add(Thread.currentThread().getName());
        change(what);
    }

    private void change(Runnable what) {
        lock.lock();
        try {
            what.run();
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
