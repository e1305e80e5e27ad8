package grulab.control;

import java.nio.IntBuffer;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/**
 * Units top to bottom, time left to right: one pixel a cell in a buffer, scaled up without smoothing. The canvas has as
 * many pixels as the device, so that edges of cells lie on device pixels.
 */
final class HeatMap extends Canvas {
    /** Between the map and the picture of all units. */
    static final double OVERVIEW_GAP = 3;

    /** Only the inside of a pixel is scaled up: at its very edge some pipelines take the next one. */
    private static final double INSIDE = 0.25;

    private static final double EDGE = 1 / 64.0;

    private final Scale toLogical = new Scale();
    private final BrokenCells broken = new BrokenCells();
    private final ClippedCells clipped = new ClippedCells();
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private @Nullable WritableImage image;
    private int[] pixels = {};
    private int steps;
    private int hidden;
    private boolean anyBroken;

    HeatMap() {
        getTransforms().add(toLogical);
        setMouseTransparent(true);
    }

    /**
     * Takes in new numbers; nothing is seen of them before {@link #paint}.
     *
     * @param values [T·H], step after step
     * @param gates true for 0 … 1, false for −1 … 1; what is beyond has a dot
     */
    void values(float[] values, int steps, UnitOrder order, ColorMap colors, boolean gates) {
        allocate(steps, order.size());
        anyBroken = false;
        clipped.clear();
        for (int row = 0; row < hidden; row++) {
            int unit = order.unitAt(row);
            for (int t = 0; t < steps; t++) {
                float v = values[t * hidden + unit];
                boolean finite = Float.isFinite(v);
                anyBroken |= !finite;
                pixels[row * steps + t] = finite ? colors.argb(gates ? v : (v + 1) / 2) : 0;
                if (finite && Math.abs(v) > 1) {
                    clipped.add(row * steps + t);
                }
            }
        }
        if (buffer != null) {
            buffer.updateBuffer(b -> null);
        }
    }

    /** Shows the hatch of what is not computed yet. */
    void forget() {
        image = null;
        buffer = null;
        pixels = new int[0];
        steps = 0;
    }

    private void allocate(int newSteps, int newHidden) {
        if (buffer != null && newSteps == steps && newHidden == hidden) {
            return;
        }
        steps = newSteps;
        hidden = newHidden;
        pixels = new int[steps * hidden];
        buffer = new PixelBuffer<>(steps, hidden, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
        image = new WritableImage(buffer);
    }

    /** Draws the window of rows into the visible columns, and, if there is room, all rows beside them. */
    void paint(ColumnAxis columns, RowAxis rows, int first, double overview, Look look) {
        double ratio = look.pixelRatio();
        double gap = overview > 0 ? look.px(OVERVIEW_GAP) : 0;
        resize(Math.rint((columns.width() + gap + overview) * ratio), Math.rint(rows.height() * ratio), ratio);
        GraphicsContext g = getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        g.setImageSmoothing(false);
        double mapWidth = Math.rint(columns.width() * ratio);
        if (image == null) {
            Hatch.fill(g, mapWidth, getHeight(), look);
            return;
        }
        g.save();
        g.beginPath();
        g.rect(0, 0, mapWidth, getHeight());
        g.clip();
        g.setFill(look.palette().surface);
        g.fillRect(0, 0, mapWidth, getHeight());
        drawRows(g, columns, rows, first, ratio);
        clipped.dot(g, steps, columns, rows, first, look);
        if (anyBroken) {
            broken.stripe(g, pixels, steps, columns, rows, first, ratio);
        }
        g.restore();
        if (overview > 0) {
            double x = Math.rint((columns.width() + gap) * ratio);
            g.drawImage(image, 0, 0, steps, hidden, x, 0, getWidth() - x, getHeight());
        }
    }

    /** Three draws: what is above the enlarged row, the row, what is below. */
    private void drawRows(GraphicsContext g, ColumnAxis columns, RowAxis rows, int first, double ratio) {
        int big = rows.enlarged();
        if (big < 0) {
            drawPart(g, columns, rows, first, 0, rows.count(), ratio);
        } else {
            drawPart(g, columns, rows, first, 0, big, ratio);
            drawPart(g, columns, rows, first, big, big + 1, ratio);
            drawPart(g, columns, rows, first, big + 1, rows.count(), ratio);
        }
    }

    /** Column by column: where the scaled-up edge between two columns falls differs between graphics pipelines. */
    private void drawPart(
            GraphicsContext g, ColumnAxis columns, RowAxis rows, int first, int from, int to, double ratio) {
        if (to <= from) {
            return;
        }
        double top = Math.rint(rows.y(from) * ratio);
        double height = Math.rint(rows.y(to) * ratio) - top;
        double gap = Math.rint(columns.gap() * ratio);
        int last = columns.at(columns.right());
        for (int t = columns.at(columns.left()); t <= last; t++) {
            double x = Math.rint((columns.x(t) - columns.left()) * ratio);
            double end = Math.rint((columns.x(t + 1) - columns.left()) * ratio);
            double width = end - x - (t + 1 < columns.count() ? gap : 0);
            g.drawImage(
                    image,
                    t + INSIDE,
                    first + from + EDGE,
                    1 - 2 * INSIDE,
                    to - from - 2 * EDGE,
                    x,
                    top,
                    width,
                    height);
        }
    }

    private void resize(double width, double height, double ratio) {
        if (getWidth() != width || getHeight() != height) {
            setWidth(width);
            setHeight(height);
        }
        toLogical.setX(1 / ratio);
        toLogical.setY(1 / ratio);
    }
}
