package grulab.presentation;

import grulab.model.Experiment;
import grulab.model.Kept;
import grulab.model.LoadedText;
import grulab.model.MetricSeries;
import grulab.model.RunState;
import grulab.model.Sample;
import grulab.model.Snapshot;
import grulab.model.TwinProgress;
import grulab.service.LabListener;
import grulab.service.Refusal;
import java.nio.file.Path;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What the service last told of the running experiment, as properties. */
final class RunningExperiment implements LabListener {
    /** What the workspace does beyond showing it. */
    interface Follower {
        /** Settings in force have changed, or are those of another experiment. */
        void inForce(LoadedText text, Experiment experiment);

        /** Comes before the snapshot is shown. */
        void computed(Snapshot snapshot);

        /** The weights after an earlier batch, which was asked for. */
        void past(Snapshot snapshot);

        void refused(Refusal refusal);

        void saved(Path file, long batch);

        /** A lab was opened; where in the window it was saved. */
        void opened(Map<String, String> place);

        /** Whether the experiment before this one can be taken back. */
        void takesBack(boolean possible);
    }

    final ReadOnlyObjectWrapper<Experiment> experiment;
    final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(this, "state", RunState.IDLE);
    final ReadOnlyObjectWrapper<MetricSeries> metrics = new ReadOnlyObjectWrapper<>(this, "metrics", MetricSeries.NONE);
    final ReadOnlyObjectWrapper<@Nullable Snapshot> snapshot = new ReadOnlyObjectWrapper<>(this, "snapshot", null);
    final ReadOnlyObjectWrapper<@Nullable Sample> sample = new ReadOnlyObjectWrapper<>(this, "sample", null);
    final ReadOnlyObjectWrapper<@Nullable LoadedText> loaded = new ReadOnlyObjectWrapper<>(this, "loaded", null);
    final ReadOnlyObjectWrapper<@Nullable Kept> kept = new ReadOnlyObjectWrapper<>(this, "kept", null);
    /** What the twin from the same seed shows; null if there is none. */
    final ReadOnlyObjectWrapper<@Nullable Snapshot> twin = new ReadOnlyObjectWrapper<>(this, "twin", null);

    final ReadOnlyObjectWrapper<TwinProgress> twinProgress =
            new ReadOnlyObjectWrapper<>(this, "twinProgress", TwinProgress.NONE);
    private final Follower follower;

    RunningExperiment(Experiment start, Follower follower) {
        experiment = new ReadOnlyObjectWrapper<>(this, "experiment", start);
        this.follower = follower;
    }

    @Override
    public void corpusLoaded(LoadedText text, Experiment inForce, long count) {
        loaded.set(text);
        experiment.set(inForce);
        follower.inForce(text, inForce);
    }

    @Override
    public void stateChanged(RunState now) {
        state.set(now);
    }

    @Override
    public void metrics(MetricSeries now) {
        metrics.set(now);
    }

    @Override
    public void snapshot(Snapshot now) {
        follower.computed(now);
        snapshot.set(now);
    }

    @Override
    public void kept(Kept now) {
        kept.set(now);
    }

    @Override
    public void past(Snapshot then) {
        follower.past(then);
    }

    @Override
    public void sampleWritten(Sample now) {
        sample.set(now);
    }

    @Override
    public void twinProgress(TwinProgress now) {
        if (now.equals(TwinProgress.NONE)) {
            twin.set(null);
        }
        twinProgress.set(now);
    }

    @Override
    public void twinSnapshot(Snapshot now) {
        twin.set(now);
    }

    @Override
    public void refused(Refusal refusal) {
        follower.refused(refusal);
    }

    @Override
    public void saved(Path file, long batch) {
        follower.saved(file, batch);
    }

    @Override
    public void opened(Map<String, String> place) {
        follower.opened(place);
    }

    @Override
    public void takesBack(boolean possible) {
        follower.takesBack(possible);
    }
}
