package grulab.control;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/**
 * The column under the cursor beside the wires: cells, an outline, and an ink frame around the selected unit. In the
 * Step workspace also what it was before a change, in a narrow strip at one side, and at the other where in all units the
 * shown ones are.
 */
final class StripNode extends Group {
    /** The highest cell, in fonts: a single unit is no bar of the whole length. */
    private static final double HIGHEST = 2;

    /** Opacity of the hatch of what is still to come: fainter, its lines could not be told from the panel. */
    private static final double HATCH = 0.5;

    private static final double SELECTED = 0.62;
    private static final double GHOST = 0.3;
    private static final double GHOST_GAP = 2;
    private static final double MARK = 3;

    private final Canvas canvas = new Canvas();
    private final Canvas ghost = new Canvas();
    private final Rectangle outline = new Rectangle();
    private final Rectangle frame = new Rectangle();
    private final Group place = new Group();
    private final Rectangle track = new Rectangle();
    private final Rectangle mark = new Rectangle();
    private double font;
    private Spot spot = new Spot(0, 0, 0, 0);
    private Look look = Look.STANDARD;
    private boolean detailed;
    private boolean ghostAtRight;
    private int rows;
    private @Nullable RowAxis axis;
    private @Nullable Shown shown;

    /** What was drawn last, so that the same is not painted again. */
    private record Shown(@Nullable StripColumn column, double fill, double strength, double inked) {
        boolean isSame(@Nullable StripColumn other, double otherFill, double otherStrength, double otherInked) {
            return column == other && fill == otherFill && strength == otherStrength && inked == otherInked;
        }
    }

    StripNode() {
        ghost.setId("strip-ghost");
        for (Rectangle r : List.of(outline, frame, track, mark)) {
            r.setFill(Color.TRANSPARENT);
            r.setMouseTransparent(true);
        }
        ghost.setMouseTransparent(true);
        place.getChildren().addAll(track, mark);
        getChildren().addAll(place, canvas, ghost, outline, frame);
    }

    /** What shows where the window of units is, for a layer under the wires. */
    Group place() {
        return place;
    }

    void place(Spot at, double newFont, Look newLook) {
        spot = at;
        font = newFont;
        look = newLook;
        rows = 0;
        shown = null;
        for (Canvas c : List.of(canvas, ghost)) {
            c.getTransforms().setAll(new Scale(1 / look.pixelRatio(), 1 / look.pixelRatio()));
        }
    }

    /** As the Step workspace shows it. */
    void detailed(boolean now) {
        detailed = now;
    }

    /** On which side it was before a change; on the other is where the window of units is. */
    void ghostAtRight(boolean now) {
        if (now != ghostAtRight) {
            ghostAtRight = now;
            shown = null;
        }
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
        if (shown != null && shown.isSame(column, fill, strength, inked)) {
            return;
        }
        shown = new Shown(column, fill, strength, inked);
        size(column == null ? 0 : column.colors().length);
        double edge = column == null ? 0 : Math.rint(canvas.getHeight() * fill);
        if (column != null && fill > 0) {
            axis = axis(column, canvas.getHeight() / look.pixelRatio());
            StripCells cells = new StripCells(canvas.getGraphicsContext2D(), axis, canvas.getWidth(), edge, look);
            cells.paint(column.colors());
            if (column.beside().numbers().length == 0) {
                cells.dots(column.clipped());
            }
            cells.numbers(column.beside().numbers(), column.colors());
        }
        hatch(edge);
        Palette palette = look.palette();
        boolean done = fill > 0;
        canvas.setOpacity(done ? 1 : HATCH + (1 - HATCH) * strength);
        outline.setStroke(palette.surface.interpolate(inked > 0 ? palette.ink : palette.border, done ? 1 : strength));
        outline.setStrokeWidth(look.px(1) + inked * look.px(2));
        outline.setVisible(done);
        select(column, fill);
        ghost(done ? column : null, edge);
        mark(done ? column : null);
    }

    private void hatch(double edge) {
        if (edge < canvas.getHeight()) {
            GraphicsContext g = canvas.getGraphicsContext2D();
            g.save();
            g.beginPath();
            g.rect(0, edge, canvas.getWidth(), canvas.getHeight() - edge);
            g.clip();
            Hatch.fill(g, canvas.getWidth(), canvas.getHeight(), look);
            g.restore();
        }
    }

    private void size(int count) {
        double ratio = look.pixelRatio();
        double cell = detailed ? look.px(DiagramBox.CELL) : HIGHEST * font;
        double height = count == 0 ? spot.height() : Math.min(spot.height(), count * cell);
        double w = Math.rint(spot.width() * ratio);
        double h = Math.rint(height * ratio);
        if (canvas.getWidth() != w || canvas.getHeight() != h || rows != count) {
            rows = count;
            canvas.setWidth(w);
            canvas.setHeight(h);
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

    private void ghost(@Nullable StripColumn column, double edge) {
        boolean seen = column != null && column.beside().ghost().length > 0;
        ghost.setVisible(seen);
        if (column == null || axis == null || !seen) {
            return;
        }
        double ratio = look.pixelRatio();
        double width = Math.max(2, Math.rint(canvas.getWidth() * GHOST));
        ghost.setWidth(width);
        ghost.setHeight(canvas.getHeight());
        double gap = look.px(GHOST_GAP);
        ghost.setLayoutX(
                ghostAtRight
                        ? canvas.getLayoutX() + canvas.getWidth() / ratio + gap
                        : canvas.getLayoutX() - gap - width / ratio);
        ghost.setLayoutY(canvas.getLayoutY());
        GraphicsContext g = ghost.getGraphicsContext2D();
        g.clearRect(0, 0, width, canvas.getHeight());
        new StripCells(g, axis, width, edge, look).paint(column.beside().ghost());
    }

    private void mark(@Nullable StripColumn column) {
        boolean seen = column != null && column.beside().isWindow();
        track.setVisible(seen);
        mark.setVisible(seen);
        if (column == null || !seen) {
            return;
        }
        double height = outline.getHeight();
        double from = column.beside().from() * height;
        bar(track, 0, height, look.palette().rule);
        bar(mark, from, Math.max(look.px(MARK), column.beside().to() * height - from), look.palette().text2);
    }

    private void bar(Rectangle bar, double from, double length, Color fill) {
        bar.setX(
                ghostAtRight
                        ? outline.getX() - look.px(2 * MARK)
                        : outline.getX() + outline.getWidth() + look.px(MARK));
        bar.setY(outline.getY() + Math.min(from, outline.getHeight() - length));
        bar.setWidth(look.px(MARK));
        bar.setHeight(length);
        bar.setFill(fill);
    }
}
