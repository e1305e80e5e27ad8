package grulab.control;

import java.util.List;

/** Where a hover card stands: beside its cell, inside the panel, never over the cell or the cursor's column. */
record CardPlace(double x, double y, boolean beside, boolean rightOfCell) {
    /**
     * @param cell left, top, right, bottom of the hovered cell
     * @param cursor left and right of the cursor
     * @param panel width and height
     */
    static CardPlace of(double[] cell, double[] cursor, double[] panel, double width, double height, double away) {
        double middle = (cell[1] + cell[3]) / 2;
        double y = Math.max(2, Math.min(panel[1] - height - 2, middle - height / 2));
        List<CardPlace> places = List.of(
                new CardPlace(cell[2] + away, y, true, true),
                new CardPlace(cell[0] - away - width, y, true, false),
                new CardPlace(Math.max(cell[2], cursor[1]) + away, y, false, true),
                new CardPlace(Math.min(cell[0], cursor[0]) - away - width, y, false, false));
        for (CardPlace p : places) {
            boolean inside = p.x >= 2 && p.x + width <= panel[0] - 2;
            boolean clear = p.x + width <= cursor[0] || p.x >= cursor[1];
            if (inside && clear) {
                return p;
            }
        }
        // A panel this narrow has no place beside: above or below the cell, at the edge away from the cursor.
        double x = cursor[0] > panel[0] / 2 ? 2 : panel[0] - width - 2;
        double free = cell[3] + away + height <= panel[1] ? cell[3] + away : cell[1] - away - height;
        return new CardPlace(x, free, false, true);
    }
}
