package grulab.engine.reference;

import grulab.model.Case;
import grulab.model.Quantity;
import grulab.model.Weights;

/** The LSTM with a forget gate and without peepholes, as PyTorch's nn.LSTM. */
final class LstmPass extends Pass {
    private final double[][][] i = gate(Quantity.INPUT);
    private final double[][][] f = gate(Quantity.FORGET);
    private final double[][][] g = gate(Quantity.CELL_CANDIDATE);
    private final double[][][] o = gate(Quantity.OUTPUT);
    private final double[][][] c;

    private final double[][][] di = total(Quantity.INPUT);
    private final double[][][] df = total(Quantity.FORGET);
    private final double[][][] dg = total(Quantity.CELL_CANDIDATE);
    private final double[][][] dO = total(Quantity.OUTPUT);
    private final double[][][] dc;

    LstmPass(Case given, Weights weights) {
        super(given, weights);
        c = state(Quantity.CELL, given.c0());
        dc = total(Quantity.CELL);
    }

    @Override
    void cell(int t, int b) {
        for (int k = 0; k < hidden; k++) {
            i[t][b][k] = Formulas.gate(w, "i", k, x[t][b], h[t][b]);
            f[t][b][k] = Formulas.gate(w, "f", k, x[t][b], h[t][b]);
            g[t][b][k] = Math.tanh(Formulas.argument(w, "g", k, x[t][b], h[t][b]));
            o[t][b][k] = Formulas.gate(w, "o", k, x[t][b], h[t][b]);
            c[t + 1][b][k] = f[t][b][k] * c[t][b][k] + i[t][b][k] * g[t][b][k];
            h[t + 1][b][k] = o[t][b][k] * Math.tanh(c[t + 1][b][k]);
        }
    }

    /** dc[t + 1] holds what step t + 1 sent back, and becomes the total ∂L/∂c'. */
    @Override
    void cellBack(int t, int b) {
        for (int k = 0; k < hidden; k++) {
            double d = dh[t + 1][b][k];
            double shown = Math.tanh(c[t + 1][b][k]);
            dO[t][b][k] = d * shown;
            dc[t + 1][b][k] += d * o[t][b][k] * (1 - shown * shown);
            di[t][b][k] = dc[t + 1][b][k] * g[t][b][k];
            df[t][b][k] = dc[t + 1][b][k] * c[t][b][k];
            dg[t][b][k] = dc[t + 1][b][k] * i[t][b][k];
            dc[t][b][k] += dc[t + 1][b][k] * f[t][b][k];
        }
        back("i", t, b, Formulas.throughSigmoid(di[t][b], i[t][b]));
        back("f", t, b, Formulas.throughSigmoid(df[t][b], f[t][b]));
        back("g", t, b, Formulas.throughTanh(dg[t][b], g[t][b]));
        back("o", t, b, Formulas.throughSigmoid(dO[t][b], o[t][b]));
    }
}
