package grulab.engine;

import grulab.model.BatchSource;
import grulab.model.Experiment;
import grulab.model.Sampling;
import grulab.model.SeededRandom;

/** Windows of a text whose next symbol is mostly decided by the last one, and a little by the one before: something to learn, never quite certain. */
final class TextSource implements BatchSource {
    static final int VOCABULARY = 11;
    private static final int BATCHES = 12;

    private final int[] text = new int[4000];
    private final int rows;
    private final int steps;
    private final boolean sequential;
    private int epoch;
    private int batch;
    private long random = 5;

    TextSource(Experiment experiment) {
        rows = experiment.batch();
        steps = experiment.steps();
        sequential = experiment.sampling() == Sampling.SEQUENTIAL;
        SeededRandom noise = new SeededRandom(3);
        for (int i = 2; i < text.length; i++) {
            text[i] = noise.nextInt(8) == 0
                    ? noise.nextInt(VOCABULARY)
                    : (2 * text[i - 1] + text[i - 2] / 8 + 1) % VOCABULARY;
        }
    }

    @Override
    public int batchesPerEpoch() {
        return BATCHES;
    }

    @Override
    public boolean next(int[] inputs, int[] targets) {
        if (batch == BATCHES) {
            batch = 0;
            epoch++;
        }
        SeededRandom draw = new SeededRandom(random);
        for (int b = 0; b < rows; b++) {
            int start = sequential ? b * 37 + batch * steps : draw.nextInt(text.length - steps - 1);
            for (int t = 0; t < steps; t++) {
                inputs[t * rows + b] = text[start + t];
                targets[t * rows + b] = text[start + t + 1];
            }
        }
        random = draw.state();
        batch++;
        return sequential && batch > 1;
    }

    @Override
    public Position position() {
        return new Position(epoch, batch, random);
    }

    @Override
    public void moveTo(Position position) {
        epoch = position.epoch();
        batch = position.batch();
        random = position.random();
    }
}
