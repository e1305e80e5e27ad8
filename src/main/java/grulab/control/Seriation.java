package grulab.control;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * An order in which units whose states rise and fall together stand together: a path through all of them along which the
 * correlation distance 1 − ρ is short. It grows from the closest pair by the nearest unit at either end; then stretches
 * of it are turned round as long as that makes it shorter.
 */
final class Seriation {
    private static final double CONSTANT = 1e-12;
    /** Of the search for stretches to turn; few are needed, and 1024 units must not take longer than a few frames. */
    private static final int ROUNDS = 6;

    private final int count;
    /** [count·count] */
    private final float[] distances;

    private final int[] path;

    private Seriation(float[][] series) {
        count = series.length;
        distances = new float[count * count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < i; j++) {
                float d = 1 - dot(series[i], series[j]);
                distances[i * count + j] = d;
                distances[j * count + i] = d;
            }
        }
        path = grow();
        int round = 0;
        while (round < ROUNDS && turn()) {
            round++;
        }
        if (count > 0 && path[0] > path[count - 1]) {
            reverse(0, count - 1);
        }
    }

    /**
     * All units; those that never move come after the others, those with broken numbers last, both by their number.
     *
     * @param values [T·H], step after step
     */
    static int[] of(float[] values, int steps, int hidden) {
        float[][] series = new float[hidden][];
        double[] spread = new double[hidden];
        for (int unit = 0; unit < hidden; unit++) {
            series[unit] = new float[steps];
            spread[unit] = standardise(values, steps, hidden, unit, series[unit]);
        }
        int[] moving = IntStream.range(0, hidden)
                .filter(i -> spread[i] > CONSTANT && Double.isFinite(spread[i]))
                .toArray();
        int[] still =
                IntStream.range(0, hidden).filter(i -> spread[i] <= CONSTANT).toArray();
        int[] broken = IntStream.range(0, hidden)
                .filter(i -> !Double.isFinite(spread[i]))
                .toArray();
        Seriation found =
                new Seriation(Arrays.stream(moving).mapToObj(i -> series[i]).toArray(float[][]::new));
        return IntStream.concat(
                        Arrays.stream(found.path).map(i -> moving[i]),
                        IntStream.concat(Arrays.stream(still), Arrays.stream(broken)))
                .toArray();
    }

    /** A unit's states with mean 0 and length 1; returns their length before. */
    private static double standardise(float[] values, int steps, int hidden, int unit, float[] to) {
        double mean = 0;
        for (int t = 0; t < steps; t++) {
            mean += values[t * hidden + unit] / steps;
        }
        double square = 0;
        for (int t = 0; t < steps; t++) {
            double v = values[t * hidden + unit] - mean;
            square += v * v;
        }
        double length = Math.sqrt(square);
        for (int t = 0; t < steps; t++) {
            to[t] = (float) ((values[t * hidden + unit] - mean) / length);
        }
        return length;
    }

    /** In four sums that need not wait for each other. */
    private static float dot(float[] a, float[] b) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int t = 0;
        for (; t + 3 < a.length; t += 4) {
            s0 += a[t] * b[t];
            s1 += a[t + 1] * b[t + 1];
            s2 += a[t + 2] * b[t + 2];
            s3 += a[t + 3] * b[t + 3];
        }
        for (; t < a.length; t++) {
            s0 += a[t] * b[t];
        }
        return s0 + s1 + (s2 + s3);
    }

    private float distance(int from, int to) {
        return distances[from * count + to];
    }

    private int[] grow() {
        if (count < 3) {
            return IntStream.range(0, count).toArray();
        }
        int closest = 1;
        for (int at = 1; at < distances.length; at++) {
            if (at / count < at % count && distances[at] < distances[closest]) {
                closest = at;
            }
        }
        // both ends grow away from the middle of an array that is twice too long
        int[] line = new int[2 * count];
        int first = count;
        int last = count + 1;
        line[first] = closest / count;
        line[last] = closest % count;
        boolean[] taken = new boolean[count];
        taken[line[first]] = true;
        taken[line[last]] = true;
        while (last - first + 1 < count) {
            int before = nearest(line[first], taken);
            int after = nearest(line[last], taken);
            if (distance(line[first], before) < distance(line[last], after)) {
                line[--first] = before;
                taken[before] = true;
            } else {
                line[++last] = after;
                taken[after] = true;
            }
        }
        return Arrays.copyOfRange(line, first, last + 1);
    }

    private int nearest(int to, boolean[] taken) {
        int best = -1;
        for (int i = 0; i < count; i++) {
            if (!taken[i] && (best < 0 || distance(to, i) < distance(to, best))) {
                best = i;
            }
        }
        return best;
    }

    /** One search through all stretches; an end of the path has nothing beyond it. */
    private boolean turn() {
        boolean shorter = false;
        for (int i = 0; i < count - 1; i++) {
            for (int j = i + 1; j < count; j++) {
                if (gain(i, j) > 1e-6f) {
                    reverse(i, j);
                    shorter = true;
                }
            }
        }
        return shorter;
    }

    /** By how much the path gets shorter if the stretch from place i to place j is turned round. */
    private float gain(int i, int j) {
        float gain = 0;
        if (i > 0) {
            gain += distance(path[i - 1], path[i]) - distance(path[i - 1], path[j]);
        }
        if (j < count - 1) {
            gain += distance(path[j], path[j + 1]) - distance(path[i], path[j + 1]);
        }
        return gain;
    }

    private void reverse(int i, int j) {
        for (int a = i, b = j; a < b; a++, b--) {
            int kept = path[a];
            path[a] = path[b];
            path[b] = kept;
        }
    }
}
