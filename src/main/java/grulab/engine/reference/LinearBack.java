package grulab.engine.reference;

import grulab.model.Weights;
import java.util.LinkedHashMap;
import java.util.Map;

/** The way back through W x + b, U h + c and the head, which every gate of every cell takes: sums up the parameters' gradients. */
final class LinearBack {
    private final Weights w;

    /** By parameter, in its shape. */
    final Map<String, double[]> gradients = new LinkedHashMap<>();

    LinearBack(Weights w) {
        this.w = w;
        w.arrays().forEach((name, values) -> gradients.put(name, new double[values.length]));
    }

    /** dW += d xᵀ, db += d; returns Wᵀ d. */
    double[] input(String gate, double[] d, double[] x) {
        return back("W_i" + gate, "b_i" + gate, d, x);
    }

    /** dU += d vᵀ, dc += d; returns Uᵀ d. */
    double[] recurrent(String gate, double[] d, double[] v) {
        return back("W_h" + gate, "b_h" + gate, d, v);
    }

    /** The head is stored the other way round [H×O]: dW_hq += h dᵀ, db_q += d; returns W_hq d. */
    double[] head(double[] d, double[] h) {
        double[] weight = w.get("W_hq");
        double[] gradient = of("W_hq");
        double[] back = new double[h.length];
        for (int k = 0; k < h.length; k++) {
            for (int o = 0; o < d.length; o++) {
                gradient[k * d.length + o] += h[k] * d[o];
                back[k] += weight[k * d.length + o] * d[o];
            }
        }
        bias("b_q", d);
        return back;
    }

    private double[] back(String matrix, String bias, double[] d, double[] v) {
        double[] weight = w.get(matrix);
        double[] gradient = of(matrix);
        double[] back = new double[v.length];
        for (int k = 0; k < d.length; k++) {
            for (int j = 0; j < v.length; j++) {
                gradient[k * v.length + j] += d[k] * v[j];
                back[j] += weight[k * v.length + j] * d[k];
            }
        }
        bias(bias, d);
        return back;
    }

    /** A bias that is absent has no gradient. */
    private void bias(String name, double[] d) {
        if (w.has(name)) {
            Pass.addTo(of(name), d);
        }
    }

    private double[] of(String name) {
        double[] gradient = gradients.get(name);
        if (gradient == null) {
            throw new IllegalArgumentException("no parameter " + name);
        }
        return gradient;
    }
}
