package grulab.engine.whatif;

import grulab.model.CellType;
import grulab.model.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One way through a window and back: what the cells have in common. Gates lie step after step [T·H]; states [(T+1)·H]
 * with the start first, so that step t reads them at t·H and writes them at (t+1)·H.
 */
abstract class Pass {
    final Course course;
    final int steps;
    final int hidden;
    final double[] h;

    /** Of the step in hand [H]: the sum inside a gate. */
    final double[] sums;

    /** On the way back [H]: total ∂L/∂h' of the step in hand, and what flows to the step before it. */
    final double[] slope;

    final double[] sent;

    private final Interventions held;
    private final Head head;
    private final double[] losses;

    /** ∂ of each step's loss/∂logits [T·O]. */
    private final double[] surprise;

    private final Map<Quantity, Gate> gates = new EnumMap<>(Quantity.class);
    private final Map<Quantity, double[]> values = new EnumMap<>(Quantity.class);
    private final Map<Quantity, double[]> starts = new EnumMap<>(Quantity.class);
    private final Map<Quantity, double[]> gradients = new EnumMap<>(Quantity.class);
    private final Map<Quantity, double[]> startGradients = new EnumMap<>(Quantity.class);
    private final List<Kept> kept = new ArrayList<>();

    /** An array of so many numbers a step, after as many as it begins with. */
    private record Kept(double[] all, int first, int width) {}

    Pass(Course course) {
        this.course = course;
        steps = course.steps();
        hidden = course.hidden();
        held = course.interventions();
        head = new Head(course.weights());
        sums = new double[hidden];
        slope = new double[hidden];
        sent = new double[hidden];
        for (Quantity quantity : course.weights().cell().quantities()) {
            if (course.weights().cell().gates().contains(quantity.id())) {
                gates.put(quantity, Gate.of(course.weights(), quantity.id()));
            }
        }
        losses = keep(0, 1);
        surprise = keep(0, course.weights().outputs());
        h = state(Quantity.STATE);
    }

    static Pass of(Course course) {
        return switch (course.weights().cell()) {
            case GRU -> new GruPass(course);
            case LSTM -> new LstmPass(course);
            case RNN -> new RnnPass(course);
        };
    }

    /** Step t, from the states before it to those after it. */
    abstract void step(int t);

    /** From ∂L/∂h' of step t in {@link #slope} to {@link #sent}, which begins at zero. */
    abstract void stepBack(int t);

    /** The whole way, every step. */
    final Pass forward() {
        forwardFrom(0);
        return this;
    }

    /** The whole way, what lies before the first change taken from a pass without it. */
    final Pass forward(Pass unchanged) {
        for (int i = 0; i < kept.size(); i++) {
            Kept part = kept.get(i);
            System.arraycopy(
                    unchanged.kept.get(i).all, part.first, part.all, part.first, course.changed() * part.width);
        }
        forwardFrom(course.changed());
        return this;
    }

    private void forwardFrom(int first) {
        int outputs = course.weights().outputs();
        for (int t = first; t < steps; t++) {
            step(t);
            losses[t] = head.loss(h, (t + 1) * hidden, hidden, course.passage().targets()[t], surprise, t * outputs);
        }
    }

    final Pass backward() {
        for (int t = steps - 1; t >= 0; t--) {
            System.arraycopy(sent, 0, slope, 0, hidden);
            head.back(surprise, t * course.weights().outputs(), steps, slope);
            record(Quantity.STATE, t, slope);
            Arrays.fill(sent, 0);
            stepBack(t);
        }
        startGradients.put(Quantity.STATE, sent.clone());
        return this;
    }

    final double[] losses() {
        return losses;
    }

    final Reading reading() {
        CellType cell = course.weights().cell();
        Map<Quantity, double[]> all = new EnumMap<>(Quantity.class);
        values.forEach((quantity, array) ->
                all.put(quantity, Arrays.copyOfRange(array, array.length - steps * hidden, array.length)));
        return new Reading(cell, course.convention(), steps, hidden, starts, all, gradients, startGradients, losses);
    }

    /** Room for so many numbers a step, which a pass that begins later copies. */
    final double[] keep(int first, int width) {
        double[] all = new double[first + steps * width];
        kept.add(new Kept(all, first, width));
        return all;
    }

    final double[] quantity(Quantity quantity) {
        double[] all = keep(0, hidden);
        values.put(quantity, all);
        return all;
    }

    /** Room for a state, its start filled in. */
    final double[] state(Quantity quantity) {
        double[] all = keep(hidden, hidden);
        double[] start = Objects.requireNonNull(course.start().get(quantity)).clone();
        held.applyToStart(quantity, start);
        System.arraycopy(start, 0, all, 0, hidden);
        starts.put(quantity, start);
        values.put(quantity, all);
        return all;
    }

    final void startGradient(Quantity state, double[] slopes) {
        startGradients.put(state, slopes.clone());
    }

    final Gate gate(Quantity quantity) {
        return Objects.requireNonNull(gates.get(quantity));
    }

    final int symbol(int t) {
        return course.passage().inputs()[t];
    }

    /** σ(W x + b + U h + c) of step t, into [T·H]. */
    final void sigmoid(Quantity quantity, int t, double[] all) {
        argument(quantity, t);
        for (int k = 0; k < hidden; k++) {
            all[t * hidden + k] = 1 / (1 + Math.exp(-sums[k]));
        }
        held.apply(quantity, t, all, t * hidden);
    }

    /** {@link #sums} ← W x + b + U h + c. */
    final void argument(Quantity quantity, int t) {
        gate(quantity).input(symbol(t), sums);
        gate(quantity).recurrent(h, t * hidden, sums);
        held.applyToSums(quantity, t, sums);
    }

    final Interventions held() {
        return held;
    }

    /** tanh of {@link #sums}, from a place of an array on. */
    final void tanh(Quantity quantity, int t, double[] all, int at) {
        for (int k = 0; k < hidden; k++) {
            all[at + k] = Math.tanh(sums[k]);
        }
        held.apply(quantity, t, all, at);
    }

    /** Keeps total ∂L/∂ of a quantity at step t, and takes out of it what does not flow on. */
    final void record(Quantity quantity, int t, double[] slopes) {
        double[] all = gradients.computeIfAbsent(quantity, q -> new double[steps * hidden]);
        System.arraycopy(slopes, 0, all, t * hidden, hidden);
        held.stop(quantity, t, slopes);
    }

    /** Back through σ and U: sent += Uᵀ (d ⊙ v ⊙ (1 − v)), v [H] at step t; d is overwritten. */
    final void sigmoidBack(Quantity quantity, int t, double[] all, double[] d) {
        for (int k = 0; k < hidden; k++) {
            double v = all[t * hidden + k];
            d[k] *= v * (1 - v);
        }
        gate(quantity).back(d, sent);
    }

    /** d ← d ⊙ (1 − v²), v [H] from a place of an array on. */
    final void tanhBack(double[] all, int at, double[] d) {
        for (int k = 0; k < hidden; k++) {
            double v = all[at + k];
            d[k] *= 1 - v * v;
        }
    }
}
