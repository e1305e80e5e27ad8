package grulab.engine.train;

import grulab.engine.cell.SymbolInput;
import grulab.engine.math.Kernels;
import grulab.engine.math.Team;
import grulab.model.Convention;
import grulab.model.SeededRandom;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Lets a network write: one symbol at a time, each read again as the next input. */
final class Writer implements AutoCloseable {
    private final Window<SymbolInput> window;
    private final Convention convention;
    private final double temperature;
    private final int topK;
    private final SeededRandom random;

    /**
     * @param temperature divides the logits; 0 takes the likeliest symbol
     * @param topK how many of the likeliest symbols may be drawn; 0 for all
     */
    Writer(Network network, Kernels kernels, Convention convention, double temperature, int topK, SeededRandom random) {
        if (!(temperature >= 0)) {
            throw new IllegalArgumentException("the temperature must be 0 or more, not " + temperature);
        }
        SymbolInput input = new SymbolInput(network.cell, 1);
        window = new Window<>(network, List.of(kernels), new Team(1), input, 1, 1, false);
        this.convention = convention;
        this.temperature = temperature;
        this.topK = topK;
        this.random = random;
    }

    /** Reads the prefix from a zero state and writes {@code length} symbols after it, or fewer if that is enough. */
    int[] write(int[] prefix, int length, BooleanSupplier enough) {
        if (prefix.length == 0) {
            throw new IllegalArgumentException("a prefix of at least one symbol is needed");
        }
        for (int symbol : prefix) {
            read(symbol);
        }
        int[] text = new int[length];
        for (int i = 0; i < length; i++) {
            if (enough.getAsBoolean()) {
                return Arrays.copyOf(text, i);
            }
            text[i] = draw();
            read(text[i]);
        }
        return text;
    }

    @Override
    public void close() {
        window.close();
    }

    private void read(int symbol) {
        window.input.symbols[0] = symbol;
        window.forward(convention);
        window.cell.carry();
    }

    private int draw() {
        float[] logits = window.logits();
        int best = 0;
        for (int j = 1; j < logits.length; j++) {
            best = logits[j] > logits[best] ? j : best;
        }
        if (temperature == 0) {
            return best;
        }
        double floor = topK > 0 && topK < logits.length ? ranked(logits, topK) : Double.NEGATIVE_INFINITY;
        double[] sums = new double[logits.length];
        double total = 0;
        for (int j = 0; j < logits.length; j++) {
            total += logits[j] >= floor ? Math.exp((logits[j] - logits[best]) / temperature) : 0;
            sums[j] = total;
        }
        double point = random.nextDouble() * total;
        for (int j = 0; j < sums.length; j++) {
            if (point < sums[j]) {
                return j;
            }
        }
        return best;
    }

    /** The k-th largest. */
    private static double ranked(float[] logits, int k) {
        float[] sorted = logits.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length - k];
    }
}
