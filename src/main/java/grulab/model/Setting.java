package grulab.model;

import java.math.BigDecimal;

/** The numeric settings of an experiment and what each may be. */
public enum Setting {
    HIDDEN("hidden", 1, 1024, true),
    BATCH("batch", 1, 512, true),
    STEPS("steps", 2, 512, true),
    LEARNING_RATE("lr", 1e-6, 100, false),
    CLIP("clip", 1e-3, 1000, false),
    SEED("seed", 0, 9_007_199_254_740_991d, true);

    private final String id;
    private final double smallest;
    private final double largest;
    private final boolean whole;

    Setting(String id, double smallest, double largest, boolean whole) {
        this.id = id;
        this.smallest = smallest;
        this.largest = largest;
        this.whole = whole;
    }

    /** The name in files and on the command line. */
    public String id() {
        return id;
    }

    public double smallest() {
        return smallest;
    }

    public double largest() {
        return largest;
    }

    /** True if only integers are allowed. */
    public boolean whole() {
        return whole;
    }

    public boolean allows(double value) {
        return value >= smallest && value <= largest && (!whole || value == Math.rint(value));
    }

    double check(double value) {
        if (!allows(value)) {
            throw new IllegalArgumentException("%s must be %s from %s to %s, not %s"
                    .formatted(id, whole ? "a whole number" : "a number", text(smallest), text(largest), text(value)));
        }
        return value;
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e16
                ? Long.toString((long) value)
                : Double.isFinite(value)
                        ? new BigDecimal(Double.toString(value))
                                .stripTrailingZeros()
                                .toPlainString()
                        : Double.toString(value);
    }
}
