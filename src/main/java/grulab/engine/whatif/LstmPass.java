package grulab.engine.whatif;

import grulab.model.Quantity;

/** c' = f ⊙ c + i ⊙ g, h' = o ⊙ tanh(c'). */
final class LstmPass extends Pass {
    private final double[] i = quantity(Quantity.INPUT);
    private final double[] f = quantity(Quantity.FORGET);
    private final double[] g = quantity(Quantity.CELL_CANDIDATE);
    private final double[] o = quantity(Quantity.OUTPUT);
    private final double[] c = state(Quantity.CELL);

    private final double[] di = new double[hidden];
    private final double[] df = new double[hidden];
    private final double[] dg = new double[hidden];
    private final double[] dO = new double[hidden];

    /** Total ∂L/∂c' of the step in hand, and then what flows to the step before it. */
    private final double[] dc = new double[hidden];

    LstmPass(Course course) {
        super(course);
    }

    @Override
    void step(int t) {
        int now = t * hidden;
        int next = now + hidden;
        sigmoid(Quantity.INPUT, t, i);
        sigmoid(Quantity.FORGET, t, f);
        argument(Quantity.CELL_CANDIDATE, t);
        tanh(Quantity.CELL_CANDIDATE, t, g, now);
        sigmoid(Quantity.OUTPUT, t, o);
        for (int k = 0; k < hidden; k++) {
            c[next + k] = f[now + k] * c[now + k] + i[now + k] * g[now + k];
        }
        held().apply(Quantity.CELL, t, c, next);
        for (int k = 0; k < hidden; k++) {
            h[next + k] = o[now + k] * Math.tanh(c[next + k]);
        }
        held().apply(Quantity.STATE, t, h, next);
    }

    @Override
    void stepBack(int t) {
        int now = t * hidden;
        for (int k = 0; k < hidden; k++) {
            double shown = Math.tanh(c[now + hidden + k]);
            dO[k] = slope[k] * shown;
            dc[k] += slope[k] * o[now + k] * (1 - shown * shown);
        }
        record(Quantity.OUTPUT, t, dO);
        record(Quantity.CELL, t, dc);
        for (int k = 0; k < hidden; k++) {
            di[k] = dc[k] * g[now + k];
            df[k] = dc[k] * c[now + k];
            dg[k] = dc[k] * i[now + k];
            dc[k] *= f[now + k];
        }
        record(Quantity.INPUT, t, di);
        record(Quantity.FORGET, t, df);
        record(Quantity.CELL_CANDIDATE, t, dg);
        sigmoidBack(Quantity.INPUT, t, i, di);
        sigmoidBack(Quantity.FORGET, t, f, df);
        tanhBack(g, now, dg);
        gate(Quantity.CELL_CANDIDATE).back(dg, sent);
        sigmoidBack(Quantity.OUTPUT, t, o, dO);
        if (t == 0) {
            startGradient(Quantity.CELL, dc);
        }
    }
}
