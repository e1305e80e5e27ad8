package grulab.control;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Quantity;
import grulab.model.ResetPosition;
import grulab.model.StepTrace;
import grulab.model.UpdateMeaning;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/** A trace of a GRU with random weights, so that strips have the look of real ones. */
final class SampleTrace {
    static final String TEXT = "the rabbit-hole went straight on";
    private static final int INPUTS = 37;

    private SampleTrace() {}

    static StepTrace of(Convention convention, int hidden) {
        return of(convention, hidden, false);
    }

    /** @param relabelled the same function under the other meaning of z: its weights negated */
    static StepTrace of(Convention convention, int hidden, boolean relabelled) {
        Random random = new Random(7);
        int steps = TEXT.length();
        double[][] w = new double[3][];
        double[][] u = new double[3][];
        for (int g = 0; g < 3; g++) {
            w[g] = random.doubles(hidden * INPUTS, -3, 3).toArray();
            double spread = 3.5 / Math.sqrt(hidden);
            u[g] = random.doubles((long) hidden * hidden, -spread, spread).toArray();
        }
        Map<Quantity, float[]> all = new EnumMap<>(Quantity.class);
        for (Quantity q : Quantity.values()) {
            all.put(q, new float[steps * hidden]);
        }
        float[] start = new float[hidden];
        double[] h = new double[hidden];
        for (int t = 0; t < steps; t++) {
            int x = TEXT.charAt(t) % INPUTS;
            double[] next = new double[hidden];
            double[] r = new double[hidden];
            for (int i = 0; i < hidden; i++) {
                r[i] = sigma(w[0][i * INPUTS + x] + dot(u[0], i, h));
            }
            for (int i = 0; i < hidden; i++) {
                double az = w[1][i * INPUTS + x] - 0.8 + dot(u[1], i, h);
                double z = sigma(relabelled ? -az : az);
                double q;
                double n;
                if (convention.reset() == ResetPosition.AFTER) {
                    q = r[i] * dot(u[2], i, h);
                    n = Math.tanh(w[2][i * INPUTS + x] + q);
                } else {
                    q = r[i] * h[i];
                    double sum = w[2][i * INPUTS + x];
                    for (int j = 0; j < hidden; j++) {
                        sum += u[2][i * hidden + j] * r[j] * h[j];
                    }
                    n = Math.tanh(sum);
                }
                double keep = convention.update() == UpdateMeaning.KEEP ? z : 1 - z;
                next[i] = keep * h[i] + (1 - keep) * n;
                int at = t * hidden + i;
                set(all, Quantity.RESET, at, r[i]);
                set(all, Quantity.PRODUCT, at, q);
                set(all, Quantity.CANDIDATE, at, n);
                set(all, Quantity.UPDATE, at, z);
                set(all, Quantity.STATE, at, next[i]);
            }
            h = next;
        }
        return new StepTrace(
                CellType.GRU,
                convention,
                steps,
                hidden,
                start,
                new float[0],
                all,
                Map.of(Quantity.STATE, new float[steps * hidden]));
    }

    static DiagramMoment moment(Convention convention, int hidden) {
        return moment(of(convention, hidden), 12, Math.min(13, hidden - 1));
    }

    static DiagramMoment moment(StepTrace trace, int t, int unit) {
        String label = String.valueOf(TEXT.charAt(t)).replace(' ', '␣');
        return new DiagramMoment(trace, t, unit, UnitOrder.index(trace.hidden()), label, INPUTS);
    }

    private static void set(Map<Quantity, float[]> all, Quantity q, int at, double value) {
        float[] values = all.get(q);
        if (values != null) {
            values[at] = (float) value;
        }
    }

    private static double dot(double[] matrix, int row, double[] v) {
        double sum = 0;
        for (int j = 0; j < v.length; j++) {
            sum += matrix[row * v.length + j] * v[j];
        }
        return sum;
    }

    private static double sigma(double a) {
        return 1 / (1 + Math.exp(-a));
    }
}
