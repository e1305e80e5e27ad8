package grulab.control;

import grulab.model.CellType;
import grulab.model.Quantity;
import grulab.model.ResetPosition;
import grulab.model.StepTrace;
import grulab.model.UpdateMeaning;
import grulab.model.Weights;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What flows back through one step: ∂L/∂ of everything that has a strip, by unit. A trace holds that of gates and
 * states; a product's, and that of a start state, follow from them and the weights, by the formulas of
 * docs/conventions.md.
 *
 * @param here [H] of each quantity at the step. PRODUCT: with reset before of r ⊙ h; with reset after of U_n h + c_n,
 *     which is what the product passes on to U_n
 * @param sum [H] of what an RNN squashes, else empty
 * @param before [H] of h_{t−1}
 * @param cellBefore [H] of an LSTM's c_{t−1}, else empty
 * @param scale the largest magnitude of them all, 1 if all are zero
 */
@SuppressWarnings("ArrayRecordComponent") // made for one moment and never written
record StepSlopes(Map<Quantity, double[]> here, double[] sum, double[] before, double[] cellBefore, double scale) {

    static StepSlopes of(StepTrace trace, int t, Weights weights) {
        return new Way(trace, t, weights).back();
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
        private final Map<Quantity, double[]> here = new EnumMap<>(Quantity.class);

        Way(StepTrace trace, int t, Weights weights) {
            this.trace = trace;
            this.t = t;
            this.weights = weights;
        }

        StepSlopes back() {
            trace.cell().quantities().forEach(q -> here.put(q, here(q)));
            double[] sum = {};
            double[] before = t == 0 ? new double[trace.hidden()] : row(trace.gradient(Quantity.STATE), t - 1);
            double[] cellBefore = {};
            switch (trace.cell()) {
                case GRU -> gru(before);
                case LSTM -> {
                    cellBefore = t == 0
                            ? times(here(Quantity.CELL), value(Quantity.FORGET))
                            : row(trace.gradient(Quantity.CELL), t - 1);
                    sendBack(before, Quantity.INPUT, Quantity.FORGET, Quantity.CELL_CANDIDATE, Quantity.OUTPUT);
                }
                case RNN -> {
                    sum = inside(Quantity.STATE);
                    if (t == 0) {
                        add(before, "h", sum);
                    }
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
            if (t > 0) {
                return;
            }
            boolean keep = trace.convention().update() == UpdateMeaning.KEEP;
            double[] z = value(Quantity.UPDATE);
            double[] state = here(Quantity.STATE);
            for (int u = 0; u < before.length; u++) {
                before[u] = state[u] * (keep ? z[u] : 1 - z[u]) + (first ? product[u] * reset[u] : 0);
            }
            if (!first) {
                add(before, "n", product);
            }
            sendBack(before, Quantity.RESET, Quantity.UPDATE);
        }

        /** What gates send back to the start state; of a later step the trace knows it. */
        private void sendBack(double[] before, Quantity... gates) {
            for (Quantity gate : gates) {
                if (t == 0) {
                    add(before, gate.id(), inside(gate));
                }
            }
        }

        /** ∂L/∂ of the sum inside a gate or candidate. */
        private double[] inside(Quantity quantity) {
            double[] slope = here(quantity);
            double[] value = value(quantity);
            boolean tanh = quantity == Quantity.CANDIDATE
                    || quantity == Quantity.CELL_CANDIDATE
                    || trace.cell() == CellType.RNN;
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

        private double[] here(Quantity quantity) {
            return row(trace.gradient(quantity));
        }

        private double[] value(Quantity quantity) {
            return row(trace.of(quantity));
        }

        private double[] row(float[] all) {
            return row(all, t);
        }

        private double[] row(float[] all, int step) {
            double[] row = new double[trace.hidden()];
            for (int u = 0; u < row.length; u++) {
                row[u] = all[step * row.length + u];
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
