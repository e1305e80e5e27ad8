package grulab.engine.reference;

import grulab.model.Case;
import grulab.model.Convention;
import grulab.model.Weights;
import java.util.LinkedHashMap;
import java.util.Map;

/** One forward pass over a case, and one back: simple loops, every number of every step kept. */
final class ReferencePass {
    private final Weights w;
    private final Convention convention;
    private final int steps;
    private final int batch;
    private final int hidden;
    private final int inputs;
    private final int outputs;

    /** [T][B][·]; h[0] is h_0, so that h[t] is the state before step t and h[t + 1] the one after it. */
    final double[][][] x;

    final double[][][] r;
    final double[][][] z;
    final double[][][] n;
    final double[][][] h;
    final double[][][] logits;

    /** Gradients of parameters, in their shapes. */
    final Map<String, double[]> gradients = new LinkedHashMap<>();

    final double[][][] dx;
    final double[][][] dr;
    final double[][][] dz;
    final double[][][] dn;
    /** Total ∂L/∂h; dh[0] is that of h_0. */
    final double[][][] dh;

    ReferencePass(Case given, Weights weights) {
        w = weights;
        convention = given.convention();
        steps = given.steps();
        batch = given.batch();
        hidden = w.hidden();
        inputs = w.inputs();
        outputs = w.outputs();
        x = new double[steps][batch][inputs];
        r = new double[steps][batch][hidden];
        z = new double[steps][batch][hidden];
        n = new double[steps][batch][hidden];
        h = new double[steps + 1][batch][hidden];
        logits = new double[steps][batch][outputs];
        dx = new double[steps][batch][inputs];
        dr = new double[steps][batch][hidden];
        dz = new double[steps][batch][hidden];
        dn = new double[steps][batch][hidden];
        dh = new double[steps + 1][batch][hidden];
        for (int t = 0; t < steps; t++) {
            for (int b = 0; b < batch; b++) {
                System.arraycopy(given.x(), (t * batch + b) * inputs, x[t][b], 0, inputs);
            }
        }
        for (int b = 0; b < batch; b++) {
            System.arraycopy(given.h0(), b * hidden, h[0][b], 0, hidden);
        }
        forward();
    }

    private void forward() {
        for (int t = 0; t < steps; t++) {
            for (int b = 0; b < batch; b++) {
                double[] past = h[t][b];
                for (int i = 0; i < hidden; i++) {
                    r[t][b][i] = Formulas.gate(w, "r", i, x[t][b], past);
                    z[t][b][i] = Formulas.gate(w, "z", i, x[t][b], past);
                }
                for (int i = 0; i < hidden; i++) {
                    n[t][b][i] = Formulas.candidate(w, convention.reset(), i, x[t][b], past, r[t][b]);
                    h[t + 1][b][i] = Formulas.state(convention.update(), z[t][b][i], past[i], n[t][b][i]);
                }
                for (int o = 0; o < outputs; o++) {
                    logits[t][b][o] = w.bias("b_q", o);
                    for (int i = 0; i < hidden; i++) {
                        logits[t][b][o] += h[t + 1][b][i] * w.get("W_hq")[i * outputs + o];
                    }
                }
            }
        }
    }

    /** Mean cross-entropy over T·B targets, in nats. */
    double loss(int[] targets) {
        double sum = 0;
        for (int t = 0; t < steps; t++) {
            for (int b = 0; b < batch; b++) {
                sum -= Math.log(softmax(logits[t][b])[targets[t * batch + b]]);
            }
        }
        return sum / (steps * batch);
    }

    private static double[] softmax(double[] a) {
        double top = Double.NEGATIVE_INFINITY;
        for (double v : a) {
            top = Math.max(top, v);
        }
        double total = 0;
        double[] p = new double[a.length];
        for (int o = 0; o < a.length; o++) {
            p[o] = Math.exp(a[o] - top);
            total += p[o];
        }
        for (int o = 0; o < a.length; o++) {
            p[o] /= total;
        }
        return p;
    }

    void backward(int[] targets) {
        for (Map.Entry<String, double[]> e : w.arrays().entrySet()) {
            gradients.put(e.getKey(), new double[e.getValue().length]);
        }
        for (int t = steps - 1; t >= 0; t--) {
            for (int b = 0; b < batch; b++) {
                headBack(t, b, targets[t * batch + b]);
                cellBack(t, b);
            }
        }
    }

