package grulab.control;

import java.util.ArrayList;
import java.util.List;

/**
 * A logarithmic axis between two powers of ten.
 *
 * @param low exponent of its lower end
 * @param high exponent of its upper end, above the lower
 */
record LogAxis(int low, int high) {
    /** The powers of ten around positive numbers; a decade around 1 where there are none. */
    static LogAxis around(double least, double greatest) {
        if (!(least > 0) || !(greatest >= least) || Double.isInfinite(greatest)) {
            return new LogAxis(-1, 0);
        }
        int from = (int) Math.floor(Math.log10(least) + 1e-9);
        int to = (int) Math.ceil(Math.log10(greatest) - 1e-9);
        return new LogAxis(from, Math.max(to, from + 1));
    }

    /** Distance from the lower end as a share of the axis, never outside of it. */
    double share(double value) {
        return value > 0 ? Math.max(0, Math.min(1, (Math.log10(value) - low) / (high - low))) : 0;
    }

    /** The value at a share. */
    double value(double share) {
        return Math.pow(10, low + share * (high - low));
    }

    /** Powers of ten that stand no closer than allowed; both ends are among them if there is room. */
    List<Double> ticks(double length, double apart) {
        int every = Math.max(1, (int) Math.ceil(apart / (length / (high - low)) - 1e-9));
        List<Double> ticks = new ArrayList<>();
        for (int power = high; power >= low; power -= every) {
            ticks.add(0, Math.pow(10, power));
        }
        return ticks;
    }

    /** Plain from 0.01 to 10 000, else as a power. */
    String label(double tick) {
        int power = (int) Math.rint(Math.log10(tick));
        if (low >= -2 && high <= 4) {
            return power < 0 ? Numbers.fixed(tick, -power) : Numbers.count(Math.round(tick));
        }
        return "10" + Numbers.superscript(power);
    }
}
