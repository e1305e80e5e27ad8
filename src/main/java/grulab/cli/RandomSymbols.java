package grulab.cli;

import grulab.model.BatchSource;
import grulab.model.Experiment;
import grulab.model.SeededRandom;

/** The same window of symbols drawn at random, for ever, each time read on from where the last one ended. */
final class RandomSymbols implements BatchSource {
    private final int[] inputs;
    private final int[] targets;
    private int batch;

    RandomSymbols(Experiment experiment, int vocabulary) {
        SeededRandom random = SeededRandom.stream(experiment.seed(), "bench");
        inputs = new int[experiment.steps() * experiment.batch()];
        targets = new int[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = random.nextInt(vocabulary);
            targets[i] = random.nextInt(vocabulary);
        }
    }

    @Override
    public int batchesPerEpoch() {
        return Integer.MAX_VALUE;
    }

    @Override
    public boolean next(int[] intoInputs, int[] intoTargets) {
        System.arraycopy(inputs, 0, intoInputs, 0, inputs.length);
        System.arraycopy(targets, 0, intoTargets, 0, targets.length);
        batch++;
        return batch > 1;
    }

    @Override
    public Position position() {
        return new Position(0, batch, 0);
    }

    @Override
    public void moveTo(Position position) {
        batch = position.batch();
    }
}
