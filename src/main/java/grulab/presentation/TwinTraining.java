package grulab.presentation;

import grulab.model.Convention;
import org.jspecify.annotations.Nullable;

/** Tells who trains the twin from the same seed what is wanted of it, whenever that changes. */
final class TwinTraining {
    /** Whoever trains it. */
    interface Trainer {
        /** From the start, or on from where it rests, under a convention. */
        void train(Convention under);

        /** It may be wanted again soon. */
        void rest();

        void end();
    }

    private final Trainer trainer;
    private @Nullable Convention under;
    private boolean trains;

    TwinTraining(Trainer trainer) {
        this.trainer = trainer;
    }

    /**
     * @param chosen whether there is to be a twin
     * @param seen whether anybody sees it now
     */
    void wants(Convention convention, boolean chosen, boolean seen) {
        if (!chosen) {
            if (under != null) {
                trainer.end();
            }
            under = null;
            trains = false;
        } else if (seen) {
            if (!trains || !convention.equals(under)) {
                trainer.train(convention);
            }
            under = convention;
            trains = true;
        } else if (trains) {
            trainer.rest();
            trains = false;
        }
    }
}
