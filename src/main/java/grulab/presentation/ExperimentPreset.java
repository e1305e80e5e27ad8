package grulab.presentation;

import grulab.model.Experiment;
import grulab.model.Initialization;
import grulab.model.Optimizer;
import grulab.model.Sampling;
import java.util.List;

/**
 * Settings that somebody published, or that show something: all but the text and the convention.
 *
 * @param id its name is in the bundles as preset.id
 */
public record ExperimentPreset(
        String id,
        int hidden,
        int batch,
        int steps,
        double learningRate,
        double clip,
        Optimizer optimizer,
        Sampling sampling,
        Initialization initialization) {

    /** In the order in which they are offered; the d2l rows are docs/conventions.md, "Training". */
    public static final List<ExperimentPreset> ALL = List.of(
            standard(),
            new ExperimentPreset(
                    "small", 24, 16, 32, 0.006, 0.5, Optimizer.ADAM, Sampling.RANDOM, Initialization.PYTORCH),
            new ExperimentPreset("by-hand", 2, 4, 8, 0.02, 1, Optimizer.ADAM, Sampling.RANDOM, Initialization.PYTORCH),
            new ExperimentPreset("d2l", 256, 32, 35, 1, 1, Optimizer.SGD, Sampling.SEQUENTIAL, Initialization.D2L),
            new ExperimentPreset(
                    "d2l-clip5", 256, 32, 35, 0.2, 5, Optimizer.SGD, Sampling.SEQUENTIAL, Initialization.D2L));

    private static ExperimentPreset standard() {
        Experiment e = Experiment.standard();
        return new ExperimentPreset(
                "standard",
                e.hidden(),
                e.batch(),
                e.steps(),
                e.learningRate(),
                e.clip(),
                e.optimizer(),
                e.sampling(),
                e.initialization());
    }
}
