package grulab.interop;

import grulab.model.Answer;
import grulab.model.Array;
import grulab.model.CellOptions.AfterEnd;
import grulab.model.CellOptions.Lengths;
import grulab.model.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an answer compares with what was expected.
 *
 * @param ok whether every number is within its tolerance
 * @param maxError largest |got − expected|; infinite if a number that came out is not finite
 * @param where the place of the largest error, as in h[2][0][1], from 0
 * @param miss the worst number outside its tolerance in words, or null
 */
public record Comparison(
        boolean ok, double maxError, String where, @Nullable String miss) {

    /**
     * Compares every expected number.
     *
     * @param slack added to the tolerance, for an engine that computes in float32
     */
    public static Comparison of(Expectation expected, Answer answer, double slack) {
        return of(expected, answer, slack, null);
    }

    /** The same where rows end before T: h_last and c_last are of each row's own last step, 0 of one without steps. */
    public static Comparison of(Expectation expected, Answer answer, double slack, @Nullable Lengths lengths) {
        Map<String, Array> got = named(answer, lengths);
        double maxError = -1;
        String where = "";
        double worst = 1;
        String miss = null;
        for (Map.Entry<String, Array> e : expected.values().entrySet()) {
            Array computed = got.get(e.getKey());
            if (computed == null) {
                throw new IllegalArgumentException("the answer has no " + e.getKey());
            }
            double[] wanted = e.getValue().values();
            for (int i = 0; i < wanted.length; i++) {
                double value = computed.values()[i];
                double error = Double.isFinite(value) ? Math.abs(value - wanted[i]) : Double.POSITIVE_INFINITY;
                if (error > maxError) {
                    maxError = error;
                    where = place(e.getKey(), e.getValue().shape(), i);
                }
                double allowed = expected.tolerance() + slack + expected.rtol() * Math.abs(wanted[i]);
                if (error > allowed && (miss == null || error / allowed > worst)) {
                    worst = error / allowed;
                    miss = String.format(
                            Locale.ROOT,
                            "%s is %s, expected %s, allowed ±%.1e",
                            place(e.getKey(), e.getValue().shape(), i),
                            value,
                            wanted[i],
                            allowed);
                }
            }
        }
        return new Comparison(miss == null, maxError, where, miss);
    }

    /** Every number of an answer by the names that an {@link Expectation} uses. */
    private static Map<String, Array> named(Answer answer, @Nullable Lengths lengths) {
        Map<String, Array> named = new LinkedHashMap<>(answer.forward());
        for (String state : List.of("h", "c")) {
            Array all = answer.forward().get(state);
            if (all != null) {
                named.put(state + "_last", last(all, lengths));
            }
        }
        if (answer.loss() != null) {
            named.put("loss", Array.of(new double[] {answer.loss()}));
            named.put("perplexity", Array.of(new double[] {Math.exp(answer.loss())}));
        }
        answer.gradients().forEach((name, array) -> named.put("gradients." + name, array));
        if (answer.training() != null) {
            double[] loss = answer.training().loss();
            double[] norm = answer.training().gradientNorm();
            named.put("training.loss", Array.of(loss, loss.length));
            named.put("training.gradNorm", Array.of(norm, norm.length));
            Weights weights = answer.training().weights();
            weights.arrays()
                    .forEach((name, values) -> named.put("training.weights." + name, Array.of(values, values.length)));
        }
        return named;
    }

    /** After the last step of each row [B][H]. */
    private static Array last(Array all, @Nullable Lengths lengths) {
        int batch = all.shape()[1];
        int hidden = all.shape()[2];
        double[] last = new double[batch * hidden];
        for (int b = 0; b < batch; b++) {
            // a state that is held stands at the end as well
            int step = lengths == null || lengths.after() == AfterEnd.HELD
                    ? all.shape()[0]
                    : lengths.steps().get(b);
            if (step > 0) {
                System.arraycopy(all.values(), ((step - 1) * batch + b) * hidden, last, b * hidden, hidden);
            }
        }
        return Array.of(last, batch, hidden);
    }

    private static String place(String name, int[] shape, int flat) {
        StringBuilder path = new StringBuilder();
        int rest = flat;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            path.insert(0, "[" + rest % shape[axis] + "]");
            rest /= shape[axis];
        }
        return path.insert(0, name).toString();
    }
}
