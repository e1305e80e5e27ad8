package grulab.control;

import javafx.scene.Group;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/** The column under the cursor beside the wires: cells, an outline, and an ink frame around the selected unit. */
final class StripNode extends Group {
    /** Stripes over a value that is not finite. */
    private static final double STRIPE = 2;
    /** The highest cell, in fonts: a single unit is no bar of the whole length. */
    private static final double HIGHEST = 2;

    /** Opacity of the hatch of what is still to come: fainter, its lines could not be told from the panel. */
    private static final double HATCH = 0.5;

    private static final double SELECTED = 0.62;
    private final Canvas canvas = new Canvas();
    private final Scale toLogical = new Scale();
    private final Rectangle outline = new Rectangle();
    private final Rectangle frame = new Rectangle();
    private double font;
    private Spot spot = new Spot(0, 0, 0, 0);
    private Look look = Look.STANDARD;
    private int rows;
    private @Nullable RowAxis axis;

    StripNode() {
        canvas.getTransforms().add(toLogical);
        outline.setFill(Color.TRANSPARENT);
        outline.setMouseTransparent(true);
        frame.setFill(Color.TRANSPARENT);
        frame.setMouseTransparent(true);
        getChildren().addAll(canvas, outline, frame);
    }

    void place(Spot at, double newFont, Look newLook) {
        spot = at;
        font = newFont;
        look = newLook;
        rows = 0;
    }

    /** The row at a height of the diagram, −1 where there is nothing to choose. */
    int rowAt(double y) {
        return axis == null ? -1 : axis.at(y - canvas.getLayoutY());
    }

    /**
     * Draws cells down to a share of the strip and the hatch below.
     *
     * @param column null if nothing is computed yet
     * @param strength 1, or less for what is still to come
     */
    void draw(@Nullable StripColumn column, double fill, double strength, double inked) {
        int count = column == null ? 0 : column.colors().length;
        size(count);
        GraphicsContext g = canvas.getGraphicsContext2D();
        double ratio = look.pixelRatio();
        double edge = column == null ? 0 : Math.rint(canvas.getHeight() * fill);
        if (column != null && fill > 0) {
            cells(g, column, edge, ratio);
        }
        if (edge < canvas.getHeight()) {
            g.save();
            g.beginPath();
            g.rect(0, edge, canvas.getWidth(), canvas.getHeight() - edge);
            g.clip();
            Hatch.fill(g, canvas.getWidth(), canvas.getHeight(), look);
            g.restore();
        }
        Palette palette = look.palette();
        boolean done = fill > 0;
        canvas.setOpacity(done ? 1 : HATCH + (1 - HATCH) * strength);
        outline.setStroke(palette.surface.interpolate(inked > 0 ? palette.ink : palette.border, done ? 1 : strength));
        outline.setStrokeWidth(look.px(1) + inked * look.px(2));
        outline.setVisible(done);
        select(column, fill);
    }

    private void size(int count) {
        double ratio = look.pixelRatio();
        double height = count == 0 ? spot.height() : Math.min(spot.height(), count * HIGHEST * font);
        double w = Math.rint(spot.width() * ratio);
        double h = Math.rint(height * ratio);
        if (canvas.getWidth() != w || canvas.getHeight() != h || rows != count) {
            rows = count;
            canvas.setWidth(w);
            canvas.setHeight(h);
            toLogical.setX(1 / ratio);
            toLogical.setY(1 / ratio);
            double x = Math.rint((spot.x() - w / ratio / 2) * ratio) / ratio;
            double y = Math.rint((spot.y() - h / ratio / 2) * ratio) / ratio;
            canvas.setLayoutX(x);
            canvas.setLayoutY(y);
            outline.setX(x);
            outline.setY(y);
            outline.setWidth(w / ratio);
            outline.setHeight(h / ratio);
        }
        canvas.getGraphicsContext2D().clearRect(0, 0, w, h);
    }

    private RowAxis axis(StripColumn column, double height) {
        int count = column.colors().length;
        double high = SELECTED * font;
        boolean even = column.selected() < 0 || height / count >= high || count == 1;
        return new RowAxis(height, count, even ? -1 : column.selected(), even ? height / count : high);
    }

    private void cells(GraphicsContext g, StripColumn column, double edge, double ratio) {
        RowAxis a = axis(column, canvas.getHeight() / ratio);
        axis = a;
        double width = canvas.getWidth();
        for (int row = 0; row < column.colors().length; row++) {
            double top = Math.rint(a.y(row) * ratio);
            double bottom = Math.min(edge, Math.rint(a.y(row + 1) * ratio));
            if (bottom <= top) {
                continue;
            }
            int argb = column.colors()[row];
            if (argb == 0) {
                stripes(g, width, top, bottom, ratio);
                continue;
            }
            g.setFill(Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255));
            g.fillRect(0, top, width, bottom - top);
            if (column.clipped()[row]) {
                double dot = Math.min(0.8 * (bottom - top), 3 * look.scale() * ratio);
                g.setFill(look.palette().ink);
                g.fillOval((width - dot) / 2, (top + bottom - dot) / 2, dot, dot);
            }
        }
    }

    private static void stripes(GraphicsContext g, double width, double top, double bottom, double ratio) {
        double stripe = Math.max(1, Math.rint(STRIPE * ratio));
        g.setFill(Color.WHITE);
        g.fillRect(0, top, width, bottom - top);
        g.setFill(Palette.BROKEN);
        for (double x = 0; x < width; x += 2 * stripe) {
            g.fillRect(x, top, Math.min(stripe, width - x), bottom - top);
        }
    }

    private void select(@Nullable StripColumn column, double fill) {
        boolean seen = column != null && column.selected() >= 0 && axis != null;
        frame.setVisible(seen);
        if (column == null || axis == null || !seen) {
            return;
        }
        double ratio = look.pixelRatio();
        double y = Math.rint(axis.y(column.selected()) * ratio) / ratio;
        double bottom = Math.rint(axis.y(column.selected() + 1) * ratio) / ratio;
        frame.setVisible(fill * outline.getHeight() >= bottom);
        double aside = look.px(1.5);
        frame.setX(outline.getX() - aside);
        frame.setWidth(outline.getWidth() + 2 * aside);
        frame.setY(outline.getY() + y);
        frame.setHeight(bottom - y);
        frame.setStroke(look.palette().ink);
        frame.setStrokeWidth(look.px(1.5, 2));
    }
}
