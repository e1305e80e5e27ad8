package grulab.engine.reference;

import grulab.model.Case;
import grulab.model.Weights;

/** Elman's network, as PyTorch's nn.RNN: h' = tanh(W x + b + U h + c), or another function of that sum. */
final class RnnPass extends Pass {
    RnnPass(Case given, Weights weights) {
        super(given, weights);
    }

    @Override
    void cell(int t, int b) {
        for (int k = 0; k < hidden; k++) {
            h[t + 1][b][k] = activated("h", t, b, k, Formulas.argument(w, "h", k, x[t][b], h[t][b]));
        }
    }

    @Override
    void cellBack(int t, int b) {
        back("h", t, b, through("h", t, b, dh[t + 1][b], h[t + 1][b]));
    }
}
