package grulab.control;

/**
 * Where the parts of a time stack stand, in pixels of the window.
 *
 * @param gutter width left of the columns
 * @param values width right of the columns
 * @param lanes how many maps there are
 * @param numbers baseline of the t numbers
 * @param text upper edge of the character cells
 * @param textHeight of the character cells
 * @param maps upper edge of the first map
 * @param mapHeight of each map
 * @param mapGap between maps
 * @param bars upper edge of the gradient bars
 * @param barHeight 0 without gradient bars
 * @param overview width of the picture of all units, 0 if all are in the maps
 */
record StackFrame(
        double gutter,
        double values,
        int lanes,
        double numbers,
        double text,
        double textHeight,
        double maps,
        double mapHeight,
        double mapGap,
        double bars,
        double barHeight,
        double overview) {
    private static final double LOWEST = 64;
    /** Six maps in a small window: still a dozen units, and a symbol with its name beside them. */
    private static final double LOWEST_OF_MANY = 36;

    private static final double HIGHEST = 240;
    /** A lone map takes what there is, but no row of it is higher than this. */
    private static final double HIGHEST_LONE_ROW = 24;

    private static final double OVERVIEW = 10;
    private static final double LOW = 58;
    private static final double LOW_PROJECTED = 100;

    static StackFrame of(double height, int lanes, int units, Look look) {
        double maps = snap(look.px(94, 91), look);
        double usual = snap(look.px(9, 10), look);
        double barHeight = look.projector() ? 0 : snap(look.px(46), look);
        double below = look.projector() ? look.px(10) : usual + barHeight + look.px(14);
        double room = height - maps - below;
        double gap = (room - (lanes - 1) * usual) / lanes < look.px(LOWEST) ? snap(look.px(6), look) : usual;
        double lowest = look.px(lanes > 4 ? LOWEST_OF_MANY : LOWEST);
        double highest = look.px(lanes == 1 ? Math.max(HIGHEST, HIGHEST_LONE_ROW * units) : HIGHEST);
        double share = (room - (lanes - 1) * gap) / lanes;
        double mapHeight = Math.floor(Math.max(lowest, Math.min(highest, share)));
        boolean window = RowAxis.fitting(mapHeight, units, look) < units;
        return new StackFrame(
                snap(look.px(94, 108), look),
                snap(look.px(59, window ? 84 : 72), look),
                lanes,
                look.px(51, 34),
                snap(look.px(57, 44), look),
                snap(look.px(28, 40), look),
                maps,
                mapHeight,
                gap,
                maps + lanes * (mapHeight + gap),
                barHeight,
                window ? look.px(OVERVIEW) : 0);
    }

    /** Whether a map has no room for a symbol, a name and a note beneath each other. */
    boolean low(Look look) {
        return mapHeight < look.px(LOW, LOW_PROJECTED);
    }

    double mapTop(int index) {
        return maps + index * (mapHeight + mapGap);
    }

    /** Lower edge of everything that has columns. */
    double bottom() {
        return barHeight > 0 ? bars + barHeight : mapTop(lanes - 1) + mapHeight;
    }

    private static double snap(double value, Look look) {
        return Math.rint(value * look.pixelRatio()) / look.pixelRatio();
    }
}
