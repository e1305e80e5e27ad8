package grulab.engine.reference;

import grulab.model.Case;
import grulab.model.Convention;
import grulab.model.Quantity;
import grulab.model.Weights;

/** The GRU in its four conventions. */
final class GruPass extends Pass {
    private final Convention convention;

    private final double[][][] r = gate(Quantity.RESET);
    private final double[][][] z = gate(Quantity.UPDATE);
    private final double[][][] n = gate(Quantity.CANDIDATE);

    private final double[][][] dr = total(Quantity.RESET);
    private final double[][][] dz = total(Quantity.UPDATE);
    private final double[][][] dn = total(Quantity.CANDIDATE);

    GruPass(Case given, Weights weights) {
        super(given, weights);
        convention = given.convention();
    }

    @Override
    void cell(int t, int b) {
        double[] past = h[t][b];
        for (int k = 0; k < hidden; k++) {
            r[t][b][k] = activated("r", t, b, k, Formulas.argument(w, "r", k, x[t][b], past));
            z[t][b][k] = activated("z", t, b, k, Formulas.argument(w, "z", k, x[t][b], past));
        }
        for (int k = 0; k < hidden; k++) {
            double sum = Formulas.candidateArgument(w, convention.reset(), k, x[t][b], past, r[t][b]);
            n[t][b][k] = activated("n", t, b, k, sum);
            h[t + 1][b][k] = Formulas.state(convention.update(), z[t][b][k], past[k], n[t][b][k]);
        }
    }

    @Override
    void cellBack(int t, int b) {
        double[] past = h[t][b];
        double[] d = dh[t + 1][b];
        for (int k = 0; k < hidden; k++) {
            double difference = past[k] - n[t][b][k];
            switch (convention.update()) {
                case KEEP -> {
                    dz[t][b][k] = d[k] * difference;
                    dn[t][b][k] = d[k] * (1 - z[t][b][k]);
                    dh[t][b][k] += d[k] * z[t][b][k];
                }
                case ADMIT -> {
                    dz[t][b][k] = -d[k] * difference;
                    dn[t][b][k] = d[k] * z[t][b][k];
                    dh[t][b][k] += d[k] * (1 - z[t][b][k]);
                }
            }
        }
        candidateBack(t, b, past, through("n", t, b, dn[t][b], n[t][b]));
        back("r", t, b, through("r", t, b, dr[t][b], r[t][b]));
        back("z", t, b, through("z", t, b, dz[t][b], z[t][b]));
    }

    private void candidateBack(int t, int b, double[] past, double[] d) {
        addTo(dx[t][b], linear.input("n", d, x[t][b]));
        switch (convention.reset()) {
            case BEFORE -> {
                double[] dq = linear.recurrent("n", d, Formulas.product(r[t][b], past));
                dr[t][b] = Formulas.product(dq, past);
                addTo(dh[t][b], Formulas.product(dq, r[t][b]));
            }
            case AFTER -> {
                for (int k = 0; k < hidden; k++) {
                    dr[t][b][k] = d[k] * Formulas.candidateRecurrence(w, k, past);
                }
                addTo(dh[t][b], linear.recurrent("n", Formulas.product(d, r[t][b]), past));
            }
        }
    }
}
