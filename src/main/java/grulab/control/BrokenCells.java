package grulab.control;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Vertical stripes, 2 px magenta and 2 px white, over cells whose value is not finite: transparent in the buffer. */
final class BrokenCells {
    private static final double STRIPE = 2;

    void stripe(GraphicsContext g, int[] pixels, int steps, ColumnAxis columns, RowAxis rows, int first, double ratio) {
        for (int t = 0; t < steps; t++) {
            double left = (columns.x(t) - columns.left()) * ratio;
            double right = left + (columns.column() - columns.gap()) * ratio;
            if (right <= 0 || left >= columns.width() * ratio) {
                continue;
            }
            int row = 0;
            while (row < rows.count()) {
                int end = row;
                while (end < rows.count() && pixels[(first + end) * steps + t] == 0) {
                    end++;
                }
                if (end > row) {
                    stripe(g, Math.rint(left), Math.rint(right), rows.y(row) * ratio, rows.y(end) * ratio, ratio);
                }
                row = end + 1;
            }
        }
    }

    /** Stripes in device pixels, wherever the cell stands. */
    static void stripe(GraphicsContext g, double left, double right, double top, double bottom, double ratio) {
        double y = Math.rint(top);
        double height = Math.rint(bottom) - y;
        double width = Math.max(1, Math.rint(STRIPE * ratio));
        g.setFill(Color.WHITE);
        g.fillRect(left, y, right - left, height);
        g.setFill(Palette.BROKEN);
        for (double x = left; x < right; x += 2 * width) {
            g.fillRect(x, y, Math.min(width, right - x), height);
        }
    }
}
