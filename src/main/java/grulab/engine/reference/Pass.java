package grulab.engine.reference;

import grulab.model.Activation;
import grulab.model.Case;
import grulab.model.CellOptions;
import grulab.model.CellOptions.AfterEnd;
import grulab.model.CellOptions.Lengths;
import grulab.model.Quantity;
import grulab.model.Weights;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * One forward pass over a case, and one back: simple loops, every number of every step kept. This is what all cells
 * have in common; the arrays are [T][B][·], those of states [T + 1][B][H] with the start state first, so that h[t] is
 * the state before step t and h[t + 1] the one after it.
 */
abstract class Pass {
    final Weights w;
    final CellOptions options;
    final int steps;
    final int batch;
    final int hidden;

    final double[][][] x;
    final double[][][] h;
    final double[][][] logits;

    final LinearBack linear;
    final double[][][] dx;
    /** Total ∂L/∂h; dh[0] is that of h_0. */
    final double[][][] dh;

    private final Map<Quantity, double[][][]> values = new EnumMap<>(Quantity.class);
    private final Map<Quantity, double[][][]> states = new EnumMap<>(Quantity.class);
    /** What goes into a gate's activation, before it is cut, by the gate's letter. */
    private final Map<String, double[][][]> sums = new HashMap<>();

    private final Map<Quantity, double[][][]> totals = new EnumMap<>(Quantity.class);

    Pass(Case given, Weights weights) {
        w = weights;
        options = given.options();
        linear = new LinearBack(w);
        steps = given.steps();
        batch = given.batch();
        hidden = w.hidden();
        x = rows(given.x(), steps, w.inputs());
        logits = new double[steps][batch][w.outputs()];
        dx = new double[steps][batch][w.inputs()];
        h = state(Quantity.STATE, given.h0());
        dh = total(Quantity.STATE);
    }

    /** The pass of the cell that the weights are of, forward done. */
    static Pass forward(Case given, Weights weights) {
        Pass pass = switch (weights.cell()) {
            case GRU -> new GruPass(given, weights);
            case LSTM -> new LstmPass(given, weights);
            case RNN -> new RnnPass(given, weights);
        };
        pass.forward();
        return pass;
    }

    /** Row b of everything at step t, from the states before it. */
    abstract void cell(int t, int b);

    /** From the total ∂L/∂h' of step t to its share of ∂L/∂h, the parameters and x. */
    abstract void cellBack(int t, int b);

    /** Room for a gate's values. */
    final double[][][] gate(Quantity quantity) {
        values.put(quantity, new double[steps][batch][hidden]);
        return value(quantity);
    }

    /** Room for a state's values, the start filled in. */
    final double[][][] state(Quantity quantity, double[] start) {
        double[][][] all = new double[steps + 1][batch][hidden];
        all[0] = rows(start, 1, hidden)[0];
        values.put(quantity, all);
        states.put(quantity, all);
        return all;
    }

    /** Room for the total ∂L/∂ of a gate or state, as many steps as it has. */
    final double[][][] total(Quantity quantity) {
        double[][][] all = new double[value(quantity).length][batch][hidden];
        totals.put(quantity, all);
        return all;
    }

    final double[][][] value(Quantity quantity) {
        return of(values, quantity);
    }

    final double[][][] gradient(Quantity quantity) {
        return of(totals, quantity);
    }

    private void forward() {
        for (int t = 0; t < steps; t++) {
            for (int b = 0; b < batch; b++) {
                if (options.reaches(t, b)) {
                    cell(t, b);
                } else {
                    ended(t, b);
                }
                for (int o = 0; o < w.outputs(); o++) {
                    logits[t][b][o] = Formulas.logit(w, o, h[t + 1][b]);
                }
            }
        }
    }

    /** Nothing is computed after a row's end. */
    private void ended(int t, int b) {
        Lengths lengths = options.lengths();
        if (lengths != null && lengths.after() == AfterEnd.HELD) {
            states.values().forEach(state -> state[t + 1][b] = state[t][b].clone());
        }
    }

    /** f(a) of a gate, a cut first where the cell cuts it; {@code sum} is kept for the way back. */
    final double activated(String gate, int t, int b, int k, double sum) {
        sums.computeIfAbsent(gate, g -> new double[steps][batch][hidden])[t][b][k] = sum;
        return activation(gate).value(options.clipped(sum));
    }

    /** From ∂L/∂v to ∂L/∂a where v is what {@link #activated} made of a; nothing goes back through a cut. */
    final double[] through(String gate, int t, int b, double[] d, double[] v) {
        double[] sum = of(sums, gate)[t][b];
        double[] a = new double[d.length];
        for (int k = 0; k < a.length; k++) {
            a[k] = options.cuts(sum[k]) ? 0 : d[k] * activation(gate).derivative(sum[k], v[k]);
        }
        return a;
    }

    private Activation activation(String gate) {
        return options.activation(w.cell(), gate);
    }

    /** Over how many targets the loss is a mean: those of steps that the rows have. */
    private int counted() {
        Lengths lengths = options.lengths();
        return lengths == null
                ? steps * batch
                : lengths.steps().stream().mapToInt(Integer::intValue).sum();
    }

    /** Mean cross-entropy over the targets, in nats. */
    final double loss(int[] targets) {
        double sum = 0;
        for (int t = 0; t < steps; t++) {
            for (int b = 0; b < batch; b++) {
                if (options.reaches(t, b)) {
                    sum -= Math.log(Formulas.softmax(logits[t][b])[targets[t * batch + b]]);
                }
            }
        }
        return sum / counted();
    }

    final void backward(int[] targets) {
        for (int t = steps - 1; t >= 0; t--) {
            for (int b = 0; b < batch; b++) {
                if (options.reaches(t, b)) {
                    headBack(t, b, targets[t * batch + b]);
                    cellBack(t, b);
                }
            }
        }
    }

    private void headBack(int t, int b, int target) {
        double[] d = Formulas.softmax(logits[t][b]);
        d[target] -= 1;
        for (int o = 0; o < d.length; o++) {
            d[o] /= counted();
        }
        addTo(dh[t + 1][b], linear.head(d, h[t + 1][b]));
    }

    /** Back through W x + b + U h + c of a gate, given ∂L/∂ that sum. */
    final void back(String gate, int t, int b, double[] d) {
        addTo(dx[t][b], linear.input(gate, d, x[t][b]));
        addTo(dh[t][b], linear.recurrent(gate, d, h[t][b]));
    }

    static void addTo(double[] sum, double[] term) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] += term[k];
        }
    }

    /** [T·B·size] as [T][B][size]. */
    private double[][][] rows(double[] flat, int length, int size) {
        double[][][] rows = new double[length][batch][size];
        for (int t = 0; t < length; t++) {
            for (int b = 0; b < batch; b++) {
                System.arraycopy(flat, (t * batch + b) * size, rows[t][b], 0, size);
            }
        }
        return rows;
    }

    private static <K> double[][][] of(Map<K, double[][][]> map, K name) {
        double[][][] all = map.get(name);
        if (all == null) {
            throw new IllegalArgumentException("the cell has no " + name);
        }
        return all;
    }
}
