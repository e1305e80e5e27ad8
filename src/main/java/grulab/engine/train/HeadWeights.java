package grulab.engine.train;

import grulab.engine.cell.Packed;
import grulab.engine.cell.Parameter;
import grulab.engine.math.Kernels;
import grulab.engine.math.Strips;
import java.util.Arrays;
import java.util.List;

/** The parameters of the linear head: logits = h W_hq + b_q. */
final class HeadWeights {
    /** So low that a padded class has no share in a softmax. */
    private static final float NEVER = -1e30f;

    final Strips weight;
    /** W_hqᵀ [O×H], a copy for the way back. */
    final Strips back;
    /** [1×O], padded. */
    final Strips bias;

    final Strips dWeight;
    final Strips dBias;
    final boolean hasBias;
    private final List<Parameter> parameters;
    private final List<Packed> packed;

    HeadWeights(int hidden, int outputs, boolean hasBias, Kernels kernels) {
        this.hasBias = hasBias;
        weight = new Strips(hidden, outputs, kernels.lanes(outputs));
        back = new Strips(outputs, hidden, kernels.lanes(hidden));
        int padded = weight.count * weight.lanes;
        bias = new Strips(1, padded, padded);
        Arrays.fill(bias.a, outputs, padded, NEVER);
        dWeight = new Strips(hidden, outputs, weight.lanes);
        dBias = new Strips(1, padded, padded);
        Packed w = new Packed(weight.a, dWeight.a);
        Packed b = new Packed(bias.a, dBias.a);
        packed = List.of(w, b);
        Parameter matrix = new Parameter("W_hq", w, weight, 0, outputs, false);
        parameters = hasBias ? List.of(matrix, new Parameter("b_q", b, bias, 0, outputs, false)) : List.of(matrix);
    }

    List<Parameter> parameters() {
        return parameters;
    }

    List<Packed> packed() {
        return packed;
    }

    void refresh(int part, int parts) {
        weight.transpose(back, weight.count * part / parts, weight.count * (part + 1) / parts);
    }
}
