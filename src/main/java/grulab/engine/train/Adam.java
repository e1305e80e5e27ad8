package grulab.engine.train;

import grulab.engine.cell.Packed;
import java.util.List;

/** Kingma and Ba 2015, algorithm 1: β₁ 0.9, β₂ 0.999, ε 1e−8, bias-corrected. */
final class Adam implements Descent {
    private static final double FIRST = 0.9;
    private static final double SECOND = 0.999;
    private static final double EPSILON = 1e-8;

    private final List<Packed> packed;
    private final float[][] mean;
    private final float[][] square;
    /** Both. */
    private final float[][][] memory;

    private long count;
    private float scale;
    private float by;
    private float floor;

    Adam(List<Packed> packed) {
        this.packed = packed;
        mean = like(packed);
        square = like(packed);
        memory = new float[][][] {mean, square};
    }

    private static float[][] like(List<Packed> packed) {
        return packed.stream().map(p -> new float[p.value().length]).toArray(float[][]::new);
    }

    @Override
    public void begin(double rate, float gradientScale) {
        count++;
        scale = gradientScale;
        double root = Math.sqrt(1 - Math.pow(SECOND, count));
        // η m̂ / (√v̂ + ε) with the corrections drawn out of the loop
        by = (float) (rate * root / (1 - Math.pow(FIRST, count)));
        floor = (float) (EPSILON * root);
    }

    @Override
    public void step(int part, int parts) {
        for (int k = 0; k < mean.length; k++) {
            long n = mean[k].length;
            descend(k, (int) (n * part / parts), (int) (n * (part + 1) / parts));
        }
    }

    private void descend(int k, int from, int to) {
        Packed p = packed.get(k);
        descend(p.value(), p.gradient(), mean[k], square[k], scale, by, floor, from, to);
    }

    private static void descend(
            float[] value,
            float[] gradient,
            float[] m,
            float[] v,
            float scale,
            float by,
            float floor,
            int from,
            int to) {
        for (int i = from; i < to; i++) {
            float g = gradient[i] * scale;
            m[i] = (float) FIRST * m[i] + (float) (1 - FIRST) * g;
            v[i] = (float) SECOND * v[i] + (float) (1 - SECOND) * (g * g);
            value[i] -= by * m[i] / ((float) Math.sqrt(v[i]) + floor);
        }
    }

    @Override
    public float[][][] memory() {
        return memory;
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public void count(long updates) {
        count = updates;
    }
}
