package grulab.engine.diagnose;

import grulab.model.Case;
import grulab.model.Deviation;
import grulab.model.Observed;
import java.util.List;
import java.util.Map;

/**
 * A case and the numbers that came out, in one order of their axes.
 *
 * @param given as it was computed, in that order
 * @param expected in the same
 * @param deviations how that is another order than given; empty if it is that
 * @param weight how unusual it is
 */
record Arrangement(Case given, Map<String, Observed> expected, List<Deviation> deviations, int weight) {
    /** Whether nothing was read otherwise than it was given. */
    boolean asGiven() {
        return deviations.isEmpty();
    }
}
