package grulab.control;

import grulab.model.Snapshot;
import grulab.model.StepTrace;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.IntFunction;

/** The numbers of a map as a spreadsheet reads them: separated by tabs, a point before decimals, a plain minus. */
final class TraceTable {
    private TraceTable() {}

    /** Time in the first row, what was read in the second, then a row a unit, in the order of their numbers. */
    static String of(Snapshot snapshot, MapQuantity what) {
        int steps = snapshot.trace().steps();
        StringBuilder table = head(snapshot);
        for (int unit = 0; unit < snapshot.trace().hidden(); unit++) {
            int row = unit;
            line(
                    table,
                    Integer.toString(unit + 1),
                    steps,
                    t -> Float.toString(snapshot.trace().at(what.quantity, t, row)));
        }
        return table.toString();
    }

    /** The same of a gradient: its norm at each step in the third row, then a row a unit. */
    static String gradient(Snapshot snapshot, MapQuantity what) {
        StepTrace trace = snapshot.trace();
        StringBuilder table = head(snapshot);
        if (!trace.gradients().containsKey(what.quantity)) {
            return table.toString();
        }
        String name = "dL/d" + what.quantity.id();
        line(table, "|" + name + "|", trace.steps(), t -> Double.toString(trace.gradientNorm(what.quantity, t)));
        float[] all = trace.gradient(what.quantity);
        for (int unit = 0; unit < trace.hidden(); unit++) {
            int row = unit;
            line(table, Integer.toString(unit + 1), trace.steps(), t -> Float.toString(all[t * trace.hidden() + row]));
        }
        return table.toString();
    }

    private static StringBuilder head(Snapshot snapshot) {
        StringBuilder table = new StringBuilder();
        List<String> labels = snapshot.passage().labels();
        line(table, "t", labels.size(), t -> Integer.toString(t + 1));
        line(table, "x", labels.size(), labels::get);
        return table;
    }

    private static void line(StringBuilder table, String name, int steps, IntFunction<String> value) {
        StringJoiner cells = new StringJoiner("\t", "", "\n").add(name);
        for (int t = 0; t < steps; t++) {
            cells.add(value.apply(t));
        }
        table.append(cells);
    }
}
