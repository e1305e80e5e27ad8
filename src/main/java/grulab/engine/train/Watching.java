package grulab.engine.train;

import grulab.engine.cell.SymbolInput;
import grulab.engine.math.Kernels;
import grulab.engine.math.Team;
import grulab.model.Convention;
import grulab.model.Passage;
import java.util.List;

/**
 * Reads a passage as a batch of one row from a zero state, with buffers of its own, so that training goes on
 * undisturbed.
 */
final class Watching implements AutoCloseable {
    private final Window<SymbolInput> window;

    Watching(Network network, Kernels kernels, int steps) {
        SymbolInput input = new SymbolInput(network.cell, steps);
        window = new Window<>(network, List.of(kernels), new Team(1), input, steps, 1, true);
    }

    WatchedPass read(Passage passage, Convention convention) {
        System.arraycopy(passage.inputs(), 0, window.input.symbols, 0, passage.steps());
        window.watch(convention, passage.targets());
        return new WatchedPass(Tracing.of(window.cell, convention, passage.steps(), 1, 0, true), window.loss());
    }

    int steps() {
        return window.input.symbols.length;
    }

    @Override
    public void close() {
        window.close();
    }
}
