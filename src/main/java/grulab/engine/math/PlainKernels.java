package grulab.engine.math;

public final class PlainKernels implements Kernels {
    public KernelKind kind() {
        return KernelKind.PLAIN;
    }

    public int lanes(int columns) {
        return columns;
    }

    static float g(Strips s, int r, int c) {
        return s.a[s.at(r, c / s.lanes) + c % s.lanes];
    }

    public void product(
            Strips a,
            int aRow,
            int aStrip,
            int k,
            Strips b,
            int bRow,
            int bStrip,
            Strips c,
            int cRow,
            int cStrip,
            int rows,
            int strips,
            boolean add) {
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < strips * c.lanes; j++) {
                float s = 0;
                for (int p = 0; p < k; p++)
                    s += g(a, aRow + i, aStrip * a.lanes + p) * g(b, bRow + p, bStrip * b.lanes + j);
                int at = c.at(cRow + i, cStrip + j / c.lanes) + j % c.lanes;
                c.a[at] = add ? c.a[at] + s : s;
            }
    }

    public void gradient(
            Strips a,
            int aRow,
            int from,
            int to,
            Strips b,
            int bRow,
            int bStrip,
            Strips c,
            int cStrip,
            int strips,
            int k) {
        for (int m = from; m < to; m++)
            for (int j = 0; j < strips * c.lanes; j++) {
                float s = 0;
                for (int p = 0; p < k; p++) s += g(a, aRow + p, m) * g(b, bRow + p, bStrip * b.lanes + j);
                c.a[c.at(m, cStrip + j / c.lanes) + j % c.lanes] = s;
            }
    }

    public double crossEntropy(Strips l, float[] bias, int[] target, int row, int rows, float scale) {
        double loss = 0;
        int n = l.count * l.lanes;
        for (int i = row; i < row + rows; i++) {
            double max = -1e300, sum = 0;
            double[] v = new double[n];
            for (int j = 0; j < n; j++) {
                v[j] = g(l, i, j) + bias[j];
                max = Math.max(max, v[j]);
            }
            for (int j = 0; j < n; j++) sum += Math.exp(v[j] - max);
            loss += Math.log(sum) + max - v[target[i]];
            for (int j = 0; j < n; j++)
                l.a[l.at(i, j / l.lanes) + j % l.lanes] =
                        (float) ((Math.exp(v[j] - max) / sum - (j == target[i] ? 1 : 0)) * scale);
        }
        return loss;
    }

    public void scatter(Strips d, int s, int[] index, int rows, Strips dW, int w, float[] sum, int at) {
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < d.lanes; j++) dW.a[dW.at(index[i], w) + j] += d.a[d.at(i, s) + j];
        columnSum(d, s, rows, sum, at);
    }

    public void columnSum(Strips d, int s, int rows, float[] sum, int at) {
        for (int j = 0; j < d.lanes; j++) {
            float t = 0;
            for (int i = 0; i < rows; i++) t += d.a[d.at(i, s) + j];
            sum[at + j] = t;
        }
    }

    public double sumOfSquares(float[] g, int from, int to) {
        double s = 0;
        for (int i = from; i < to; i++) s += (double) g[i] * g[i];
        return s;
    }
}
