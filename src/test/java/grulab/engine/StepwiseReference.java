package grulab.engine;

import grulab.engine.reference.Formulas;
import grulab.engine.reference.Reference;
import grulab.model.Answer;
import grulab.model.Case;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Edit;
import grulab.model.Quantity;
import grulab.model.ResetPosition;
import grulab.model.Snapshot;
import grulab.model.Weights;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An edited window by the unmodified reference, one step at a time. A gate is forced to a value by weights of its own for
 * that step: a row of zeros, and the bias whose σ or tanh is the value (±∞ at the ends). States are set between steps.
 */
final class StepwiseReference {
    final Map<Quantity, double[]> values = new EnumMap<>(Quantity.class);
    final double[] losses;

    private final Snapshot base;
    private final List<Edit> edits;
    private final Weights weights;
    private final int hidden;
    private double[] h;
    private double[] c;

    StepwiseReference(Snapshot base, List<Edit> edits) {
        this.base = base;
        this.edits = edits;
        hidden = base.trace().hidden();
        weights = edited(base.weights());
        h = start(Quantity.STATE, base.trace().start());
        c = start(Quantity.CELL, base.trace().startCell());
        losses = new double[base.trace().steps()];
        for (int t = 0; t < losses.length; t++) {
            step(t);
        }
    }

    double loss() {
        return Arrays.stream(losses).sum() / losses.length;
    }

    private void step(int t) {
        double[] past = h;
        Weights forced = forced(t);
        Answer answer = reference(t, forced, h, c);
        CellType cell = weights.cell();
        for (Quantity quantity : cell.quantities()) {
            put(quantity, t, values(answer, quantity));
        }
        h = values(answer, Quantity.STATE);
        if (cell == CellType.GRU) {
            put(Quantity.PRODUCT, t, product(values(answer, Quantity.RESET), past));
        } else if (cell == CellType.LSTM) {
            cellState(t, forced);
        }
        h = given(Quantity.STATE, t, h);
        put(Quantity.STATE, t, h);
        losses[t] = lossOf(h, targets(t));
    }

    /** A given c is what the step starts from, kept by f = 1 and i = 0; its h' = o ⊙ tanh(c') is right, its f and i are not. */
    private void cellState(int t, Weights forced) {
        Map<String, double[]> arrays = copy(forced);
        double[] from = c.clone();
        for (int k = 0; k < hidden; k++) {
            double value = given(Quantity.CELL, t, k);
            if (!Double.isNaN(value)) {
                from[k] = value;
                force(arrays, "f", k, Double.POSITIVE_INFINITY);
                force(arrays, "i", k, Double.NEGATIVE_INFINITY);
            }
        }
        double[] before = t == 0
                ? start(Quantity.STATE, base.trace().start())
                : Arrays.copyOfRange(values.get(Quantity.STATE), (t - 1) * hidden, t * hidden);
        Answer answer = reference(t, with(arrays), before, from);
        c = values(answer, Quantity.CELL);
        h = values(answer, Quantity.STATE);
        put(Quantity.CELL, t, c);
    }

    private double[] product(double[] r, double[] past) {
        double[] product = new double[hidden];
        for (int k = 0; k < hidden; k++) {
            boolean before = base.convention().reset() == ResetPosition.BEFORE;
            product[k] = r[k] * (before ? past[k] : Formulas.candidateRecurrence(weights, k, past));
        }
        return product;
    }

    /** −ln p of the target, by an RNN of one step whose state is h whatever it reads. */
    private double lossOf(double[] state, int[] target) {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        arrays.put("W_ih", new double[hidden]);
        arrays.put("W_hh", new double[hidden * hidden]);
        arrays.put("b_ih", Arrays.stream(state).map(StepwiseReference::atanh).toArray());
        arrays.put("W_hq", weights.get("W_hq"));
        if (weights.has("b_q")) {
            arrays.put("b_q", weights.get("b_q"));
        }
        Weights head = new Weights(CellType.RNN, 1, hidden, weights.outputs(), arrays);
        double[] nothing = new double[0];
        Case only =
                new Case("", Convention.PYTORCH, head, 1, 1, new double[1], new double[hidden], nothing, target, null);
        return Reference.run(only, false).loss();
    }

