package grulab.engine.diagnose;

import grulab.model.Activation;
import grulab.model.CellOptions;
import grulab.model.CellType;
import grulab.model.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a cell computes of its gates' arguments, beside its convention. Gates count as in {@link CellType#gates}.
 *
 * @param functions by gate; of an LSTM one more, that the cell state goes through on its way out
 * @param clip of every gate's argument; infinite where there is none
 * @param cellClip of the cell state
 * @param tie of an LSTM's i and f; null where each is computed
 * @param change null where everything is computed as written
 */
record Formula(
        List<Squash> functions,
        double clip,
        double cellClip,
        @Nullable Operation tie,
        @Nullable Operation change) {

    static Formula of(CellType cell) {
        List<Squash> functions = switch (cell) {
            case GRU -> List.of(Squash.SIGMOID, Squash.SIGMOID, Squash.TANH);
            case LSTM -> List.of(Squash.SIGMOID, Squash.SIGMOID, Squash.TANH, Squash.SIGMOID, Squash.TANH);
            case RNN -> List.of(Squash.TANH);
        };
        return new Formula(functions, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, null, null);
    }

    /** What a case says that the cell does otherwise. */
    static Formula of(CellType cell, CellOptions options) {
        Formula formula = of(cell);
        for (Map.Entry<String, Activation> e : options.activations().entrySet()) {
            int gate = cell.gates().indexOf(e.getKey());
            formula = formula.with(List.of(gate < 0 ? cell.gates().size() : gate), Squash.of(e.getValue()));
        }
        if (options.coupled() != null) {
            formula = formula.with(
                    options.coupled() == CellOptions.Coupling.INPUT_FROM_FORGET
                            ? Operation.INPUT_COUPLED
                            : Operation.FORGET_COUPLED);
        }
        if (options.clip() != null) {
            formula = formula.clipped(options.clip());
        }
        return options.cellClip() == null ? formula : formula.cellClipped(options.cellClip());
    }

    /** @param gates their numbers; that of an LSTM's output is one past its gates */
    Formula with(List<Integer> gates, Squash function) {
        List<Squash> other = new ArrayList<>(functions);
        gates.forEach(gate -> other.set(gate, function));
        return new Formula(List.copyOf(other), clip, cellClip, tie, change);
    }

    Formula clipped(double at) {
        return new Formula(functions, at, cellClip, tie, change);
    }

    Formula cellClipped(double at) {
        return new Formula(functions, clip, at, tie, change);
    }

    Formula with(Operation operation) {
        return operation.couples()
                ? new Formula(functions, clip, cellClip, operation, change)
                : new Formula(functions, clip, cellClip, tie, operation);
    }

    /** f(a), in place, of a gate. */
    double[] gate(int gate, double[] a) {
        return functions.get(gate).apply(cut(a, clip));
    }

    /** In place. */
    static double[] cut(double[] a, double at) {
        if (at < Double.POSITIVE_INFINITY) {
            for (int i = 0; i < a.length; i++) {
                a[i] = Math.max(-at, Math.min(at, a[i]));
            }
        }
        return a;
    }
}
