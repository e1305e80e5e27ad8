package grulab.control;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/**
 * Paints the cells of a strip, in device pixels.
 *
 * @param axis of the rows, in pixels of the window
 * @param edge how far down cells are painted
 */
record StripCells(GraphicsContext g, RowAxis axis, double width, double edge, Look look) {
    /** Height of digits for a cell and for the strip's width. */
    private static final double HIGH = 0.74;

    private static final double CHARACTERS = 5;
    private static final double CHARACTER = 0.62;
    private static final double LARGEST = 12;
    private static final double SMALLEST = 7;

    void paint(int[] colors) {
        for (int row = 0; row < colors.length; row++) {
            double top = top(row);
            double bottom = Math.min(edge, top(row + 1));
            if (bottom <= top) {
                continue;
            }
            int argb = colors[row];
            if (argb == 0) {
                BrokenCells.stripe(g, 0, width, top, bottom, look.pixelRatio());
                continue;
            }
            g.setFill(color(argb));
            g.fillRect(0, top, width, bottom - top);
        }
    }

    /** Values beyond the ends of the map have a dot. */
    void dots(boolean[] clipped) {
        for (int row = 0; row < clipped.length; row++) {
            double top = top(row);
            double bottom = Math.min(edge, top(row + 1));
            if (clipped[row] && bottom > top) {
                double dot = Math.min(0.8 * (bottom - top), 3 * look.scale() * look.pixelRatio());
                g.setFill(look.palette().ink);
                g.fillOval((width - dot) / 2, (top + bottom - dot) / 2, dot, dot);
            }
        }
    }

    /** Each number in its cell, in black or white, whichever is further from the cell's colour. */
    void numbers(String[] numbers, int[] colors) {
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        for (int row = 0; row < numbers.length && top(row + 1) <= edge; row++) {
            double high = top(row + 1) - top(row);
            double largest = look.px(LARGEST, 17) * look.pixelRatio();
            double size = Math.min(largest, Math.min(HIGH * high, width / CHARACTERS / CHARACTER));
            if (size >= look.px(SMALLEST) * look.pixelRatio()) {
                g.setFont(Fonts.mono(size));
                g.setFill(contrast(colors[row]));
                g.fillText(numbers[row], width / 2, top(row) + high / 2);
            }
        }
    }

    private double top(int row) {
        return Math.rint(axis.y(row) * look.pixelRatio());
    }

    private static Color color(int argb) {
        return Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255);
    }

    /** By the relative luminance of WCAG 2, at which black and white contrast alike. */
    static Color contrast(int argb) {
        double luminance =
                0.2126 * linear(argb >> 16 & 255) + 0.7152 * linear(argb >> 8 & 255) + 0.0722 * linear(argb & 255);
        return argb == 0 || luminance > 0.179 ? Color.BLACK : Color.WHITE;
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
