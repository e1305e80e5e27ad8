package grulab.engine.train;

import grulab.engine.cell.Parameter;
import java.util.List;

/** p ← p − η g. */
final class Sgd implements Descent {
    private final List<Parameter> parameters;
    private long count;

    Sgd(List<Parameter> parameters) {
        this.parameters = parameters;
    }

    @Override
    public void step(double rate, float scale) {
        count++;
        float by = (float) (rate * scale);
        for (Parameter p : parameters) {
            descend(p.value.values, p.gradient.values, by);
        }
    }

    private static void descend(float[] value, float[] gradient, float by) {
        for (int i = 0; i < value.length; i++) {
            value[i] -= by * gradient[i];
        }
    }

    @Override
    public float[][][] memory() {
        return new float[0][][];
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
