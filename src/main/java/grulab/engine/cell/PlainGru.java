package grulab.engine.cell;

import static grulab.engine.cell.GruCell.N;
import static grulab.engine.cell.GruCell.R;
import static grulab.engine.cell.GruCell.Z;

import grulab.engine.math.Squash;

/** A GRU's gates in plain loops. */
final class PlainGru implements GruGates {
    private final GruCell cell;
    private final int lanes;
    /** Rows of one strip, at most B of them. */
    private final float[] r;

    private final float[] k;
    private final float[] m;
    private final float[] c;
    private final float[] h;
    private final float[] next;
    private final float[] dh;
    private final float[] dr;
    private final float[] dz;
    private final float[][] lines;

    PlainGru(GruCell cell) {
        this.cell = cell;
        lanes = cell.h.lanes;
        int n = cell.batch * lanes;
        r = new float[n];
        k = new float[n];
        m = new float[n];
        c = new float[n];
        h = new float[n];
        next = new float[n];
        dh = new float[n];
        dr = new float[n];
        dz = new float[n];
        lines = new float[2][lanes];
    }

    @Override
    public void gates(int row, int rows, float sign) {
        int n = rows * lanes;
        for (int s = 0; s < N * cell.units; s++) {
            PlainRows.inputSide(cell.input, cell.weights.sum, row, rows, s, r, lines);
            PlainRows.take(cell.gates, row, s, next, n);
            PlainRows.add(r, next, n);
            Squash.sigmoid(r, 0, n, s < Z * cell.units ? 1 : sign);
            PlainRows.put(r, cell.gates, row, s, n);
        }
    }

    @Override
    public void candidateAfter(int row, int rows) {
        int n = rows * lanes;
        for (int j = 0; j < cell.units; j++) {
            int strip = N * cell.units + j;
            PlainRows.take(cell.gates, row, R * cell.units + j, r, n);
            PlainRows.take(cell.gates, row, strip, m, n);
            for (int i = 0; i < rows; i++) {
                System.arraycopy(cell.weights.c.a, strip * lanes, next, i * lanes, lanes);
            }
            PlainRows.add(m, next, n);
            PlainRows.put(m, cell.gates, row, strip, n);
            PlainRows.inputSide(cell.input, cell.weights.b.a, row, rows, strip, c, lines);
            addProduct(c, r, m, n);
            Squash.tanh(c, 0, n);
            PlainRows.put(c, cell.extra, row, j, n);
            blend(row, j, rows);
        }
    }

