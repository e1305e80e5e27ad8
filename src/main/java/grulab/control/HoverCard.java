package grulab.control;

import grulab.model.CellType;
import grulab.model.Snapshot;
import java.util.List;
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
    /** A cell: of which map, unit and time. */
    record Cell(MapQuantity what, int unit, int t) {}

    private static final double WIDTH = 196;
    /** With no line of numbers. */
    private static final double BARE = 51;

    private static final double LINE = 19.5;
    private static final double FIRST = 45;
    private static final double AWAY = 12;
    private static final int GRADIENT_DIGITS = 3;
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
        if (s == null
                || at == null
                || s.snapshot() == null
                || !s.order().shows(at.unit)
                || !s.lanes().contains(at.what)) {
            show(false);
            return;
        }
        Look look = s.look();
        ColumnAxis c = s.columns();
        int row = s.order().rowOf(at.unit) - s.order().first();
        RowAxis rows = s.rows();
        double top = s.mapTop(at.what);
        double[] bounds = {c.x(at.t), top + rows.y(row), c.x(at.t) + c.column() - c.gap(), top + rows.y(row + 1)};
        outline(halo, bounds, look.px(5), look.palette().halo, look);
        outline(frame, bounds, look.px(2), look.palette().ink, look);
        double[] panel = {c.right() + s.frame().values(), s.frame().bottom() + look.px(14)};
        CardPlace place = CardPlace.of(bounds, cursor, panel, look.px(WIDTH), look.px(height(s)), look.px(AWAY));
        fill(s, s.snapshot(), at);
        if (place.beside()) {
            pointer(place, (bounds[1] + bounds[3]) / 2 - place.y(), height(s), look);
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
        double height = height(s);
        Rectangle outside = board(look, height, palette.halo, look.px(5));
        Rectangle board = board(look, height, palette.ink, look.px(1.6));
        String title = StackWords.fill(s.words().card(), at.unit + 1, at.t + 1, s.label(at.t));
        Group heading = Phrase.of(title, Fonts.semiBold(look.px(12.5)), palette.ink);
        heading.setLayoutX(look.px(12));
        heading.setLayoutY(look.px(21));
        Text hint = Lettering.text(s.words().cardHint(), Fonts.ui(look.px(11)), palette.text3);
        Lettering.left(hint, look.px(12), look.px(height - 8));
        card.getChildren().setAll(outside, board, heading, hint);
        List<MapQuantity> all = cells(s.cell());
        for (int i = 0; i < all.size(); i++) {
            value(snapshot, at, all.get(i), i % 2 == 0 ? 12 : 104, FIRST + LINE * (i / 2), look);
        }
        gradient(snapshot, at, height, look);
    }

    /** Two a line; what is made stands before what makes it. */
    private static List<MapQuantity> cells(CellType cell) {
        return switch (cell) {
            case GRU -> List.of(MapQuantity.CANDIDATE, MapQuantity.STATE, MapQuantity.UPDATE, MapQuantity.RESET);
            case LSTM, RNN -> MapQuantity.of(cell);
        };
    }

    private static double height(StackState s) {
        int lines = (cells(s.cell()).size() + 1) / 2;
        return BARE + LINE * (lines + (hasGradients(s.snapshot()) ? 1 : 0));
    }

    private static boolean hasGradients(@Nullable Snapshot snapshot) {
        return snapshot != null && !snapshot.trace().gradients().isEmpty();
    }

    /** How the loss depends on the number under the pointer. */
    private void gradient(Snapshot snapshot, Cell at, double height, Look look) {
        if (!snapshot.trace().gradients().containsKey(at.what.quantity)) {
            return;
        }
        double baseline = look.px(height - BARE + FIRST - LINE);
        GradientSymbol symbol = GradientSymbol.of(at.what, look.px(15), look.palette().loss);
        symbol.setLayoutX(look.px(12));
        symbol.setLayoutY(baseline);
        float[] all = snapshot.trace().gradient(at.what.quantity);
        double value = all[at.t * snapshot.trace().hidden() + at.unit];
        Text number = Lettering.text(
                Numbers.significant(value, GRADIENT_DIGITS), Fonts.mono(look.px(13)), look.palette().loss);
        number.setId("hover-gradient");
        Lettering.right(number, look.px(WIDTH - 21), baseline);
        card.getChildren().addAll(symbol, number);
    }

    private static Rectangle board(Look look, double height, Color stroke, double width) {
        Rectangle board = new Rectangle(look.px(WIDTH), look.px(height));
        board.setArcWidth(look.px(10));
        board.setArcHeight(look.px(10));
        board.setFill(look.palette().surface);
        board.setStroke(stroke);
        board.setStrokeWidth(width);
        return board;
    }

    private void value(Snapshot snapshot, Cell at, MapQuantity what, double x, double baseline, Look look) {
        boolean hovered = what == at.what;
        Symbol letter = what.letter(look.px(18), what.color(look.palette()));
        letter.setLayoutX(look.px(x));
        letter.setLayoutY(look.px(baseline));
        String printed = Numbers.fixed(snapshot.trace().at(what.quantity, at.t, at.unit), 3);
        Text number = Lettering.text(
                printed, hovered ? Fonts.monoBold(look.px(13)) : Fonts.mono(look.px(13)), look.palette().ink);
        Lettering.right(number, look.px(x + 71), look.px(baseline));
        card.getChildren().addAll(letter, number);
    }

    private void pointer(CardPlace place, double middle, double height, Look look) {
        double reach = look.px(7);
        double y = Math.max(2 * reach, Math.min(look.px(height) - 2 * reach, middle));
        double edge = place.rightOfCell() ? 0 : look.px(WIDTH);
        double tip = place.rightOfCell() ? -reach : look.px(WIDTH) + reach;
        Polygon triangle = new Polygon(edge, y - reach * 0.8, tip, y, edge, y + reach * 0.8);
        triangle.setFill(look.palette().ink);
        card.getChildren().add(triangle);
    }
}
