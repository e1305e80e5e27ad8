package grulab.control;

import grulab.model.Convention;
import grulab.model.Passage;
import grulab.model.Quantity;
import grulab.model.StepTrace;
import grulab.model.TwinDifference;
import java.util.List;

/** Two cells with the same random weights on the same text, and where their states differ. */
final class SampleTwins {
    private SampleTwins() {}

    static Passage passage() {
        String text = SampleTrace.TEXT;
        int[] none = new int[text.length()];
        List<String> labels = text.chars()
                .mapToObj(c -> c == ' ' ? "\u2423" : Character.toString(c))
                .toList();
        return new Passage(0, none, none, labels);
    }

    static TwinDifference difference(Convention a, Convention b, int hidden) {
        return difference(SampleTrace.of(a, hidden), SampleTrace.of(b, hidden));
    }

    /** States of the same function, whose z has been relabelled. */
    static TwinDifference relabelled(int hidden) {
        Convention admit = Convention.PYTORCH.with(grulab.model.UpdateMeaning.ADMIT);
        return difference(SampleTrace.of(Convention.PYTORCH, hidden), SampleTrace.of(admit, hidden, true));
    }

    static TwinDifference difference(StepTrace a, StepTrace b) {
        float[] x = a.of(Quantity.STATE);
        float[] y = b.of(Quantity.STATE);
        float[] delta = new float[x.length];
        double largest = 0;
        int first = -1;
        int unit = 0;
        for (int i = 0; i < x.length; i++) {
            delta[i] = Math.abs(x[i] - y[i]);
            largest = Math.max(largest, delta[i]);
            if (delta[i] > 1e-5
                    && (first < 0 || i / a.hidden() == first && delta[i] > delta[first * a.hidden() + unit])) {
                first = i / a.hidden();
                unit = i % a.hidden();
            }
        }
        return new TwinDifference(delta, largest, 1e-5, first, unit, Quantity.STATE);
    }
}
