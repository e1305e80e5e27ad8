package grulab.control;

/**
 * Where columns of time stand, in pixels of the window.
 *
 * @param left where the visible part begins
 * @param width of the visible part
 * @param column width of a column, its gap with it
 * @param count columns T
 * @param offset how far column 0 lies left of the visible part, 0 if all columns fit
 */
public record ColumnAxis(double left, double width, double column, int count, double offset) {
    private static final double WIDEST = 28;
    private static final double NARROWEST = 12;

    /** All columns if they fit, at most 28 wide; else columns 12 wide that scroll. */
    static ColumnAxis fit(double left, double room, int count, double narrowest, Look look) {
        double even = room / Math.max(1, count);
        double column = Math.max(Math.min(even, look.px(WIDEST)), Math.max(narrowest, look.px(NARROWEST)));
        return new ColumnAxis(left, Math.min(room, column * count), column, count, 0);
    }

    /** Scrolled so that a column is in the middle third, if there is anything to scroll. */
    ColumnAxis centred(int t) {
        double middle = t * column + column / 2 - offset;
        double off = middle < width / 3
                ? offset + middle - width / 3
                : middle > width * 2 / 3 ? offset + middle - width * 2 / 3 : offset;
        return scrolledTo(off);
    }

    /** Scrolled as little as needed to see a column whole. */
    ColumnAxis revealing(int t) {
        double start = t * column;
        return scrolledTo(Math.max(start + column - width, Math.min(offset, start)));
    }

    ColumnAxis scrolledTo(double to) {
        double last = Math.max(0, count * column - width);
        return new ColumnAxis(left, width, column, count, Math.rint(Math.max(0, Math.min(last, to))));
    }

    /** Left edge of a column. */
    public double x(int t) {
        return left + t * column - offset;
    }

    public double right() {
        return left + width;
    }

    /** The column at an x, the nearest one if it is outside. */
    public int at(double x) {
        double inside = Math.max(left, Math.min(right() - 1e-6, x));
        return Math.max(0, Math.min(count - 1, (int) ((inside - left + offset) / column)));
    }

    boolean scrolls() {
        return count * column > width + 0.5;
    }

    /** One pixel between columns, none where they are narrow. */
    public double gap() {
        return column < 8 ? 0 : 1;
    }
}
