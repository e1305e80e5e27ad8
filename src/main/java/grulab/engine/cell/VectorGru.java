package grulab.engine.cell;

import static grulab.engine.cell.GruCell.N;
import static grulab.engine.cell.GruCell.R;
import static grulab.engine.cell.GruCell.Z;
import static grulab.engine.math.VectorSquash.L;
import static grulab.engine.math.VectorSquash.ONE;
import static grulab.engine.math.VectorSquash.S;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import grulab.engine.math.Strips;
import grulab.engine.math.VectorSquash;
import jdk.incubator.vector.FloatVector;

/** A GRU's gates in vectors, strip by strip. No method takes or gives a vector: see {@link VectorSquash}. */
final class VectorGru implements GruGates {
    private final GruCell cell;

    VectorGru(GruCell cell) {
        this.cell = cell;
    }

    @Override
    public void gates(int row, int rows, float sign) {
        Strips table = cell.input.table();
        // one loop for both: inlined twice, σ makes the method too large for C2 to compile well
        for (int s = 0; s < N * cell.units; s++) {
            int at = cell.gates.at(row, s);
            VectorSquash.add(
                    cell.gates.a, at, table.a, table.at(0, s), cell.input.rows(), row, rows, cell.weights.sum, s * L);
            VectorSquash.sigmoid(cell.gates.a, at, rows * L, s < Z * cell.units ? 1 : sign);
        }
    }

    @Override
    public void candidateAfter(int row, int rows) {
        Strips table = cell.input.table();
        int[] index = cell.input.rows();
        float[] w = table.a;
        float[] g = cell.gates.a;
        float[] candidate = cell.extra.a;
        for (int j = 0; j < cell.units; j++) {
            int strip = N * cell.units + j;
            FloatVector bn = fromArray(S, cell.weights.b.a, strip * L);
            FloatVector cn = fromArray(S, cell.weights.c.a, strip * L);
            int wn = table.at(0, strip);
            int rAt = cell.gates.at(row, R * cell.units + j);
            int mAt = cell.gates.at(row, strip);
            int nAt = cell.extra.at(row, j);
            for (int i = 0, o = 0; i < rows; i++, o += L) {
                FloatVector m = fromArray(S, g, mAt + o).add(cn);
                m.intoArray(g, mAt + o);
                fromArray(S, g, rAt + o)
                        .fma(m, fromArray(S, w, wn + index[row + i] * L).add(bn))
                        .intoArray(candidate, nAt + o);
            }
            VectorSquash.tanh(candidate, nAt, rows * L);
            blend(row, j, rows, candidate, nAt);
        }
    }

    /** h' = h̃ + k ⊙ (h − h̃) for strip j. */
    private void blend(int row, int j, int rows, float[] candidate, int nAt) {
        float[] g = cell.gates.a;
        float[] h = cell.h.a;
        int kAt = cell.gates.at(row, Z * cell.units + j);
        int past = cell.h.at(row, j);
        int next = cell.h.at(row + cell.batch, j);
        for (int o = 0; o < rows * L; o += L) {
            FloatVector n = fromArray(S, candidate, nAt + o);
            fromArray(S, h, past + o).sub(n).fma(fromArray(S, g, kAt + o), n).intoArray(h, next + o);
        }
    }

    @Override
    public void backAfter(int row, int b, int rows, float sign) {
        int n = cell.units;
        float[] g = cell.gates.a;
        float[] h = cell.h.a;
        float[] d = cell.d.a;
        float[] dh = cell.dh.a;
        float[] out = cell.dOut.a;
        FloatVector direction = broadcast(S, sign);
        for (int j = 0; j < n; j++) {
            int rAt = cell.gates.at(row, R * n + j);
            int kAt = cell.gates.at(row, Z * n + j);
            int mAt = cell.gates.at(row, N * n + j);
            int nAt = cell.extra.at(row, j);
            int hAt = cell.h.at(row, j);
            int outAt = cell.dOut.at(row, j);
            int dhAt = cell.dh.at(b, j);
            int dr = cell.d.at(row, R * n + j);
            int dz = cell.d.at(row, Z * n + j);
            int dm = cell.d.at(row, N * n + j);
            int dn = cell.dCandidate.at(row, j);
            for (int o = 0; o < rows * L; o += L) {
                FloatVector r = fromArray(S, g, rAt + o);
                FloatVector k = fromArray(S, g, kAt + o);
                FloatVector c = fromArray(S, cell.extra.a, nAt + o);
                FloatVector next = fromArray(S, dh, dhAt + o).add(fromArray(S, out, outAt + o));
                FloatVector kept = next.mul(k);
                FloatVector dCandidate = next.sub(kept).mul(ONE.sub(c.mul(c)));
                FloatVector dInner = dCandidate.mul(r);
                dInner.mul(fromArray(S, g, mAt + o)).mul(ONE.sub(r)).intoArray(d, dr + o);
                kept.mul(direction)
                        .mul(ONE.sub(k))
                        .mul(fromArray(S, h, hAt + o).sub(c))
                        .intoArray(d, dz + o);
                dInner.intoArray(d, dm + o);
                dCandidate.intoArray(cell.dCandidate.a, dn + o);
                kept.intoArray(dh, dhAt + o);
            }
        }
    }

