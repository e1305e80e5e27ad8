package grulab.cli;

import grulab.engine.math.KernelChoice;
import grulab.engine.train.Room;
import grulab.model.Experiment;

/** Refuses what does not fit into memory before any of it is built. */
final class Memory {
    private Memory() {}

    static void check(Experiment experiment, int vocabulary, int threads, KernelChoice choice) {
        Room room = Room.forTraining(experiment, vocabulary, threads, choice);
        if (!room.fits()) {
            String fitting = room.alternatives("--");
            throw new BadRequest("--hidden %d --batch %d --steps %d, with %d symbols, %s; %sjava -Xmx gives more"
                    .formatted(
                            experiment.hidden(),
                            experiment.batch(),
                            experiment.steps(),
                            vocabulary,
                            room.words(),
                            fitting.isEmpty() ? "" : fitting + " would fit, and "));
        }
    }
}
