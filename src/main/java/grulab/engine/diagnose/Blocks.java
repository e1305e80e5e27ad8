package grulab.engine.diagnose;

import grulab.model.CellType;
import grulab.model.Weights;

/** The blocks of a cell, one for each gate as it was given, ready for products in either orientation. */
final class Blocks {
    static final int AS_GIVEN = 0;
    static final int TRANSPOSED = 1;

    final CellType cell;
    final int inputs;
    final int hidden;
    final int gates;
    /** [block][orientation], column after column: entry j·H + i is row i, column j of what multiplies x. Transposed only if I = H. */
    final double[][][] w;
    /** The same for what multiplies h. */
    final double[][][] u;
    /** [block][H], zero where absent. */
    final double[][] b;

    final double[][] c;
    final Weights weights;

    Blocks(Weights weights) {
        this.weights = weights;
        cell = weights.cell();
        inputs = weights.inputs();
        hidden = weights.hidden();
        gates = cell.gates().size();
        w = new double[gates][2][];
        u = new double[gates][2][];
        b = new double[gates][];
        c = new double[gates][];
        for (int k = 0; k < gates; k++) {
            String gate = cell.gates().get(k);
            w[k][AS_GIVEN] = columns(weights.get("W_i" + gate), inputs);
            u[k][AS_GIVEN] = columns(weights.get("W_h" + gate), hidden);
            // the rows of a matrix are the columns of its transpose
            w[k][TRANSPOSED] = inputs == hidden ? weights.get("W_i" + gate) : new double[0];
            u[k][TRANSPOSED] = weights.get("W_h" + gate);
            b[k] = weights.has("b_i" + gate) ? weights.get("b_i" + gate) : new double[hidden];
            c[k] = weights.has("b_h" + gate) ? weights.get("b_h" + gate) : new double[hidden];
        }
    }

    private double[] columns(double[] rows, int width) {
        double[] columns = new double[rows.length];
        for (int i = 0; i < hidden; i++) {
            for (int j = 0; j < width; j++) {
                columns[j * hidden + i] = rows[i * width + j];
            }
        }
        return columns;
    }
}