    /** c += a ⊙ b */
    private static void addProduct(float[] c, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            c[i] += a[i] * b[i];
        }
    }

    /** h' of strip j from c. */
    private void blend(int row, int j, int rows) {
        int n = rows * lanes;
        PlainRows.take(cell.gates, row, Z * cell.units + j, k, n);
        PlainRows.take(cell.h, row, j, h, n);
        blend(k, h, c, next, n);
        PlainRows.put(next, cell.h, row + cell.batch, j, n);
    }

    /** h' = h̃ + k ⊙ (h − h̃) */
    private static void blend(float[] k, float[] h, float[] c, float[] next, int n) {
        for (int i = 0; i < n; i++) {
            next[i] = c[i] + k[i] * (h[i] - c[i]);
        }
    }

    @Override
    public void backAfter(int row, int b, int rows, float sign) {
        int n = rows * lanes;
        for (int j = 0; j < cell.units; j++) {
            int strip = N * cell.units + j;
            PlainRows.take(cell.gates, row, R * cell.units + j, r, n);
            PlainRows.take(cell.gates, row, strip, m, n);
            PlainRows.take(cell.extra, row, j, c, n);
            blendBack(row, b, rows, j, sign);
            PlainRows.put(c, cell.dCandidate, row, j, n);
            innerBack(c, m, r, dr, n);
            PlainRows.put(dr, cell.d, row, R * cell.units + j, n);
            PlainRows.put(c, cell.d, row, strip, n);
        }
    }

    /** From dh and the output's share: c becomes ∂L/∂a_n, ∂L/∂a_z goes to its place, dh becomes d ⊙ k. */
    private void blendBack(int row, int b, int rows, int j, float sign) {
        int n = rows * lanes;
        PlainRows.take(cell.gates, row, Z * cell.units + j, k, n);
        PlainRows.take(cell.h, row, j, h, n);
        PlainRows.take(cell.dh, b, j, dh, n);
        PlainRows.take(cell.dOut, row, j, next, n);
        PlainRows.add(dh, next, n);
        blendBack(dh, k, h, c, dz, sign, n);
        PlainRows.put(dz, cell.d, row, Z * cell.units + j, n);
        PlainRows.put(dh, cell.dh, b, j, n);
    }

    /** da_n = d (1 − k) (1 − h̃²), in the place of h̃; da_z = ± d (h − h̃) k (1 − k); dh = d k, in the place of d. */
    private static void blendBack(float[] d, float[] k, float[] h, float[] c, float[] dz, float sign, int n) {
        for (int i = 0; i < n; i++) {
            float past = d[i] * k[i];
            float candidate = c[i];
            c[i] = (d[i] - past) * (1 - candidate * candidate);
            dz[i] = sign * (past * (1 - k[i]) * (h[i] - candidate));
            d[i] = past;
        }
    }

    /** dm = da_n r, in the place of da_n; da_r = da_n m r (1 − r) */
    private static void innerBack(float[] dCandidate, float[] m, float[] r, float[] dr, int n) {
        for (int i = 0; i < n; i++) {
            float d = dCandidate[i] * r[i];
            dCandidate[i] = d;
            dr[i] = d * m[i] * (1 - r[i]);
        }
    }

    @Override
    public void resetBefore(int row, int rows) {
        int n = rows * lanes;
        for (int j = 0; j < cell.units; j++) {
            PlainRows.take(cell.gates, row, R * cell.units + j, r, n);
            PlainRows.take(cell.h, row, j, h, n);
            PlainRows.multiply(h, r, n);
            PlainRows.put(h, cell.extra, row, j, n);
        }
    }

    @Override
    public void candidateBefore(int row, int rows) {
        int n = rows * lanes;
        for (int j = 0; j < cell.units; j++) {
            int strip = N * cell.units + j;
            PlainRows.inputSide(cell.input, cell.weights.sum, row, rows, strip, c, lines);
            PlainRows.take(cell.gates, row, strip, next, n);
            PlainRows.add(c, next, n);
            Squash.tanh(c, 0, n);
            PlainRows.put(c, cell.gates, row, strip, n);
            blend(row, j, rows);
        }
    }

    @Override
    public void candidateBackBefore(int row, int b, int rows, float sign) {
        int n = rows * lanes;
        for (int j = 0; j < cell.units; j++) {
            int strip = N * cell.units + j;
            PlainRows.take(cell.gates, row, strip, c, n);
            blendBack(row, b, rows, j, sign);
            PlainRows.put(c, cell.d, row, strip, n);
        }
    }

    @Override
    public void resetBackBefore(int row, int b, int rows) {
        int n = rows * lanes;
        for (int j = 0; j < cell.units; j++) {
            PlainRows.take(cell.gates, row, R * cell.units + j, r, n);
            PlainRows.take(cell.h, row, j, h, n);
            PlainRows.take(cell.dq, b, j, m, n);
            PlainRows.take(cell.dh, b, j, dh, n);
            resetBack(m, h, r, dr, dh, n);
            PlainRows.put(dr, cell.d, row, R * cell.units + j, n);
            PlainRows.put(dh, cell.dh, b, j, n);
        }
    }

    /** da_r = dq h r (1 − r); dh += dq r */
    private static void resetBack(float[] dq, float[] h, float[] r, float[] dr, float[] dh, int n) {
        for (int i = 0; i < n; i++) {
            float d = dq[i] * r[i];
            dr[i] = d * h[i] * (1 - r[i]);
            dh[i] += d;
        }
    }
}
