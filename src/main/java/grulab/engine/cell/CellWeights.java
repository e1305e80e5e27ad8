package grulab.engine.cell;

import grulab.engine.math.Kernels;
import grulab.engine.math.Strips;
import grulab.model.CellType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The parameters of a cell, I inputs and H units, in float32: all gates side by side, each padded to whole strips. A
 * bias that is absent is zero and no parameter. Padding is zero everywhere and stays so: a padded unit has h = 0 for
 * ever, and no gradient.
 */
public final class CellWeights {
    public final CellType type;
    public final int inputs;
    public final int hidden;
    /** Strips of one gate. */
    final int units;
    /** Columns of one gate, padding among them. */
    final int width;

    /** Wᵀ [I × gates·H] and Uᵀ [H × gates·H]. */
    public final Strips w;

    final Strips u;
    /** U [gates·H × H], a copy for the way back. */
    final Strips uBack;
    /** b, c [gates·H], and their sum, which most gates want. */
    final Strips b;

    final Strips c;
    final float[] sum;
    final Strips dW;
    final Strips dU;
    final Strips dB;
    final Strips dC;

    private final boolean[] hasB;
    private final boolean[] hasC;
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Packed> packed;

    /** @param present which biases there are, by name (b_ir … b_hn) */
    public CellWeights(CellType type, int inputs, int hidden, Predicate<String> present, Kernels kernels) {
        this.type = type;
        this.inputs = inputs;
        this.hidden = hidden;
        int lanes = kernels.lanes(hidden);
        int gates = type.gates().size();
        units = (hidden + lanes - 1) / lanes;
        width = units * lanes;
        int columns = gates * width;
        w = new Strips(inputs, columns, lanes);
        u = new Strips(hidden, columns, lanes);
        uBack = new Strips(columns, hidden, lanes);
        b = new Strips(1, columns, columns);
        c = new Strips(1, columns, columns);
        sum = new float[columns];
        dW = new Strips(inputs, columns, lanes);
        dU = new Strips(hidden, columns, lanes);
        dB = new Strips(1, columns, columns);
        dC = new Strips(1, columns, columns);
        Packed wPacked = new Packed(w.a, dW.a);
        Packed uPacked = new Packed(u.a, dU.a);
        Packed bPacked = new Packed(b.a, dB.a);
        Packed cPacked = new Packed(c.a, dC.a);
        packed = List.of(wPacked, uPacked, bPacked, cPacked);
        hasB = new boolean[gates];
        hasC = new boolean[gates];
        addAll("W_i", wPacked, w, name -> true, new boolean[gates]);
        addAll("W_h", uPacked, u, name -> true, new boolean[gates]);
        addAll("b_i", bPacked, b, present, hasB);
        addAll("b_h", cPacked, c, present, hasC);
    }

    private void addAll(String kind, Packed into, Strips layout, Predicate<String> present, boolean[] has) {
        for (int g = 0; g < has.length; g++) {
            String name = kind + type.gates().get(g);
            has[g] = present.test(name);
            if (has[g]) {
                parameters.add(new Parameter(name, into, layout, g * width, hidden, kind.startsWith("W")));
            }
        }
    }

    /** In a fixed order. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** All that is trained, packed. */
    public List<Packed> packed() {
        return packed;
    }

    boolean hasInputBias(int gate) {
        return hasB[gate];
    }

    boolean hasRecurrentBias(int gate) {
        return hasC[gate];
    }

    /** Renews what is derived from the parameters, one part of several; to be done whenever they have changed. */
    public void refresh(int part, int parts) {
        u.transpose(uBack, u.count * part / parts, u.count * (part + 1) / parts);
        if (part == 0) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] = b.a[i] + c.a[i];
            }
        }
    }
}
