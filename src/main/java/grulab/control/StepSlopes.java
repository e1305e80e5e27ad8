package grulab.control;

import grulab.model.Edit;
import grulab.model.Quantity;
import grulab.model.ResetPosition;
import grulab.model.StepTrace;
import grulab.model.UpdateMeaning;
import grulab.model.Weights;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What flows back through one step: ∂L/∂ of everything that has a strip, by unit. A trace holds that of gates and
 * states; a product's, and what the step sends back to the state before it, follow from them and the weights, by the
 * formulas of docs/conventions.md. A value that was set by hand sends nothing back.
 *
 * @param here [H] of each quantity at the step. PRODUCT: with reset before of r ⊙ h; with reset after of U_n h + c_n,
 *     which is what the product passes on to U_n
 * @param sum [H] of what an RNN squashes, else empty
 * @param before [H] what the step sends back to h_{t−1}
 * @param cellBefore [H] what it sends back to an LSTM's c_{t−1}, else empty
 * @param scale the largest magnitude of them all, 1 if all are zero
 */
@SuppressWarnings("ArrayRecordComponent") // made for one moment and never written
record StepSlopes(Map<Quantity, double[]> here, double[] sum, double[] before, double[] cellBefore, double scale) {

    static StepSlopes of(StepTrace trace, int t, Weights weights, List<Edit> edits) {
        return new Way(trace, t, weights, edits).back();
    }

    IntToDoubleFunction of(Quantity quantity) {
        double[] all = here.get(quantity);
        if (all == null) {
            throw new IllegalArgumentException("no gradient of " + quantity + " flows back");
        }
        return u -> all[u];
    }

    /** The way back through one step, worked out in float64. */
    private static final class Way {
        private final StepTrace trace;
        private final int t;
        private final Weights weights;
        private final List<Edit> edits;
        private final Map<Quantity, double[]> here = new EnumMap<>(Quantity.class);

        Way(StepTrace trace, int t, Weights weights, List<Edit> edits) {
            this.trace = trace;
            this.t = t;
            this.weights = weights;
            this.edits = edits;
        }

        StepSlopes back() {
            trace.cell().quantities().forEach(q -> here.put(q, row(trace.gradient(q))));
            double[] sum = {};
            double[] before = new double[trace.hidden()];
            double[] cellBefore = {};
            switch (trace.cell()) {
                case GRU -> gru(before);
                case LSTM -> {
                    cellBefore = times(arrived(Quantity.CELL), value(Quantity.FORGET));
                    sendBack(before, Quantity.INPUT, Quantity.FORGET, Quantity.CELL_CANDIDATE, Quantity.OUTPUT);
                }
                case RNN -> {
                    sum = inside(Quantity.STATE);
                    add(before, "h", sum);
                }
            }
            double most = Stream.concat(Stream.of(sum, before, cellBefore), here.values().stream())
                    .flatMapToDouble(DoubleStream::of)
                    .map(Math::abs)
                    .filter(Double::isFinite)
                    .max()
                    .orElse(0);
            return new StepSlopes(Map.copyOf(here), sum, before, cellBefore, most == 0 ? 1 : most);
        }

        private void gru(double[] before) {
            boolean first = trace.convention().reset() == ResetPosition.BEFORE;
            double[] candidate = inside(Quantity.CANDIDATE);
            double[] reset = value(Quantity.RESET);
            double[] product = first ? new double[trace.hidden()] : times(candidate, reset);
            if (first) {
                add(product, "n", candidate);
            }
            here.put(Quantity.PRODUCT, product);
            boolean keep = trace.convention().update() == UpdateMeaning.KEEP;
            double[] z = value(Quantity.UPDATE);
            double[] state = arrived(Quantity.STATE);
            for (int u = 0; u < before.length; u++) {
                before[u] = state[u] * (keep ? z[u] : 1 - z[u]) + (first ? product[u] * reset[u] : 0);
            }
            if (!first) {
                add(before, "n", product);
            }
            sendBack(before, Quantity.RESET, Quantity.UPDATE);
        }

        private void sendBack(double[] before, Quantity... gates) {
            for (Quantity gate : gates) {
                add(before, gate.id(), inside(gate));
            }
        }

        /** ∂L/∂ of a quantity, as far as it goes on from there. */
        private double[] arrived(Quantity quantity) {
            double[] slope = row(trace.gradient(quantity));
            for (Edit edit : edits) {
                for (int u = 0; u < slope.length; u++) {
                    slope[u] = edit instanceof Edit.Value value && value.covers(quantity, t, u) ? 0 : slope[u];
                }
            }
            return slope;
        }

        /** ∂L/∂ of the sum inside a gate or candidate. */
        private double[] inside(Quantity quantity) {
            double[] slope = arrived(quantity);
            double[] value = value(quantity);
            boolean tanh =
                    quantity == Quantity.CANDIDATE || quantity == Quantity.CELL_CANDIDATE || quantity == Quantity.STATE;
            for (int u = 0; u < slope.length; u++) {
                slope[u] *= tanh ? 1 - value[u] * value[u] : value[u] * (1 - value[u]);
            }
            return slope;
        }

        /** to += Uᵀ from */
        private void add(double[] to, String gate, double[] from) {
            double[] u = weights.get("W_h" + gate);
            int hidden = to.length;
            for (int i = 0; i < hidden; i++) {
                for (int j = 0; j < hidden; j++) {
                    to[j] += u[i * hidden + j] * from[i];
                }
            }
        }

        private double[] value(Quantity quantity) {
            return row(trace.of(quantity));
        }

        private double[] row(float[] all) {
            double[] row = new double[trace.hidden()];
            for (int u = 0; u < row.length; u++) {
                row[u] = all[t * row.length + u];
            }
            return row;
        }

        private static double[] times(double[] a, double[] b) {
            double[] product = a.clone();
            for (int u = 0; u < product.length; u++) {
                product[u] *= b[u];
            }
            return product;
        }
    }
}
