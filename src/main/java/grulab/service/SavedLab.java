package grulab.service;

import grulab.engine.train.TrainerState;
import grulab.model.Snapshot;
import grulab.text.Corpus;
import java.util.Map;

/**
 * A running experiment as a lab file holds it; resumed, it goes on to the same numbers bit for bit.
 *
 * @param corpus the whole text
 * @param state settings, convention, weights, optimiser, place in the text
 * @param metrics the course of training
 * @param watched offset of the watched window, in tokens
 * @param sampleRandom state of the random numbers that samples are drawn with
 * @param altered whether convention, rate, clip or weights were changed on the way
 * @param place where in the window somebody was, as texts by name, for the window to understand; empty if nobody was
 */
public record SavedLab(
        Corpus corpus,
        TrainerState state,
        MetricLog.Kept metrics,
        int watched,
        long sampleRandom,
        boolean altered,
        Map<String, String> place) {
    public SavedLab {
        place = Map.copyOf(place);
    }

    SavedLab at(Map<String, String> other) {
        return new SavedLab(corpus, state, metrics, watched, sampleRandom, altered, other);
    }

    /**
     * What its weights make of the watched passage: what the window shows first when the lab is opened.
     *
     * @throws IllegalArgumentException if its parts do not fit together
     */
    public Snapshot snapshot() {
        try (Run run = Plan.of(this).build(1)) {
            return run.snapshot(0);
        }
    }
}
