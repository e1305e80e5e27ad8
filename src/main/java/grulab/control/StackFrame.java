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
 * @param character font size of the characters
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
        double character,
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

    private static final double LOWEST_ROWS = 28;
    /** With one enlarged, 32 units in the design's 54. */
    static final double SMALLEST_ROW = 1.25;

    /** Height of the row that says what the colours mean, where the header has no other. */
    private static final double LEGENDS = 30;

    private static final double OVERVIEW = 10;
    private static final double LOW = 58;
    private static final double LOW_PROJECTED = 100;

    static StackFrame of(double height, int lanes, int units, Look look) {
        double maps = snap(look.px(94, 91 + LEGENDS), look);
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
                look.px(51, 34 + LEGENDS),
                snap(look.px(57, 44 + LEGENDS), look),
                snap(look.px(28, 40), look),
                look.px(17, 25),
                maps,
                mapHeight,
                gap,
                maps + lanes * (mapHeight + gap),
                barHeight,
                window ? look.px(OVERVIEW) : 0);
    }

    /**
     * Text and the state alone, with characters that are read from afar. Its rows may be lower than others: it shows where
     * something happens, and its numbers are elsewhere.
     *
     * @param changes whether there is a row beneath the state
     */
    static StackFrame rows(double height, int units, boolean changes, Look look) {
        double maps = snap(look.px(77, 100), look);
        double gap = snap(look.px(5, 7), look);
        double change = changes ? snap(look.px(15, 20), look) : 0;
        double below = look.px(9) + (changes ? gap + change : 0);
        double mapHeight = Math.max(snap(look.px(LOWEST_ROWS), look), Math.floor(height - maps - below));
        boolean window = RowAxis.fitting(mapHeight, units, SMALLEST_ROW, look) < units;
        return new StackFrame(
                snap(look.px(94, 108), look),
                snap(look.px(59, window ? 84 : 72), look),
                1,
                look.px(30, 36),
                snap(look.px(38, 48), look),
                snap(look.px(31, 44), look),
                look.px(20, 29),
                maps,
                mapHeight,
                gap,
                maps + mapHeight + gap,
                change,
                window ? look.px(OVERVIEW) : 0);
    }

    /** Text, where two states differ, and bars beneath; between text and map is room for a flag. */
    static StackFrame difference(double height, int units, Look look) {
        double text = snap(look.px(44, 72), look);
        double textHeight = snap(look.px(28, 38), look);
        double maps = text + textHeight + snap(look.px(21, 31), look);
        double gap = snap(look.px(8, 10), look);
        double barHeight = snap(look.px(26, 34), look);
        double mapHeight =
                Math.max(snap(look.px(LOWEST_ROWS), look), Math.floor(height - maps - gap - barHeight - look.px(10)));
        boolean window = RowAxis.fitting(mapHeight, units, look) < units;
        return new StackFrame(
                snap(look.px(94, 128), look),
                snap(look.px(window ? 90 : 78, window ? 118 : 106), look),
                1,
                look.px(38, 66),
                text,
                textHeight,
                look.px(18, 25),
                maps,
                mapHeight,
                gap,
                maps + mapHeight + gap,
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
