package grulab.service;

import grulab.model.Experiment;
import grulab.model.Kept;
import grulab.model.LoadedText;
import grulab.model.MetricSeries;
import grulab.model.RunState;
import grulab.model.Sample;
import grulab.model.Snapshot;
import grulab.model.TwinProgress;
import java.nio.file.Path;
import java.util.Map;

/**
 * Hears of the running experiment, on the executor that {@link LabService} was given. Of each kind only the newest
 * arrives, in the order in which the methods stand here.
 */
public interface LabListener {
    /**
     * Another experiment has begun, or this one has another convention, rate or clip.
     *
     * @param experiment what is in force now
     * @param parameters how many numbers are trained
     */
    default void corpusLoaded(LoadedText text, Experiment experiment, long parameters) {}

    /** How far the twin from the same seed is, as {@link LabService#twin} was asked for it; NONE if it is gone. */
    default void twinProgress(TwinProgress progress) {}

    /** What the twin's weights make of the watched passage. */
    default void twinSnapshot(Snapshot snapshot) {}

    default void metrics(MetricSeries metrics) {}

    /** The batches whose weights can be looked at again. */
    default void kept(Kept kept) {}

    default void snapshot(Snapshot snapshot) {}

    /** The watched passage with the weights after an earlier batch, as {@link LabService#history} was asked for it. */
    default void past(Snapshot snapshot) {}

    /** Whoever hears of a pause has heard of the last batch before it. */
    default void stateChanged(RunState state) {}

    default void sampleWritten(Sample sample) {}

    /** A command was not carried out, and everything is as it was. */
    default void refused(Refusal refusal) {}

    /**
     * The experiment is in that file now.
     *
     * @param batch as it was after this one
     */
    default void saved(Path file, long batch) {}

    /** A lab was opened, and all about it has been told; where in the window it was saved. */
    default void opened(Map<String, String> place) {}

    /** Whether the experiment that Start over ended can be taken back. */
    default void takesBack(boolean possible) {}

    /** The experiment is lost; the reason is one sentence. */
    default void failed(String reason) {}
}