    @Override
    public void resetBefore(int row, int rows) {
        for (int j = 0; j < cell.units; j++) {
            int rAt = cell.gates.at(row, R * cell.units + j);
            int qAt = cell.extra.at(row, j);
            int hAt = cell.h.at(row, j);
            for (int o = 0; o < rows * L; o += L) {
                fromArray(S, cell.h.a, hAt + o)
                        .mul(fromArray(S, cell.gates.a, rAt + o))
                        .intoArray(cell.extra.a, qAt + o);
            }
        }
    }

    @Override
    public void candidateBefore(int row, int rows) {
        Strips table = cell.input.table();
        for (int j = 0; j < cell.units; j++) {
            int strip = N * cell.units + j;
            int at = cell.gates.at(row, strip);
            VectorSquash.add(
                    cell.gates.a,
                    at,
                    table.a,
                    table.at(0, strip),
                    cell.input.rows(),
                    row,
                    rows,
                    cell.weights.sum,
                    strip * L);
            VectorSquash.tanh(cell.gates.a, at, rows * L);
            blend(row, j, rows, cell.gates.a, at);
        }
    }

    @Override
    public void candidateBackBefore(int row, int b, int rows, float sign) {
        int n = cell.units;
        float[] g = cell.gates.a;
        float[] d = cell.d.a;
        float[] dh = cell.dh.a;
        FloatVector direction = broadcast(S, sign);
        for (int j = 0; j < n; j++) {
            int kAt = cell.gates.at(row, Z * n + j);
            int nAt = cell.gates.at(row, N * n + j);
            int hAt = cell.h.at(row, j);
            int outAt = cell.dOut.at(row, j);
            int dhAt = cell.dh.at(b, j);
            int dz = cell.d.at(row, Z * n + j);
            int dn = cell.d.at(row, N * n + j);
            for (int o = 0; o < rows * L; o += L) {
                FloatVector k = fromArray(S, g, kAt + o);
                FloatVector c = fromArray(S, g, nAt + o);
                FloatVector next = fromArray(S, dh, dhAt + o).add(fromArray(S, cell.dOut.a, outAt + o));
                FloatVector kept = next.mul(k);
                next.sub(kept).mul(ONE.sub(c.mul(c))).intoArray(d, dn + o);
                kept.mul(direction)
                        .mul(ONE.sub(k))
                        .mul(fromArray(S, cell.h.a, hAt + o).sub(c))
                        .intoArray(d, dz + o);
                kept.intoArray(dh, dhAt + o);
            }
        }
    }

    @Override
    public void resetBackBefore(int row, int b, int rows) {
        int n = cell.units;
        float[] dh = cell.dh.a;
        for (int j = 0; j < n; j++) {
            int rAt = cell.gates.at(row, R * n + j);
            int hAt = cell.h.at(row, j);
            int dr = cell.d.at(row, R * n + j);
            int qAt = cell.dq.at(b, j);
            int dhAt = cell.dh.at(b, j);
            for (int o = 0; o < rows * L; o += L) {
                FloatVector r = fromArray(S, cell.gates.a, rAt + o);
                FloatVector flow = fromArray(S, cell.dq.a, qAt + o).mul(r);
                flow.mul(fromArray(S, cell.h.a, hAt + o)).mul(ONE.sub(r)).intoArray(cell.d.a, dr + o);
                fromArray(S, dh, dhAt + o).add(flow).intoArray(dh, dhAt + o);
            }
        }
    }
}
