package grulab.control;

import javafx.animation.PauseTransition;
import javafx.scene.Group;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;

/** A frame around the cell under the pointer, and a card beside it. Comes after a moment, goes at once. */
abstract class CellCard extends Pane {
    private static final double AWAY = 12;
    private static final Duration DELAY = Duration.millis(120);

    final Group card = new Group();
    private final PauseTransition delay = new PauseTransition(DELAY);
    private final Rectangle halo = new Rectangle();
    private final Rectangle frame = new Rectangle();
    private final double width;

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

    /** Draws frame and card from what is known now; hides them if there is nothing to show. */
    abstract void draw();

    final void come() {
        delay.playFromStart();
    }

    final void go() {
        delay.stop();
        show(false);
    }

    final boolean isShown() {
        return card.isVisible();
    }

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
    final CardPlace beside(StackState s, double[] cursor, double top, int t, int unit, double height) {
        Look look = s.look();
        double[] cell = cell(s, top, t, unit);
        outline(halo, cell, look.px(5), look.palette().halo, look);
        outline(frame, cell, look.px(2), look.palette().ink, look);
        double[] panel = {s.columns().right() + s.frame().values(), s.frame().bottom() + look.px(14)};
        CardPlace place = CardPlace.of(cell, cursor, panel, look.px(width), look.px(height), look.px(AWAY));
        card.setTranslateX(place.x());
        card.setTranslateY(place.y());
        return place;
    }

    /** @return left, top, right, bottom */
    static double[] cell(StackState s, double top, int t, int unit) {
        ColumnAxis c = s.columns();
        int row = s.order().rowOf(unit) - s.order().first();
        return new double[] {
            c.x(t),
            top + s.rows().y(row),
            c.x(t) + c.column() - c.gap(),
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
