package grulab.control;

import grulab.model.Snapshot;
import javafx.animation.PauseTransition;
import javafx.scene.Group;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The numbers of the cell under the pointer, on a card beside it. Comes after a moment, goes at once. */
final class HoverCard extends Pane {
    /** A cell: lane and unit and time. */
    record Cell(int lane, int unit, int t) {}

    private static final double WIDTH = 196;
    private static final double HEIGHT = 90;
    private static final double AWAY = 12;
    private static final Duration DELAY = Duration.millis(120);

    private final PauseTransition delay = new PauseTransition(DELAY);
    private final Rectangle halo = new Rectangle();
    private final Rectangle frame = new Rectangle();
    private final Group card = new Group();
    private @Nullable Cell cell;
    private @Nullable StackState state;
    private double[] cursor = {0, 0};

    HoverCard() {
        setMouseTransparent(true);
        setManaged(false);
        card.setId("hover-card");
        frame.setId("hover-cell");
        halo.setFill(null);
        frame.setFill(null);
        getChildren().addAll(halo, frame, card);
        show(false);
        delay.setOnFinished(e -> show(cell != null));
    }

    private void show(boolean visible) {
        halo.setVisible(visible);
        frame.setVisible(visible);
        card.setVisible(visible);
        if (visible) {
            draw();
        }
    }

    /** The pointer is over a cell, or, with null, over none. */
    void over(@Nullable Cell now, StackState s, StackCursor at) {
        boolean first = cell == null && now != null;
        cell = now;
        update(s, at);
        if (now == null) {
            delay.stop();
            show(false);
        } else if (first) {
            delay.playFromStart();
        }
    }

    /** Other numbers or another look under a pointer that rests. */
    void update(StackState s, StackCursor at) {
        state = s;
        cursor = new double[] {at.left(), at.right()};
        if (card.isVisible() && cell != null) {
            draw();
        }
    }

    private void draw() {
        StackState s = state;
        Cell at = cell;
        if (s == null || at == null || s.snapshot() == null || !s.order().shows(at.unit)) {
            show(false);
            return;
        }
        Look look = s.look();
        ColumnAxis c = s.columns();
        int row = s.order().rowOf(at.unit) - s.order().first();
        RowAxis rows = s.rows();
        double top = s.frame().mapTop(at.lane);
        double[] bounds = {c.x(at.t), top + rows.y(row), c.x(at.t) + c.column() - c.gap(), top + rows.y(row + 1)};
        outline(halo, bounds, look.px(5), look.palette().halo, look);
        outline(frame, bounds, look.px(2), look.palette().ink, look);
        double[] panel = {c.right() + s.frame().values(), s.frame().bottom() + look.px(14)};
        CardPlace place = CardPlace.of(bounds, cursor, panel, look.px(WIDTH), look.px(HEIGHT), look.px(AWAY));
        fill(s, s.snapshot(), at);
        if (place.beside()) {
            pointer(place, (bounds[1] + bounds[3]) / 2 - place.y(), look);
        }
        card.setTranslateX(place.x());
        card.setTranslateY(place.y());
    }

    private static void outline(Rectangle r, double[] bounds, double width, Color color, Look look) {
        double out = look.px(1.5);
        r.setX(bounds[0] - out);
        r.setY(bounds[1] - out);
        r.setWidth(bounds[2] - bounds[0] + 2 * out);
        r.setHeight(bounds[3] - bounds[1] + 2 * out);
        r.setStroke(color);
        r.setStrokeWidth(width);
        r.setArcWidth(look.px(2));
        r.setArcHeight(look.px(2));
    }

    private void fill(StackState s, Snapshot snapshot, Cell at) {
        Look look = s.look();
        Palette palette = look.palette();
        Rectangle outside = board(look, palette.halo, look.px(5));
        Rectangle board = board(look, palette.ink, look.px(1.6));
        String title = StackWords.fill(s.words().card(), at.unit + 1, at.t + 1, s.label(at.t));
        Group heading = Phrase.of(title, Fonts.semiBold(look.px(12.5)), palette.ink);
        heading.setLayoutX(look.px(12));
        heading.setLayoutY(look.px(21));
        Text hint = Lettering.text(s.words().cardHint(), Fonts.ui(look.px(11)), palette.text3);
        Lettering.left(hint, look.px(12), look.px(82));
        card.getChildren().setAll(outside, board, heading, hint);
        value(snapshot, at, MapQuantity.CANDIDATE, 12, 45, look);
        value(snapshot, at, MapQuantity.STATE, 104, 45, look);
        value(snapshot, at, MapQuantity.UPDATE, 12, 64.5, look);
        value(snapshot, at, MapQuantity.RESET, 104, 64.5, look);
    }

    private static Rectangle board(Look look, Color stroke, double width) {
        Rectangle board = new Rectangle(look.px(WIDTH), look.px(HEIGHT));
        board.setArcWidth(look.px(10));
        board.setArcHeight(look.px(10));
        board.setFill(look.palette().surface);
        board.setStroke(stroke);
        board.setStrokeWidth(width);
        return board;
    }

    private void value(Snapshot snapshot, Cell at, MapQuantity what, double x, double baseline, Look look) {
        boolean hovered = what.ordinal() == at.lane;
        Symbol letter = what.letter(look.px(18), look.palette());
        letter.setLayoutX(look.px(x));
        letter.setLayoutY(look.px(baseline));
        String printed = Numbers.fixed(snapshot.trace().at(what.quantity, at.t, at.unit), 3);
        Text number = Lettering.text(
                printed, hovered ? Fonts.monoBold(look.px(13)) : Fonts.mono(look.px(13)), look.palette().ink);
        Lettering.right(number, look.px(x + 71), look.px(baseline));
        card.getChildren().addAll(letter, number);
    }

    private void pointer(CardPlace place, double middle, Look look) {
        double reach = look.px(7);
        double y = Math.max(2 * reach, Math.min(look.px(HEIGHT) - 2 * reach, middle));
        double edge = place.rightOfCell() ? 0 : look.px(WIDTH);
        double tip = place.rightOfCell() ? -reach : look.px(WIDTH) + reach;
        Polygon triangle = new Polygon(edge, y - reach * 0.8, tip, y, edge, y + reach * 0.8);
        triangle.setFill(look.palette().ink);
        card.getChildren().add(triangle);
    }
}
