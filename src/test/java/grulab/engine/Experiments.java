package grulab.engine;

import grulab.engine.train.Trainer;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Experiment;
import grulab.model.Initialization;
import grulab.model.Metric;
import grulab.model.Optimizer;
import grulab.model.Sampling;
import grulab.model.Tokens;
import java.util.ArrayList;
import java.util.List;

/** Small experiments to train on {@link TextSource}. */
final class Experiments {
    private Experiments() {}

    static Experiment small(Convention convention, Optimizer optimizer, Sampling sampling) {
        return of(convention, 12, 5, 7, optimizer, sampling);
    }

    static Experiment of(
            Convention convention, int hidden, int batch, int steps, Optimizer optimizer, Sampling sampling) {
        return of(CellType.GRU, convention, hidden, batch, steps, optimizer, sampling);
    }

    static Experiment of(
            CellType cell,
            Convention convention,
            int hidden,
            int batch,
            int steps,
            Optimizer optimizer,
            Sampling sampling) {
        return new Experiment(
                cell,
                convention,
                hidden,
                batch,
                steps,
                optimizer == Optimizer.SGD ? 0.5 : 0.01,
                1.0,
                optimizer,
                sampling,
                Initialization.PYTORCH,
                42,
                "test",
                Tokens.CHAR);
    }

    static Trainer trainer(Experiment experiment) {
        return trainer(experiment, 1);
    }

    static Trainer trainer(Experiment experiment, int threads) {
        return new Trainer(experiment, TextSource.VOCABULARY, new TextSource(experiment), threads);
    }

    static List<Metric> train(Trainer trainer, int batches) {
        List<Metric> metrics = new ArrayList<>();
        for (int i = 0; i < batches; i++) {
            metrics.add(trainer.step());
        }
        return metrics;
    }

    static double[] losses(List<Metric> metrics) {
        return metrics.stream().mapToDouble(Metric::loss).toArray();
    }
}
