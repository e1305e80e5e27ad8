package grulab.control;

import java.util.BitSet;
import javafx.scene.canvas.GraphicsContext;

/** A dot of ink in each cell whose value is beyond the ends of its map, on a halo where the cell has room for one. */
final class ClippedCells {
    private static final double WIDEST = 3;
    private static final double OF_HEIGHT = 0.8;
    /** Of a flat cell, so that dots of rows that touch do not become a line. */
    private static final double OF_FLAT_HEIGHT = 0.5;
    /** Both ends of the map are nearly as dark as the ink. */
    private static final double HALO = 1.2;

    private final BitSet cells = new BitSet();

    void clear() {
        cells.clear();
    }

    /** @param cell row · T + t */
    void add(int cell) {
        cells.set(cell);
    }

    void dot(GraphicsContext g, int steps, ColumnAxis columns, RowAxis rows, int first, Look look) {
        double ratio = look.pixelRatio();
        int end = (first + rows.count()) * steps;
        for (int cell = cells.nextSetBit(first * steps); cell >= 0 && cell < end; cell = cells.nextSetBit(cell + 1)) {
            int row = cell / steps - first;
            double top = Math.rint(rows.y(row) * ratio);
            double bottom = Math.rint(rows.y(row + 1) * ratio);
            double middle = (columns.x(cell % steps) - columns.left() + (columns.column() - columns.gap()) / 2) * ratio;
            dot(g, middle, top, bottom, look);
        }
    }

    private static void dot(GraphicsContext g, double middle, double top, double bottom, Look look) {
        double pixel = look.px(1) * look.pixelRatio();
        double size = Math.min(OF_HEIGHT * (bottom - top), WIDEST * pixel);
        double halo = size + 2 * HALO * pixel;
        if (halo <= bottom - top) {
            double y = (top + bottom) / 2;
            g.setFill(look.palette().halo);
            g.fillOval(middle - halo / 2, y - halo / 2, halo, halo);
            g.setFill(look.palette().ink);
            g.fillOval(middle - size / 2, y - size / 2, size, size);
        } else {
            // a flat cell: whole pixels, for parts of some are not seen
            double side = Math.max(1, Math.floor(Math.min(OF_FLAT_HEIGHT * (bottom - top), size)));
            g.setFill(look.palette().ink);
            g.fillRect(Math.rint(middle - side / 2), Math.floor((top + bottom - side) / 2), side, side);
        }
    }
}
