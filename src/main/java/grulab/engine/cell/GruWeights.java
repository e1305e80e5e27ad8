package grulab.engine.cell;

import grulab.engine.math.Matrix;
import grulab.model.CellType;
import grulab.model.ResetPosition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The parameters of a GRU, I inputs and H units, in float32. A bias that is absent is zero and no parameter. */
public final class GruWeights {
    static final int R = 0;
    static final int Z = 1;
    static final int N = 2;

    public final int inputs;
    public final int hidden;
    private final Map<String, Parameter> byName = new LinkedHashMap<>();

    /** @param present which biases there are, by name (b_ir … b_hn) */
    public GruWeights(int inputs, int hidden, Predicate<String> present) {
        this.inputs = inputs;
        this.hidden = hidden;
        for (String gate : CellType.GRU.gates()) {
            add(new Parameter("W_i" + gate, inputs, hidden, true));
        }
        for (String gate : CellType.GRU.gates()) {
            add(new Parameter("W_h" + gate, hidden, hidden, true));
        }
        for (String side : List.of("b_i", "b_h")) {
            for (String gate : CellType.GRU.gates()) {
                if (present.test(side + gate)) {
                    add(new Parameter(side + gate, 1, hidden, false));
                }
            }
        }
    }

    private void add(Parameter parameter) {
        byName.put(parameter.name, parameter);
    }

    /** In a fixed order. */
    public List<Parameter> parameters() {
        return new ArrayList<>(byName.values());
    }

    /** W_gᵀ [I×H], gates in the order r, z, n. */
    public Matrix input(int gate) {
        return parameter("W_i", gate).value;
    }

    /** U_gᵀ [H×H]: h U_gᵀ is the recurrent side of a row h. */
    Matrix recurrent(int gate) {
        return parameter("W_h", gate).value;
    }

    Matrix inputGradient(int gate) {
        return parameter("W_i", gate).gradient;
    }

    Matrix recurrentGradient(int gate) {
        return parameter("W_h", gate).gradient;
    }

    /** What is added to W_g x: b_g, and c_g where it stands beside it, which for the candidate is with reset before. */
    void inputBias(int gate, ResetPosition reset, float[] sum) {
        Arrays.fill(sum, 0);
        addBias("b_i", gate, sum);
        if (gate != N || reset == ResetPosition.BEFORE) {
            addBias("b_h", gate, sum);
        }
    }

    /** c_n, which r multiplies with reset after. */
    void candidateBias(float[] sum) {
        Arrays.fill(sum, 0);
        addBias("b_h", N, sum);
    }

    private void addBias(String side, int gate, float[] sum) {
        Parameter bias = byName.get(side + CellType.GRU.gates().get(gate));
        if (bias != null) {
            for (int j = 0; j < sum.length; j++) {
                sum[j] += bias.value.values[j];
            }
        }
    }

    /** Sets ∂L/∂b_g or ∂L/∂c_g, if there is such a parameter. */
    void biasGradient(String side, int gate, float[] sum) {
        Parameter bias = byName.get(side + CellType.GRU.gates().get(gate));
        if (bias != null) {
            System.arraycopy(sum, 0, bias.gradient.values, 0, sum.length);
        }
    }

    private Parameter parameter(String kind, int gate) {
        String name = kind + CellType.GRU.gates().get(gate);
        Parameter parameter = byName.get(name);
        if (parameter == null) {
            throw new IllegalStateException("no " + name);
        }
        return parameter;
    }
}
