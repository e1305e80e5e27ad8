package grulab.engine.reference;

import grulab.model.Activation;
import grulab.model.Case;
import grulab.model.CellOptions.Coupling;
import grulab.model.CellType;
import grulab.model.Quantity;
import grulab.model.Weights;

/** The LSTM with a forget gate and without peepholes, as PyTorch's nn.LSTM where no option is chosen. */
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
    private final Activation shows;

    LstmPass(Case given, Weights weights) {
        super(given, weights);
        c = state(Quantity.CELL, given.c0());
        dc = total(Quantity.CELL);
        shows = options.activation(CellType.LSTM, "h");
    }

    @Override
    void cell(int t, int b) {
        for (int k = 0; k < hidden; k++) {
            if (options.coupled() == Coupling.INPUT_FROM_FORGET) {
                f[t][b][k] = gate("f", t, b, k);
                i[t][b][k] = 1 - f[t][b][k];
            } else {
                i[t][b][k] = gate("i", t, b, k);
                f[t][b][k] = options.coupled() == null ? gate("f", t, b, k) : 1 - i[t][b][k];
            }
            g[t][b][k] = gate("g", t, b, k);
            o[t][b][k] = gate("o", t, b, k);
            c[t + 1][b][k] = options.clippedCell(updated(t, b, k));
            h[t + 1][b][k] = o[t][b][k] * shows.value(c[t + 1][b][k]);
        }
    }

    private double gate(String gate, int t, int b, int k) {
        double added = gate.equals("f") ? options.forgetBias() : 0;
        return activated(gate, t, b, k, Formulas.argument(w, gate, k, x[t][b], h[t][b]) + added);
    }

    /** c' before it is cut. */
    private double updated(int t, int b, int k) {
        return f[t][b][k] * c[t][b][k] + i[t][b][k] * g[t][b][k];
    }

    /** dc[t + 1] holds what step t + 1 sent back, and becomes the total ∂L/∂c'. */
    @Override
    void cellBack(int t, int b) {
        for (int k = 0; k < hidden; k++) {
            double d = dh[t + 1][b][k];
            double shown = shows.value(c[t + 1][b][k]);
            dO[t][b][k] = d * shown;
            dc[t + 1][b][k] += d * o[t][b][k] * shows.derivative(c[t + 1][b][k], shown);
            double into = options.cutsCell(updated(t, b, k)) ? 0 : dc[t + 1][b][k];
            di[t][b][k] = into * g[t][b][k];
            df[t][b][k] = into * c[t][b][k];
            dg[t][b][k] = into * i[t][b][k];
            dc[t][b][k] += into * f[t][b][k];
        }
        if (options.coupled() == Coupling.INPUT_FROM_FORGET) {
            takeAway(df[t][b], di[t][b]);
        } else {
            if (options.coupled() == Coupling.FORGET_FROM_INPUT) {
                takeAway(di[t][b], df[t][b]);
            }
            back("i", t, b, through("i", t, b, di[t][b], i[t][b]));
        }
        if (options.coupled() != Coupling.FORGET_FROM_INPUT) {
            back("f", t, b, through("f", t, b, df[t][b], f[t][b]));
        }
        back("g", t, b, through("g", t, b, dg[t][b], g[t][b]));
        back("o", t, b, through("o", t, b, dO[t][b], o[t][b]));
    }

    /** What reaches a gate by way of the one that is 1 − it. */
    private static void takeAway(double[] total, double[] other) {
        for (int k = 0; k < total.length; k++) {
            total[k] -= other[k];
        }
    }
}
