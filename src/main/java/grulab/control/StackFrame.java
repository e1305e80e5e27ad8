package grulab.control;

/**
 * Where the parts of a time stack stand, in pixels of the window.
 *
 * @param gutter width left of the columns
 * @param values width right of the columns
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
        double numbers,
        double text,
        double textHeight,
        double maps,
        double mapHeight,
        double mapGap,
        double bars,
        double barHeight,
        double overview) {
    private static final int MAPS = 4;
    private static final double LOWEST = 64;
    private static final double HIGHEST = 240;
    private static final double OVERVIEW = 10;

    static StackFrame of(double height, int units, Look look) {
        double maps = snap(look.px(94, 91), look);
        double gap = snap(look.px(9, 10), look);
        double barHeight = look.projector() ? 0 : snap(look.px(46), look);
        double below = look.projector() ? look.px(10) : gap + barHeight + look.px(14);
        double room = (height - maps - below - (MAPS - 1) * gap) / MAPS;
        double mapHeight = Math.floor(Math.max(look.px(LOWEST), Math.min(look.px(HIGHEST), room)));
        boolean window = RowAxis.fitting(mapHeight, units, look) < units;
        return new StackFrame(
                snap(look.px(94, 108), look),
                snap(look.px(59, window ? 84 : 72), look),
                look.px(51, 34),
                snap(look.px(57, 44), look),
                snap(look.px(28, 40), look),
                maps,
                mapHeight,
                gap,
                maps + MAPS * (mapHeight + gap),
                barHeight,
                window ? look.px(OVERVIEW) : 0);
    }

    double mapTop(int index) {
        return maps + index * (mapHeight + mapGap);
    }

    /** Lower edge of everything that has columns. */
    double bottom() {
        return barHeight > 0 ? bars + barHeight : mapTop(MAPS - 1) + mapHeight;
    }

    private static double snap(double value, Look look) {
        return Math.rint(value * look.pixelRatio()) / look.pixelRatio();
    }
}
