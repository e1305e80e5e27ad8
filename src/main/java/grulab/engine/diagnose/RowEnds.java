package grulab.engine.diagnose;

import grulab.model.Case;
import grulab.model.CellOptions;
import grulab.model.Deviation;
import grulab.model.Observed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Rows of a padded batch that ended before the others: from there on the states that came out are zero, or stay as they were. */
final class RowEnds {
    private static final int WEIGHT = 3;

    private RowEnds() {}

    /** The numbers without what stands behind the ends; empty where no row looks as if it had ended. */
    static Optional<Arrangement> of(Case given, Map<String, Observed> expected) {
        Observed states = expected.get("h");
        int steps = given.steps();
        int batch = given.batch();
        if (states == null
                || states.array().values().length
                        != steps * batch * given.weights().hidden()
                || expected.keySet().stream().anyMatch(name -> name.endsWith("_last"))) {
            return Optional.empty();
        }
        double[] h = states.array().values();
        for (Deviation.AfterEnd after : Deviation.AfterEnd.values()) {
            List<Deviation.Row> rows = new ArrayList<>();
            for (int b = 0; b < batch; b++) {
                int end = end(h, b, given, after);
                if (end < steps) {
                    rows.add(new Deviation.Row(b, end));
                }
            }
            // a batch is as long as its longest row
            if (!rows.isEmpty() && rows.size() < batch) {
                CellOptions.Lengths lengths = new CellOptions.Lengths(
                        IntStream.range(0, batch)
                                .map(b -> end(h, b, given, after))
                                .boxed()
                                .toList(),
                        after == Deviation.AfterEnd.ZERO ? CellOptions.AfterEnd.ZERO : CellOptions.AfterEnd.HELD);
                return Optional.of(new Arrangement(
                        given.with(given.options().withLengths(lengths)),
                        expected,
                        List.of(new Deviation.Length(rows, after)),
                        WEIGHT));
            }
        }
        return Optional.empty();
    }

    /** After how many steps a row ends. */
    private static int end(double[] h, int b, Case given, Deviation.AfterEnd after) {
        int end = given.steps();
        while (end > 0 && ended(h, end - 1, b, given, after)) {
            end--;
        }
        return end;
    }

    private static boolean ended(double[] h, int t, int b, Case given, Deviation.AfterEnd after) {
        int hidden = given.weights().hidden();
        for (int k = 0; k < hidden; k++) {
            double now = h[(t * given.batch() + b) * hidden + k];
            double before = t == 0 ? given.h0()[b * hidden + k] : h[((t - 1) * given.batch() + b) * hidden + k];
            if (after == Deviation.AfterEnd.ZERO ? now != 0 : now != before || now == 0) {
                return false;
            }
        }
        return true;
    }
}
