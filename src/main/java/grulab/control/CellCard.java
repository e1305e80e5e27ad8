package grulab.control;

import javafx.animation.PauseTransition;
import javafx.scene.Group;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** A frame around the cell under the pointer, and a card beside it. Comes after a moment, goes at once. */
abstract class CellCard extends Pane {
    /** A cell: of which map, unit and time. */
    record Cell(MapQuantity what, int unit, int t) {}

    private static final double AWAY = 12;
    private static final Duration DELAY = Duration.millis(120);

    final Group card = new Group();
    private final PauseTransition delay = new PauseTransition(DELAY);
    private final Rectangle halo = new Rectangle();
    private final Rectangle frame = new Rectangle();
    private final double width;
    private @Nullable Cell cell;
    private @Nullable StackState state;
    private double[] cursor = {0, 0};

    /** @param width of the card, of the design */
    CellCard(String id, double width) {
        this.width = width;
        setMouseTransparent(true);
        setManaged(false);
        card.setId(id);
        frame.setId(id + "-cell");
        halo.setFill(null);
        frame.setFill(null);
        getChildren().addAll(halo, frame, card);
        show(false);
        delay.setOnFinished(e -> show(true));
    }

    /** The pointer is over a cell, or, with null, over none. */
    final void over(@Nullable Cell now) {
        boolean first = cell == null && now != null;
        cell = now;
        if (now == null) {
            delay.stop();
            show(false);
        } else if (first) {
            delay.playFromStart();
        } else {
            drawAgain();
        }
    }

    /** Other numbers or another look under a pointer that rests. */
    final void update(StackState s, StackCursor at) {
        state = s;
        cursor = new double[] {at.left(), at.right()};
        drawAgain();
    }

    private void drawAgain() {
        if (card.isVisible()) {
            draw();
        }
    }

    private void draw() {
        StackState s = state;
        Cell at = cell;
        if (s == null || at == null || !seen(s, at) || !draw(s, at)) {
            over(null);
        }
    }

    private static boolean seen(StackState s, Cell at) {
        return at.t < s.labels().size()
                && at.unit < s.order().size()
                && s.order().shows(at.unit);
    }

    /**
     * Draws frame and card.
     *
     * @param at one of the cells that are seen
     * @return false if nothing is known of it
     */
    abstract boolean draw(StackState s, Cell at);

    private void show(boolean visible) {
        getChildren().forEach(c -> c.setVisible(visible));
        if (visible) {
            draw();
        }
    }

    /**
     * Frames a cell, and finds the card a place beside it, clear of the cursor.
     *
     * @param top of the map that the cell is in
     * @param height of the card, of the design
     */
    final CardPlace beside(StackState s, double top, Cell at, double height) {
        Look look = s.look();
        double[] cell = bounds(s, top, at);
        outline(halo, cell, look.px(5), look.palette().halo, look);
        outline(frame, cell, look.px(2), look.palette().ink, look);
        double[] panel = {s.columns().right() + s.frame().values(), s.frame().bottom() + look.px(14)};
        CardPlace place = CardPlace.of(cell, cursor, panel, look.px(width), look.px(height), look.px(AWAY));
        card.setTranslateX(place.x());
        card.setTranslateY(place.y());
        return place;
    }

    /** @return left, top, right, bottom */
    static double[] bounds(StackState s, double top, Cell at) {
        ColumnAxis c = s.columns();
        int row = s.order().rowOf(at.unit) - s.order().first();
        return new double[] {
            c.x(at.t),
            top + s.rows().y(row),
            c.x(at.t) + c.column() - c.gap(),
            top + s.rows().y(row + 1)
        };
    }

    private static void outline(Rectangle r, double[] cell, double line, Color color, Look look) {
        double out = look.px(1.5);
        r.setX(cell[0] - out);
        r.setY(cell[1] - out);
        r.setWidth(cell[2] - cell[0] + 2 * out);
        r.setHeight(cell[3] - cell[1] + 2 * out);
        r.setStroke(color);
        r.setStrokeWidth(line);
        r.setArcWidth(look.px(2));
        r.setArcHeight(look.px(2));
    }

    /** The ground of the card, with its edge. */
    final Group board(Look look, double height) {
        return new Group(
                board(look, height, look.palette().halo, look.px(5)),
                board(look, height, look.palette().ink, look.px(1.6)));
    }

    private Rectangle board(Look look, double height, Color stroke, double line) {
        Rectangle board = new Rectangle(look.px(width), look.px(height));
        board.setArcWidth(look.px(10));
        board.setArcHeight(look.px(10));
        board.setFill(look.palette().surface);
        board.setStroke(stroke);
        board.setStrokeWidth(line);
        return board;
    }
}
