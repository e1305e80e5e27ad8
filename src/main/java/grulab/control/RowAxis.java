package grulab.control;

/**
 * Where the rows of a map or strip stand: all equally high, but the enlarged one, with the total as given.
 *
 * @param height of all rows together
 * @param count rows
 * @param enlarged the row that is higher, from 0, or −1
 * @param high height of the enlarged row
 */
public record RowAxis(double height, int count, int enlarged, double high) {
    private static final double SMALLEST = 2;
    private static final double HIGH = 12;
    private static final double PROJECTED = 18;

    /** Rows of a window of units with the selected one enlarged, if it is in the window. */
    public static RowAxis of(UnitOrder order, int selected, double height, Look look) {
        double high = look.px(HIGH, PROJECTED);
        boolean even = !order.shows(selected) || height / order.count() >= high;
        return new RowAxis(
                height,
                order.count(),
                even ? -1 : order.rowOf(selected) - order.first(),
                even ? height / order.count() : high);
    }

    /** How many rows of at least two pixels fit, one of them enlarged. */
    static int fitting(double height, int units, Look look) {
        return fitting(height, units, SMALLEST, look);
    }

    /** @param smallest row, in pixels of the design */
    static int fitting(double height, int units, double smallest, Look look) {
        double low = look.px(smallest);
        int beside = (int) ((height - look.px(HIGH, PROJECTED)) / low + 1e-6);
        return Math.max(1, Math.min(units, beside + 1));
    }

    private double low() {
        return enlarged < 0 || count == 1 ? height / count : (height - high) / (count - 1);
    }

    /** Upper edge of a row; of row {@code count}: the lower edge of the last. */
    public double y(int row) {
        return enlarged >= 0 && row > enlarged ? high + (row - 1) * low() : row * low();
    }

    public double middle(int row) {
        return (y(row) + y(row + 1)) / 2;
    }

    /** The row at a height, the nearest one if it is outside. */
    public int at(double y) {
        int row = (int) (y / low());
        if (enlarged >= 0 && row >= enlarged) {
            row = y < y(enlarged) + high ? enlarged : (int) ((y - high) / low()) + 1;
        }
        return Math.max(0, Math.min(count - 1, row));
    }
}
