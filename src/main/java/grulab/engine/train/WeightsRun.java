package grulab.engine.train;

import grulab.engine.cell.SymbolInput;
import grulab.engine.math.KernelChoice;
import grulab.engine.math.Kernels;
import grulab.engine.math.Team;
import grulab.model.Convention;
import grulab.model.Passage;
import grulab.model.Quantity;
import grulab.model.SeededRandom;
import grulab.model.Weights;
import java.util.List;

/** A model with given weights that reads and writes, in float32 by the code that trains, and is not trained. */
public final class WeightsRun {
    private final Network network;
    private final Convention convention;
    private final KernelChoice choice = KernelChoice.best();

    /** @throws IllegalArgumentException if the weights have no head, which makes a loss and a text */
    public WeightsRun(Weights weights, Convention convention) {
        if (weights.outputs() == 0) {
            throw new IllegalArgumentException("A model reads and writes with a head; these weights have none.");
        }
        this.convention = convention;
        try (Kernels kernels = choice.make()) {
            network = new Network(
                    weights.cell(), weights.inputs(), weights.hidden(), weights.outputs(), weights::has, kernels);
        }
        network.load(weights);
    }

    /**
     * Every gate and its gradient over a passage, and the loss.
     *
     * @param start h_0 [H]; an LSTM's c_0 is zero
     */
    public WatchedPass read(Passage passage, float[] start) {
        SymbolInput input = new SymbolInput(network.cell, passage.steps());
        System.arraycopy(passage.inputs(), 0, input.symbols, 0, passage.steps());
        try (Window<SymbolInput> window =
                new Window<>(network, List.of(choice.make()), new Team(1), input, passage.steps(), 1, true)) {
            window.cell.start(Quantity.STATE, start);
            window.watch(convention, passage.targets());
            return new WatchedPass(Tracing.of(window.cell, convention, passage.steps(), 1, 0, true), window.loss());
        }
    }

    /**
     * Writes after a prefix, from a zero state.
     *
     * @param prefix at least one symbol
     * @param temperature divides the logits; 0 takes the likeliest symbol
     * @return {@code length} symbols
     */
    public int[] write(int[] prefix, int length, double temperature, SeededRandom random) {
        try (Writer writer = new Writer(network, choice.make(), convention, temperature, 0, random)) {
            return writer.write(prefix, length, () -> false);
        }
    }
}
