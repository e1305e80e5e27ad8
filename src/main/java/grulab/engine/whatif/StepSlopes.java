package grulab.engine.whatif;

import grulab.model.Quantity;
import grulab.model.StepTrace;
import grulab.model.Weights;

/** A step's values, and the slopes of its curves there [H]; a slope is zero where the value is given. */
record StepSlopes(StepTrace trace, Weights weights, Interventions given, int t) {
    double at(Quantity quantity, int unit) {
        return trace.at(quantity, t, unit);
    }

    int hidden() {
        return trace.hidden();
    }

    /** v ⊙ (1 − v) */
    double[] sigmoid(Quantity quantity) {
        double[] slopes = new double[hidden()];
        for (int k = 0; k < slopes.length; k++) {
            slopes[k] = free(quantity, k) * at(quantity, k) * (1 - at(quantity, k));
        }
        return slopes;
    }

    /** 1 − v² */
    double[] tanh(Quantity quantity) {
        double[] slopes = new double[hidden()];
        for (int k = 0; k < slopes.length; k++) {
            slopes[k] = free(quantity, k) * (1 - at(quantity, k) * at(quantity, k));
        }
        return slopes;
    }

    /** 1 where a value is computed, 0 where it is given. */
    double free(Quantity quantity, int unit) {
        return given.gives(quantity, t, unit) ? 0 : 1;
    }

    /** U_n h + c_n of a GRU [H]. */
    double[] candidateRecurrence() {
        double[] m = new double[hidden()];
        Gate.of(weights, "n").recurrent(trace.before(t), 0, m);
        return m;
    }

    /** sum += diag(by) U; sum's rows are so long and the first begins at a place. */
    void addRows(double[] by, double[] u, double[] sum, int at, int width) {
        int n = by.length;
        for (int k = 0; k < n; k++) {
            for (int j = 0; j < n; j++) {
                sum[at + k * width + j] += by[k] * u[k * n + j];
            }
        }
    }
}
