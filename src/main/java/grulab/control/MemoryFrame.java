package grulab.control;

import grulab.model.UnitMemory;
import java.util.Arrays;

/**
 * Where the parts of a memory plot stand, in pixels of the window.
 *
 * @param left where the axis of half-lives begins; unit numbers stand left of it
 * @param axisWidth its width up to the last finite value
 * @param infinite middle of the lane for units that forget nothing
 * @param values left edge of the printed half-lives
 * @param gates left edge of the first gate
 * @param gateWidth of each, its gap with it
 * @param gap between gates
 * @param top upper edge of the rows
 * @param axis of half-lives
 * @param overview width of the picture of all units, 0 if all have a row
 */
record MemoryFrame(
        double left,
        double axisWidth,
        double infinite,
        double values,
        double gates,
        double gateWidth,
        double gap,
        double top,
        RowAxis rows,
        LogAxis axis,
        double overviewLeft,
        double overview) {
    private static final double HIGHEST_ROW = 28;
    private static final double OVERVIEW = 10;
    /** Less than this of a step is as good as nothing: it stands at the axis' end. */
    private static final double LEAST = 0.1;

    private static final double MOST = 1e4;

    private static double top(Look look) {
        return Math.rint(look.px(46, 64));
    }

    private static double height(double height, int rows, Look look) {
        double room = Math.max(look.px(24), height - top(look) - look.px(26, 38));
        return Math.floor(Math.min(room, rows * look.px(HIGHEST_ROW, HIGHEST_ROW * 1.4)));
    }

    static int fitting(double height, int units, Look look) {
        return RowAxis.fitting(height(height, units, look), units, look);
    }

    static MemoryFrame of(double width, double height, UnitOrder order, int selected, UnitMemory memory, Look look) {
        RowAxis rows = RowAxis.of(order, selected, height(height, order.count(), look), look);
        double overview = order.isWindow() ? look.px(OVERVIEW) : 0;
        double right = width - look.px(16) - (overview > 0 ? overview + look.px(8) : 0);
        double left = Math.rint(look.px(58, 82));
        double values = look.px(50, 74);
        double beyond = look.px(36, 50);
        int gates = memory.saturations().size();
        double room = Math.max(40, right - left - values - beyond);
        double axisWidth = Math.rint(room * (gates > 2 ? 0.4 : 0.48));
        double gap = look.px(14, 20);
        double gatesLeft = left + axisWidth + beyond + values;
        return new MemoryFrame(
                left,
                axisWidth,
                left + axisWidth + beyond * 0.6,
                left + axisWidth + beyond + look.px(2),
                gatesLeft,
                (right - gatesLeft) / gates,
                gap,
                top(look),
                rows,
                axis(memory),
                right + look.px(8),
                overview);
    }

    private static LogAxis axis(UnitMemory memory) {
        double[] finite = Arrays.stream(memory.halfLives())
                .filter(v -> v > 0 && Double.isFinite(v))
                .map(v -> Math.max(LEAST, Math.min(MOST, v)))
                .sorted()
                .toArray();
        double most = finite.length == 0 ? 1 : finite[finite.length - 1];
        double least = finite.length == 0 ? LEAST : finite[0];
        return LogAxis.around(Math.min(1, least), Math.max(10, most));
    }

    double bottom() {
        return top + rows.height();
    }

    /** Of a half-life; NaN for a broken one. */
    double x(double halfLife) {
        return Double.isNaN(halfLife)
                ? Double.NaN
                : Double.isInfinite(halfLife) ? infinite : left + axis.share(halfLife) * axisWidth;
    }

    double middle(int gate) {
        return gates + gate * gateWidth + gap + (gateWidth - gap) / 2;
    }

    /** The length of a bar that is full. */
    double full() {
        return Math.max(2, (gateWidth - gap) / 2 - 1);
    }

    double y(int row) {
        return top + rows.y(row);
    }

    double height(int row) {
        return rows.y(row + 1) - rows.y(row);
    }
}
