package grulab.engine.cell;

import static grulab.engine.cell.LstmCell.F;
import static grulab.engine.cell.LstmCell.G;
import static grulab.engine.cell.LstmCell.I;
import static grulab.engine.cell.LstmCell.O;

import grulab.engine.math.Squash;

/** An LSTM's gates in plain loops. */
final class PlainLstm implements LstmGates {
    private final LstmCell cell;
    private final int lanes;
    /** Gates by their block, rows of one strip, at most B of them; and other rows. */
    private final float[][] gate = new float[4][];

    private final float[] c;
    private final float[] shown;
    private final float[] dh;
    private final float[] dc;
    private final float[] rest;
    private final float[][] lines;

    PlainLstm(LstmCell cell) {
        this.cell = cell;
        lanes = cell.h.lanes;
        int n = cell.batch * lanes;
        for (int g = I; g <= O; g++) {
            gate[g] = new float[n];
        }
        c = new float[n];
        shown = new float[n];
        dh = new float[n];
        dc = new float[n];
        rest = new float[n];
        lines = new float[2][lanes];
    }

    @Override
    public void forward(int row, int rows) {
        int n = rows * lanes;
        for (int j = 0; j < cell.units; j++) {
            for (int g = I; g <= O; g++) {
                int strip = g * cell.units + j;
                PlainRows.inputSide(cell.input, cell.weights.sum, row, rows, strip, gate[g], lines);
                PlainRows.take(cell.gates, row, strip, rest, n);
                PlainRows.add(gate[g], rest, n);
                if (g == G) {
                    Squash.tanh(gate[g], 0, n);
                } else {
                    Squash.sigmoid(gate[g], 0, n, 1);
                }
                PlainRows.put(gate[g], cell.gates, row, strip, n);
            }
            PlainRows.take(cell.c, row, j, c, n);
            next(gate[I], gate[F], gate[G], c, n);
            PlainRows.put(c, cell.c, row + cell.batch, j, n);
            Squash.tanh(c, 0, n);
            PlainRows.put(c, cell.shown, row, j, n);
            PlainRows.multiply(c, gate[O], n);
            PlainRows.put(c, cell.h, row + cell.batch, j, n);
        }
    }

    /** c' = f ⊙ c + i ⊙ g, in the place of c. */
    private static void next(float[] i, float[] f, float[] g, float[] c, int n) {
        for (int e = 0; e < n; e++) {
            c[e] = f[e] * c[e] + i[e] * g[e];
        }
    }

    @Override
    public void back(int row, int b, int rows) {
        int n = rows * lanes;
        for (int j = 0; j < cell.units; j++) {
            for (int g = I; g <= O; g++) {
                PlainRows.take(cell.gates, row, g * cell.units + j, gate[g], n);
            }
            PlainRows.take(cell.c, row, j, c, n);
            PlainRows.take(cell.shown, row, j, shown, n);
            PlainRows.take(cell.dh, b, j, dh, n);
            PlainRows.take(cell.dOut, row, j, rest, n);
            PlainRows.add(dh, rest, n);
            PlainRows.take(cell.dc, b, j, dc, n);
            outputBack(dh, gate[O], shown, dc, n);
            cellBack(dc, gate[I], gate[F], gate[G], c, n);
            for (int g = I; g <= O; g++) {
                PlainRows.put(gate[g], cell.d, row, g * cell.units + j, n);
            }
            PlainRows.put(dc, cell.dc, b, j, n);
        }
    }

    /** da_o = dh tanh(c) o (1 − o), in the place of o; dc += dh o (1 − tanh²c). */
    private static void outputBack(float[] dh, float[] o, float[] tanh, float[] dc, int n) {
        for (int e = 0; e < n; e++) {
            float shown = dh[e] * o[e];
            dc[e] += shown * (1 - tanh[e] * tanh[e]);
            o[e] = shown * tanh[e] * (1 - o[e]);
        }
    }

    /** da_i, da_f, da_g in the places of i, f, g; dc = dc f. */
    private static void cellBack(float[] dc, float[] i, float[] f, float[] g, float[] c, int n) {
        for (int e = 0; e < n; e++) {
            float entering = dc[e] * i[e];
            float kept = dc[e] * f[e];
            float candidate = g[e];
            i[e] = entering * candidate * (1 - i[e]);
            g[e] = entering * (1 - candidate * candidate);
            f[e] = kept * c[e] * (1 - f[e]);
            dc[e] = kept;
        }
    }
}
