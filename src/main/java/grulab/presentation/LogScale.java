package grulab.presentation;

import grulab.model.Optimizer;

/**
 * A slider of a positive quantity: equal distances are equal factors.
 *
 * @param low value at position 0
 * @param high value at position 1
 */
public record LogScale(double low, double high) {
    /** Three decades around what each optimiser is used with. */
    public static LogScale learningRates(Optimizer optimizer) {
        return optimizer == Optimizer.ADAM ? new LogScale(1e-4, 1e-1) : new LogScale(1e-2, 10);
    }

    /** 0 … 1, clipped. */
    public double position(double value) {
        double at = Math.log(value / low) / Math.log(high / low);
        return Math.max(0, Math.min(1, at));
    }

    /** The value at a position, two significant digits. */
    public double value(double position) {
        double exact = low * Math.pow(high / low, position);
        double unit = Math.pow(10, 1 - Math.floor(Math.log10(exact)));
        return Math.rint(exact * unit) / unit;
    }

    public int decades() {
        return (int) Math.round(Math.log10(high / low));
    }
}
