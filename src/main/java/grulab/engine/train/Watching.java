package grulab.engine.train;

import grulab.engine.cell.GruCell;
import grulab.engine.cell.SymbolInput;
import grulab.engine.cell.Team;
import grulab.engine.math.JavaProducts;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Passage;
import grulab.model.Quantity;
import grulab.model.ResetPosition;
import grulab.model.StepTrace;
import grulab.model.UpdateMeaning;
import java.util.EnumMap;
import java.util.Map;

/** Reads a passage as a batch of one row from a zero state, with buffers of its own, so that training goes on undisturbed. */
final class Watching {
    private final int hidden;
    private final Window<SymbolInput> window;

    Watching(Network network, int steps) {
        hidden = network.cell.hidden;
        window = new Window<>(network, new JavaProducts(), new Team(1), new SymbolInput(steps, hidden), steps, 1);
    }

    WatchedPass read(Passage passage, Convention convention) {
        System.arraycopy(passage.inputs(), 0, window.input.symbols, 0, passage.steps());
        window.forward(convention);
        double loss = window.loss(passage.targets());
        window.backward();
        Map<Quantity, float[]> values = new EnumMap<>(Quantity.class);
        values.put(Quantity.RESET, window.cell.reset.values.clone());
        values.put(Quantity.PRODUCT, product(window.cell, convention));
        values.put(Quantity.CANDIDATE, window.cell.candidate.values.clone());
        values.put(Quantity.UPDATE, update(window.cell, convention));
        values.put(Quantity.STATE, window.cell.state.values.clone());
        Map<Quantity, float[]> gradients = Map.of(Quantity.STATE, window.cell.dState.values.clone());
        StepTrace trace = new StepTrace(
                CellType.GRU, convention, passage.steps(), hidden, new float[hidden], new float[0], values, gradients);
        return new WatchedPass(trace, loss);
    }

    int steps() {
        return window.input.symbols.length;
    }

    /** z: the share of the past, or what is left of it. */
    static float[] update(GruCell cell, Convention convention) {
        float[] z = cell.kept.values.clone();
        if (convention.update() == UpdateMeaning.ADMIT) {
            for (int i = 0; i < z.length; i++) {
                z[i] = 1 - z[i];
            }
        }
        return z;
    }

    /** r ⊙ h with reset before, r ⊙ (U_n h + c_n) with reset after. */
    static float[] product(GruCell cell, Convention convention) {
        float[] product = cell.inner.values.clone();
        if (convention.reset() == ResetPosition.AFTER) {
            for (int i = 0; i < product.length; i++) {
                product[i] *= cell.reset.values[i];
            }
        }
        return product;
    }
}
