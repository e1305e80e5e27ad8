package grulab.engine.cell;

import static grulab.engine.cell.LstmCell.F;
import static grulab.engine.cell.LstmCell.G;
import static grulab.engine.cell.LstmCell.I;
import static grulab.engine.cell.LstmCell.O;
import static grulab.engine.math.VectorSquash.L;
import static grulab.engine.math.VectorSquash.ONE;
import static grulab.engine.math.VectorSquash.S;
import static jdk.incubator.vector.FloatVector.fromArray;

import grulab.engine.math.Strips;
import grulab.engine.math.VectorSquash;
import jdk.incubator.vector.FloatVector;

/** An LSTM's gates in vectors, strip by strip. No method takes or gives a vector: see {@link VectorSquash}. */
final class VectorLstm implements LstmGates {
    private final LstmCell cell;

    VectorLstm(LstmCell cell) {
        this.cell = cell;
    }

    @Override
    public void forward(int row, int rows) {
        Strips table = cell.input.table();
        for (int s = 0; s < cell.gates.count; s++) {
            int at = cell.gates.at(row, s);
            VectorSquash.add(
                    cell.gates.a, at, table.a, table.at(0, s), cell.input.rows(), row, rows, cell.weights.sum, s * L);
            if (s / cell.units == G) {
                VectorSquash.tanh(cell.gates.a, at, rows * L);
            } else {
                VectorSquash.sigmoid(cell.gates.a, at, rows * L, 1);
            }
        }
        for (int j = 0; j < cell.units; j++) {
            states(row, rows, j);
        }
    }

    private void states(int row, int rows, int j) {
        int n = cell.units;
        float[] g = cell.gates.a;
        float[] c = cell.c.a;
        float[] shown = cell.shown.a;
        int iAt = cell.gates.at(row, I * n + j);
        int fAt = cell.gates.at(row, F * n + j);
        int gAt = cell.gates.at(row, G * n + j);
        int oAt = cell.gates.at(row, O * n + j);
        int past = cell.c.at(row, j);
        int next = cell.c.at(row + cell.batch, j);
        int shownAt = cell.shown.at(row, j);
        int hAt = cell.h.at(row + cell.batch, j);
        for (int o = 0; o < rows * L; o += L) {
            FloatVector entering = fromArray(S, g, iAt + o).mul(fromArray(S, g, gAt + o));
            FloatVector state = fromArray(S, g, fAt + o).fma(fromArray(S, c, past + o), entering);
            state.intoArray(c, next + o);
            state.intoArray(shown, shownAt + o);
        }
        VectorSquash.tanh(shown, shownAt, rows * L);
        for (int o = 0; o < rows * L; o += L) {
            fromArray(S, g, oAt + o).mul(fromArray(S, shown, shownAt + o)).intoArray(cell.h.a, hAt + o);
        }
    }

    @Override
    public void back(int row, int b, int rows) {
        int n = cell.units;
        float[] g = cell.gates.a;
        float[] d = cell.d.a;
        float[] dc = cell.dc.a;
        for (int j = 0; j < n; j++) {
            int iAt = cell.gates.at(row, I * n + j);
            int fAt = cell.gates.at(row, F * n + j);
            int gAt = cell.gates.at(row, G * n + j);
            int oAt = cell.gates.at(row, O * n + j);
            int di = cell.d.at(row, I * n + j);
            int df = cell.d.at(row, F * n + j);
            int dg = cell.d.at(row, G * n + j);
            int dO = cell.d.at(row, O * n + j);
            int cAt = cell.c.at(row, j);
            int shownAt = cell.shown.at(row, j);
            int outAt = cell.dOut.at(row, j);
            int dhAt = cell.dh.at(b, j);
            int dcAt = cell.dc.at(b, j);
            for (int o = 0; o < rows * L; o += L) {
                FloatVector dNext = fromArray(S, cell.dh.a, dhAt + o).add(fromArray(S, cell.dOut.a, outAt + o));
                FloatVector tanh = fromArray(S, cell.shown.a, shownAt + o);
                FloatVector output = fromArray(S, g, oAt + o);
                dNext.mul(tanh).mul(output).mul(ONE.sub(output)).intoArray(d, dO + o);
                FloatVector dCell = dNext.mul(output).fma(ONE.sub(tanh.mul(tanh)), fromArray(S, dc, dcAt + o));
                FloatVector input = fromArray(S, g, iAt + o);
                FloatVector candidate = fromArray(S, g, gAt + o);
                FloatVector dInput = dCell.mul(input);
                dInput.mul(candidate).mul(ONE.sub(input)).intoArray(d, di + o);
                dInput.mul(ONE.sub(candidate.mul(candidate))).intoArray(d, dg + o);
                FloatVector forget = fromArray(S, g, fAt + o);
                FloatVector kept = dCell.mul(forget);
                kept.mul(fromArray(S, cell.c.a, cAt + o)).mul(ONE.sub(forget)).intoArray(d, df + o);
                kept.intoArray(dc, dcAt + o);
            }
        }
    }
}
