package grulab.engine.cell;

import grulab.engine.math.Squash;

/** A plain recurrent network's state in plain loops. */
final class PlainRnn implements RnnGates {
    private final RnnCell cell;
    private final int lanes;
    /** Rows of one strip, at most B of them. */
    private final float[] h;

    private final float[] d;
    private final float[] rest;
    private final float[][] lines;

    PlainRnn(RnnCell cell) {
        this.cell = cell;
        lanes = cell.h.lanes;
        int n = cell.batch * lanes;
        h = new float[n];
        d = new float[n];
        rest = new float[n];
        lines = new float[2][lanes];
    }

    @Override
    public void forward(int row, int rows) {
        int n = rows * lanes;
        for (int j = 0; j < cell.units; j++) {
            PlainRows.inputSide(cell.input, cell.weights.sum, row, rows, j, h, lines);
            PlainRows.take(cell.h, row + cell.batch, j, rest, n);
            PlainRows.add(h, rest, n);
            Squash.tanh(h, 0, n);
            PlainRows.put(h, cell.h, row + cell.batch, j, n);
        }
    }

    @Override
    public void back(int row, int b, int rows) {
        int n = rows * lanes;
        for (int j = 0; j < cell.units; j++) {
            PlainRows.take(cell.h, row + cell.batch, j, h, n);
            PlainRows.take(cell.dh, b, j, d, n);
            PlainRows.take(cell.dOut, row, j, rest, n);
            PlainRows.add(d, rest, n);
            slope(d, h, n);
            PlainRows.put(d, cell.d, row, j, n);
        }
    }

    /** d (1 − h²), in the place of d. */
    private static void slope(float[] d, float[] h, int n) {
        for (int i = 0; i < n; i++) {
            d[i] *= 1 - h[i] * h[i];
        }
    }
}
