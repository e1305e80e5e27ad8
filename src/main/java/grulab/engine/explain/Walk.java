package grulab.engine.explain;

import grulab.model.Case;
import grulab.model.CellOptions;
import grulab.model.CellOptions.Lengths;
import grulab.model.Edit;
import grulab.model.Quantity;
import grulab.model.Snapshot;
import grulab.model.StepTrace;
import grulab.model.Weights;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One sample's way through the steps of a window, with all that made its numbers.
 *
 * @param trace what the engine computed; with gradients if the way back is to be explained
 * @param weights that made it
 * @param input x of a step [I], from 0
 * @param targets class numbers [T], or null
 * @param counted over how many targets the loss is a mean
 * @param edits values that were set by hand while the trace was made
 * @param options what the cell does otherwise
 * @param length how many steps the sample has; the rest of the trace is after its end
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once and never written
public record Walk(
        StepTrace trace,
        Weights weights,
        IntFunction<double[]> input,
        int @Nullable [] targets,
        int counted,
        List<Edit> edits,
        CellOptions options,
        int length) {
    public Walk {
        edits = List.copyOf(edits);
    }

    /** Of a cell as it is written. */
    public Walk(
            StepTrace trace,
            Weights weights,
            IntFunction<double[]> input,
            int @Nullable [] targets,
            int counted,
            List<Edit> edits) {
        this(trace, weights, input, targets, counted, edits, CellOptions.PLAIN, trace.steps());
    }

    /** The watched passage; its inputs are one-hot. */
    public static Walk of(Snapshot snapshot, List<Edit> edits) {
        int inputs = snapshot.weights().inputs();
        int[] symbols = snapshot.passage().inputs();
        return new Walk(
                snapshot.trace(),
                snapshot.weights(),
                t -> oneHot(symbols[t], inputs),
                snapshot.passage().targets(),
                snapshot.passage().steps(),
                edits);
    }

    /** One sample of a case, from 0, of which {@code trace} is the trace. */
    public static Walk of(Case given, int sample, StepTrace trace) {
        int inputs = given.weights().inputs();
        int[] all = given.targets();
        Lengths lengths = given.options().lengths();
        int[] targets = null;
        if (all != null && given.weights().outputs() > 0) {
            targets = new int[given.steps()];
            for (int t = 0; t < targets.length; t++) {
                targets[t] = all[t * given.batch() + sample];
            }
        }
        return new Walk(
                trace,
                given.weights(),
                t -> {
                    int from = (t * given.batch() + sample) * inputs;
                    return Arrays.copyOfRange(given.x(), from, from + inputs);
                },
                targets,
                lengths == null
                        ? given.steps() * given.batch()
                        : lengths.steps().stream().mapToInt(Integer::intValue).sum(),
                List.of(),
                given.options(),
                lengths == null ? given.steps() : lengths.steps().get(sample));
    }

    /** Whether a value was set by hand. */
    boolean given(Quantity quantity, int t, int unit) {
        return edits.stream().anyMatch(e -> e instanceof Edit.Value value && value.covers(quantity, t, unit));
    }

    /** Whether step t is after the end of the sample. */
    boolean ended(int t) {
        return t >= length;
    }

    void check(int t, int unit) {
        if (t < 0 || t >= trace.steps()) {
            throw new IllegalArgumentException("steps are 0 to %d, not %d".formatted(trace.steps() - 1, t));
        }
        if (unit < 0 || unit >= trace.hidden()) {
            throw new IllegalArgumentException("units are 0 to %d, not %d".formatted(trace.hidden() - 1, unit));
        }
    }

    private static double[] oneHot(int symbol, int size) {
        double[] x = new double[size];
        x[symbol] = 1;
        return x;
    }
}