    private Answer reference(int t, Weights by, double[] from, double[] fromCell) {
        int symbol = base.passage().inputs()[t];
        for (Edit edit : edits) {
            if (edit instanceof Edit.Input input && input.t() == t) {
                symbol = input.symbol();
            }
        }
        double[] x = NaiveRun.oneHot(new int[] {symbol}, weights.inputs());
        return Reference.run(new Case("", base.convention(), by, 1, 1, x, from, fromCell, targets(t), null), false);
    }

    private int[] targets(int t) {
        return new int[] {base.passage().targets()[t]};
    }

    private Weights forced(int t) {
        Map<String, double[]> arrays = copy(weights);
        for (Quantity quantity : weights.cell().quantities()) {
            boolean gate = weights.cell().gates().contains(quantity.id()) && quantity != Quantity.STATE;
            for (int k = 0; gate && k < hidden; k++) {
                double value = given(quantity, t, k);
                boolean tanh = quantity == Quantity.CANDIDATE || quantity == Quantity.CELL_CANDIDATE;
                if (!Double.isNaN(value)) {
                    force(arrays, quantity.id(), k, tanh ? atanh(value) : Math.log(value / (1 - value)));
                }
            }
        }
        return with(arrays);
    }

    private void force(Map<String, double[]> arrays, String gate, int k, double argument) {
        int inputs = weights.inputs();
        Arrays.fill(arrays.get("W_i" + gate), k * inputs, (k + 1) * inputs, 0);
        Arrays.fill(arrays.get("W_h" + gate), k * hidden, (k + 1) * hidden, 0);
        arrays.computeIfAbsent("b_i" + gate, name -> new double[hidden])[k] = argument;
        arrays.computeIfAbsent("b_h" + gate, name -> new double[hidden])[k] = 0;
    }

    private static double atanh(double value) {
        return 0.5 * (Math.log1p(value) - Math.log1p(-value));
    }

    private Weights edited(Weights made) {
        Map<String, double[]> arrays = copy(made);
        for (Edit edit : edits) {
            if (edit instanceof Edit.Weight weight) {
                arrays.get(weight.name())[weight.index()] = weight.value();
            }
        }
        return new Weights(made.cell(), made.inputs(), made.hidden(), made.outputs(), arrays);
    }

    private double[] start(Quantity state, float[] made) {
        double[] start = RandomWindow.doubles(made);
        for (Edit edit : edits) {
            if (edit instanceof Edit.Start entry && entry.state() == state) {
                start[entry.unit()] = entry.value();
            }
        }
        return start;
    }

    private double[] given(Quantity quantity, int t, double[] computed) {
        double[] all = computed.clone();
        for (int k = 0; k < hidden; k++) {
            double value = given(quantity, t, k);
            all[k] = Double.isNaN(value) ? all[k] : value;
        }
        return all;
    }

    /** What the last edit that says something of it says; NaN if none does. */
    private double given(Quantity quantity, int t, int k) {
        double given = Double.NaN;
        for (Edit edit : edits) {
            if (edit instanceof Edit.Value value && value.covers(quantity, t, k)) {
                given = value.value();
            }
        }
        return given;
    }

    private static double[] values(Answer answer, Quantity quantity) {
        return answer.forward().get(quantity.id()).values();
    }

    private void put(Quantity quantity, int t, double[] row) {
        double[] all = values.computeIfAbsent(quantity, q -> new double[losses.length * hidden]);
        System.arraycopy(row, 0, all, t * hidden, hidden);
    }

    private static Map<String, double[]> copy(Weights made) {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        made.arrays().forEach((name, all) -> arrays.put(name, all.clone()));
        return arrays;
    }

    private Weights with(Map<String, double[]> arrays) {
        return new Weights(weights.cell(), weights.inputs(), hidden, weights.outputs(), arrays);
    }
}
