package grulab.engine.diagnose;

import grulab.model.CellType;
import grulab.model.Weights;
import java.util.HashMap;
import java.util.Map;

/** The blocks of a cell, one for each gate as it was given, ready for products in either orientation. */
final class Blocks {
    static final int AS_GIVEN = 0;
    static final int TRANSPOSED = 1;
    static final int NOBODY = -1;

    final CellType cell;
    final int inputs;
    final int hidden;
    final int gates;
    /** [block][orientation], row after row: what multiplies x [H×I]. Transposed only if I = H. */
    final double[][][] w;
    /** The same for what multiplies h [H×H]. */
    final double[][][] u;
    /** [block][H], zero where absent. */
    final double[][] b;

    final double[][] c;
    final Weights weights;
    private final double[][][][] inputColumns;
    private final double[][][][] recurrentColumns;
    private final Map<Addition, double[]> additions = new HashMap<>();

    private record Addition(int input, int recurrent, double constant) {}

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
        inputColumns = new double[gates][2][][];
        recurrentColumns = new double[gates][2][][];
        for (int k = 0; k < gates; k++) {
            String gate = cell.gates().get(k);
            w[k][AS_GIVEN] = weights.get("W_i" + gate);
            u[k][AS_GIVEN] = weights.get("W_h" + gate);
            w[k][TRANSPOSED] = inputs == hidden ? transposed(w[k][AS_GIVEN]) : new double[0];
            u[k][TRANSPOSED] = transposed(u[k][AS_GIVEN]);
            b[k] = weights.has("b_i" + gate) ? weights.get("b_i" + gate) : new double[hidden];
            c[k] = weights.has("b_h" + gate) ? weights.get("b_h" + gate) : new double[hidden];
            for (int o = 0; o < 2; o++) {
                inputColumns[k][o] = w[k][o].length == 0 ? new double[0][] : columns(w[k][o], inputs);
                recurrentColumns[k][o] = columns(u[k][o], hidden);
            }
        }
    }

    /** Columns of W [I][H]; none if I ≠ H and it is to be transposed. */
    double[][] inputColumns(int block, int orientation) {
        return inputColumns[block][orientation];
    }

    /** Columns of U [H][H]. */
    double[][] recurrentColumns(int block, int orientation) {
        return recurrentColumns[block][orientation];
    }

    /**
     * What is added to a gate's argument [H]; the same array for the same numbers.
     *
     * @param input the block whose b it is, or {@link #NOBODY}
     * @param recurrent the block whose c it is, or {@link #NOBODY}
     */
    double[] added(int input, int recurrent, double constant) {
        return additions.computeIfAbsent(new Addition(input, recurrent, constant), a -> {
            double[] sum = new double[hidden];
            for (int i = 0; i < hidden; i++) {
                sum[i] = (input == NOBODY ? 0 : b[input][i]) + (recurrent == NOBODY ? 0 : c[recurrent][i]) + constant;
            }
            return sum;
        });
    }

    private double[] transposed(double[] square) {
        double[] transposed = new double[square.length];
        for (int i = 0; i < hidden; i++) {
            for (int j = 0; j < hidden; j++) {
                transposed[j * hidden + i] = square[i * hidden + j];
            }
        }
        return transposed;
    }

    private double[][] columns(double[] rows, int width) {
        double[][] columns = new double[width][hidden];
        for (int i = 0; i < hidden; i++) {
            for (int j = 0; j < width; j++) {
                columns[j][i] = rows[i * width + j];
            }
        }
        return columns;
    }
}
