package grulab.service;

import grulab.engine.train.Footprint;
import grulab.engine.train.Room;
import grulab.model.Experiment;
import grulab.model.SeededRandom;
import grulab.text.Corpus;
import grulab.text.TokenText;
import grulab.text.WindowSampler;
import org.jspecify.annotations.Nullable;

/**
 * An experiment that has been found possible but is not built yet, so that saying no costs nothing.
 *
 * @param saved where it goes on; null if it begins
 */
record Plan(
        Experiment experiment,
        TokenText text,
        WindowSampler windows,
        @Nullable SavedLab saved) {

    /** @throws IllegalArgumentException if the text cannot be learned with these settings */
    static Plan of(Experiment experiment, Corpus corpus) {
        return of(experiment, corpus, null);
    }

    /** @throws IllegalArgumentException if the text of the lab cannot be learned with its settings */
    static Plan of(SavedLab lab) {
        return of(lab.state().experiment(), lab.corpus(), lab);
    }

    private static Plan of(Experiment experiment, Corpus corpus, @Nullable SavedLab saved) {
        TokenText text = TokenText.of(corpus, experiment.tokens());
        return new Plan(experiment, text, WindowSampler.of(text, experiment), saved);
    }

    /** @throws IllegalArgumentException if the parts of a saved lab do not fit together */
    Run build(int threads) {
        long history = History.bytesFor(
                Footprint.ofWindow(experiment, text.vocabulary().size(), threads));
        if (saved == null) {
            SeededRandom random = SeededRandom.stream(experiment.seed(), "sample");
            return new Run(this, threads, history, new MetricLog(), random);
        }
        Run run =
                new Run(this, threads, history, MetricLog.of(saved.metrics()), new SeededRandom(saved.sampleRandom()));
        run.restore(saved);
        return run;
    }

    /**
     * True if there is memory for it beside what is trained now, false if only in its place.
     *
     * @throws TooLarge if not even that
     */
    boolean fitsBeside(@Nullable Run current, int threads) {
        int vocabulary = text.vocabulary().size();
        if (Room.forWindow(experiment, vocabulary, threads, 0).fits()) {
            return true;
        }
        Room room = current == null
                ? Room.forWindow(experiment, vocabulary, threads, 0)
                : inPlace(
                        experiment,
                        vocabulary,
                        current.experiment(),
                        current.loaded.kinds(),
                        threads,
                        current.historyBytes());
        if (!room.fits()) {
            throw new TooLarge(room);
        }
        return false;
    }

    /**
     * The memory for an experiment in the place of another.
     *
     * @param kinds symbols of its text
     * @param learned symbols of the other's text
     * @param history bytes that the weights of the other's last batches take
     */
    static Room inPlace(Experiment asked, int kinds, Experiment running, int learned, int threads, long history) {
        long givenBack = Footprint.ofWindow(running, learned, threads).held() + history;
        return Room.forWindow(asked, kinds, threads, givenBack);
    }
}
