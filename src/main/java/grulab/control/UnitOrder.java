package grulab.control;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * In which order units are shown, and which of them fit: rows first … first + count − 1 of the order. Every map and
 * every strip shows the same.
 */
public final class UnitOrder {
    private final int[] units;
    private final int[] rows;
    private final int first;
    private final int count;

    private UnitOrder(int[] units, int first, int count) {
        this.units = units;
        this.count = Math.max(1, Math.min(count, units.length));
        this.first = Math.max(0, Math.min(first, units.length - this.count));
        rows = new int[units.length];
        for (int row = 0; row < units.length; row++) {
            rows[units[row]] = row;
        }
    }

    /** All units by their number. */
    public static UnitOrder index(int hidden) {
        return of(IntStream.range(0, hidden).toArray());
    }

    /** All units; the array holds each of 0 … H − 1 once. */
    public static UnitOrder of(int... units) {
        return new UnitOrder(units.clone(), 0, units.length);
    }

    /** The same order, another window; it is moved and cut to what there is. */
    public UnitOrder window(int first, int count) {
        return new UnitOrder(units, first, count);
    }

    /** The same order and size of window, moved as little as needed to show a unit. */
    public UnitOrder showing(int unit) {
        int row = rows[unit];
        int to = row < first ? row : row >= first + count ? row - count + 1 : first;
        return window(to, count);
    }

    /** H */
    public int size() {
        return units.length;
    }

    /** First row of the window, from 0. */
    public int first() {
        return first;
    }

    /** Rows in the window, at least 1. */
    public int count() {
        return count;
    }

    /** True if not every unit is shown. */
    public boolean isWindow() {
        return count < units.length;
    }

    /** The unit of a row of the whole order. */
    public int unitAt(int row) {
        return units[row];
    }

    /** The row of a unit in the whole order. */
    public int rowOf(int unit) {
        return rows[unit];
    }

    /** True if the unit's row is in the window. */
    public boolean shows(int unit) {
        return rows[unit] >= first && rows[unit] < first + count;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UnitOrder o && first == o.first && count == o.count && Arrays.equals(units, o.units);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(units) * 31 + first;
    }

    @Override
    public String toString() {
        return Arrays.toString(units) + " from " + first + ", " + count;
    }
}