    private void headBack(int t, int b, int target) {
        double[] p = softmax(logits[t][b]);
        for (int o = 0; o < outputs; o++) {
            double d = (p[o] - (o == target ? 1 : 0)) / (steps * batch);
            add("b_q", o, d);
            for (int i = 0; i < hidden; i++) {
                add("W_hq", i * outputs + o, d * h[t + 1][b][i]);
                dh[t + 1][b][i] += d * w.get("W_hq")[i * outputs + o];
            }
        }
    }

    /** From the total ∂L/∂h' of step t to its share of ∂L/∂h, the parameters and x. */
    private void cellBack(int t, int b) {
        double[] past = h[t][b];
        double[] d = dh[t + 1][b];
        double[] argument = new double[hidden];
        for (int i = 0; i < hidden; i++) {
            double difference = past[i] - n[t][b][i];
            switch (convention.update()) {
                case KEEP -> {
                    dz[t][b][i] = d[i] * difference;
                    dn[t][b][i] = d[i] * (1 - z[t][b][i]);
                    dh[t][b][i] += d[i] * z[t][b][i];
                }
                case ADMIT -> {
                    dz[t][b][i] = -d[i] * difference;
                    dn[t][b][i] = d[i] * z[t][b][i];
                    dh[t][b][i] += d[i] * (1 - z[t][b][i]);
                }
            }
            argument[i] = dn[t][b][i] * (1 - n[t][b][i] * n[t][b][i]);
        }
        inputBack("n", t, b, argument);
        switch (convention.reset()) {
            case BEFORE -> {
                double[] dq = recurrentBack("n", argument, Formulas.product(r[t][b], past));
                for (int i = 0; i < hidden; i++) {
                    dr[t][b][i] = dq[i] * past[i];
                    dh[t][b][i] += dq[i] * r[t][b][i];
                }
            }
            case AFTER -> {
                for (int i = 0; i < hidden; i++) {
                    dr[t][b][i] = argument[i] * Formulas.candidateRecurrence(w, i, past);
                }
                addTo(dh[t][b], recurrentBack("n", Formulas.product(argument, r[t][b]), past));
            }
        }
        gateBack("r", t, b, dr[t][b], r[t][b]);
        gateBack("z", t, b, dz[t][b], z[t][b]);
    }

    private void gateBack(String gate, int t, int b, double[] d, double[] value) {
        double[] argument = new double[hidden];
        for (int i = 0; i < hidden; i++) {
            argument[i] = d[i] * value[i] * (1 - value[i]);
        }
        inputBack(gate, t, b, argument);
        addTo(dh[t][b], recurrentBack(gate, argument, h[t][b]));
    }

    /** dW += d xᵀ, db += d, dx += Wᵀ d. */
    private void inputBack(String gate, int t, int b, double[] d) {
        double[] weight = w.get("W_i" + gate);
        for (int i = 0; i < hidden; i++) {
            add("b_i" + gate, i, d[i]);
            for (int j = 0; j < inputs; j++) {
                add("W_i" + gate, i * inputs + j, d[i] * x[t][b][j]);
                dx[t][b][j] += weight[i * inputs + j] * d[i];
            }
        }
    }

    /** dU += d vᵀ, dc += d; returns Uᵀ d. */
    private double[] recurrentBack(String gate, double[] d, double[] v) {
        double[] weight = w.get("W_h" + gate);
        double[] back = new double[hidden];
        for (int i = 0; i < hidden; i++) {
            add("b_h" + gate, i, d[i]);
            for (int j = 0; j < hidden; j++) {
                add("W_h" + gate, i * hidden + j, d[i] * v[j]);
                back[j] += weight[i * hidden + j] * d[i];
            }
        }
        return back;
    }

    /** A bias that is absent has no gradient. */
    private void add(String name, int index, double d) {
        double[] gradient = gradients.get(name);
        if (gradient != null) {
            gradient[index] += d;
        }
    }

    private static void addTo(double[] sum, double[] term) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += term[i];
        }
    }
}
