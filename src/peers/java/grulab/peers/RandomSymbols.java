package grulab.peers;

import grulab.model.BatchSource;
import grulab.model.SeededRandom;

/** Symbols drawn beforehand, so that reading a batch costs a copy. The state is always carried. */
final class RandomSymbols implements BatchSource {
    private static final int BATCHES = 64;

    private final int[] symbols;
    private int batch;

    RandomSymbols(Work work) {
        SeededRandom random = new SeededRandom(Work.SEED);
        symbols = new int[(BATCHES + 1) * work.steps() * work.batch()];
        for (int i = 0; i < symbols.length; i++) {
            symbols[i] = random.nextInt(work.vocabulary());
        }
    }

    @Override
    public int batchesPerEpoch() {
        return BATCHES;
    }

    @Override
    public boolean next(int[] inputs, int[] targets) {
        System.arraycopy(symbols, batch * inputs.length, inputs, 0, inputs.length);
        System.arraycopy(symbols, (batch + 1) * inputs.length, targets, 0, targets.length);
        batch = (batch + 1) % BATCHES;
        return true;
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
