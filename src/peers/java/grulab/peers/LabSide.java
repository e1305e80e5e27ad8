package grulab.peers;

import grulab.engine.train.Trainer;
import grulab.model.BatchSource;
import grulab.model.Weights;

/** The engine of this project. */
final class LabSide implements Side {
    private final Trainer trainer;

    LabSide(Work work, Weights start, BatchSource source, int threads) {
        trainer = new Trainer(work.experiment(), work.vocabulary(), source, threads);
        trainer.weights(start);
    }

    @Override
    public double step() {
        return trainer.step().loss();
    }

    @Override
    public void close() {
        trainer.close();
    }
}
