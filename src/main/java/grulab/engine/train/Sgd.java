package grulab.engine.train;

import grulab.engine.cell.Packed;
import java.util.List;

/** p ← p − η g. */
final class Sgd implements Descent {
    private final List<Packed> packed;
    private long count;
    private float by;

    Sgd(List<Packed> packed) {
        this.packed = packed;
    }

    @Override
    public void begin(double rate, float scale) {
        count++;
        by = (float) (rate * scale);
    }

    @Override
    public void step(int part, int parts) {
        for (int k = 0; k < packed.size(); k++) {
            Packed p = packed.get(k);
            long n = p.value().length;
            descend(p.value(), p.gradient(), by, (int) (n * part / parts), (int) (n * (part + 1) / parts));
        }
    }

    private static void descend(float[] value, float[] gradient, float by, int from, int to) {
        for (int i = from; i < to; i++) {
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
