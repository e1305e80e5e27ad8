package grulab.control;

import grulab.model.Passage;
import grulab.model.TwinDifference;
import java.util.StringJoiner;
import java.util.function.IntFunction;

/** |Δh| of twin cells over a text, and its mean over all units at each step. */
record TwinDeltas(Passage passage, TwinDifference difference, int hidden) {
    /** |Δh| of two states in (−1, 1) stays below it: the end of the colour map. */
    static final float LARGEST = 2;

    TwinDeltas {
        if (difference.delta().length != passage.steps() * hidden) {
            throw new IllegalArgumentException(difference.delta().length + " differences for " + passage.steps()
                    + " steps of " + hidden + " units");
        }
    }

    int steps() {
        return passage.steps();
    }

    double at(int t, int unit) {
        return difference.delta()[t * hidden + unit];
    }

    /** NaN if one of them is. */
    double mean(int t) {
        double sum = 0;
        for (int unit = 0; unit < hidden; unit++) {
            sum += at(t, unit);
        }
        return sum / hidden;
    }

    double largestMean() {
        double largest = 0;
        for (int t = 0; t < steps(); t++) {
            double mean = mean(t);
            largest = Double.isFinite(mean) ? Math.max(largest, mean) : largest;
        }
        return largest;
    }

    /** Each as a share of the whole range [T·H], for a map of 0 … 1. */
    float[] shares() {
        float[] shares = new float[difference.delta().length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = difference.delta()[i] / LARGEST;
        }
        return shares;
    }

    /** In the room of 0.25; what two decimals would make a zero of has digits that count: .0031, 2.1e−6. */
    static String print(double value) {
        return value == 0 || value >= 0.005 || !Double.isFinite(value) ? Numbers.narrow(value) : Numbers.brief(value);
    }

    /** Time, text and mean in the first rows, then a row a unit, separated by tabs. */
    String table() {
        StringBuilder table = new StringBuilder();
        line(table, "t", t -> Integer.toString(t + 1));
        line(table, "x", passage.labels()::get);
        line(table, "mean |dh|", t -> Double.toString(mean(t)));
        for (int unit = 0; unit < hidden; unit++) {
            int row = unit;
            line(
                    table,
                    Integer.toString(unit + 1),
                    t -> Float.toString(difference.delta()[t * hidden + row]));
        }
        return table.toString();
    }

    private void line(StringBuilder table, String name, IntFunction<String> value) {
        StringJoiner cells = new StringJoiner("\t", "", "\n").add(name);
        for (int t = 0; t < steps(); t++) {
            cells.add(value.apply(t));
        }
        table.append(cells);
    }
}
