package grulab.engine.train;

import grulab.engine.cell.Parameter;
import java.util.List;

/** Kingma and Ba 2015, algorithm 1: β₁ 0.9, β₂ 0.999, ε 1e−8, bias-corrected. */
final class Adam implements Descent {
    private static final double FIRST = 0.9;
    private static final double SECOND = 0.999;
    private static final double EPSILON = 1e-8;

    private final List<Parameter> parameters;
    private final float[][] mean;
    private final float[][] square;
    private long count;

    Adam(List<Parameter> parameters) {
        this.parameters = parameters;
        mean = like(parameters);
        square = like(parameters);
    }

    private static float[][] like(List<Parameter> parameters) {
        return parameters.stream().map(p -> new float[p.value.values.length]).toArray(float[][]::new);
    }

    @Override
    public void step(double rate, float scale) {
        count++;
        double root = Math.sqrt(1 - Math.pow(SECOND, count));
        // η m̂ / (√v̂ + ε) with the corrections drawn out of the loop
        float by = (float) (rate * root / (1 - Math.pow(FIRST, count)));
        float floor = (float) (EPSILON * root);
        for (int k = 0; k < mean.length; k++) {
            Parameter p = parameters.get(k);
            descend(p.value.values, p.gradient.values, mean[k], square[k], scale, by, floor);
        }
    }

    private static void descend(
            float[] value, float[] gradient, float[] m, float[] v, float scale, float by, float floor) {
        for (int i = 0; i < value.length; i++) {
            float g = gradient[i] * scale;
            m[i] = (float) FIRST * m[i] + (float) (1 - FIRST) * g;
            v[i] = (float) SECOND * v[i] + (float) (1 - SECOND) * (g * g);
            value[i] -= by * m[i] / ((float) Math.sqrt(v[i]) + floor);
        }
    }

    @Override
    public float[][][] memory() {
        return new float[][][] {mean, square};
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
