package grulab.control;

import javafx.animation.PauseTransition;
import javafx.scene.Group;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** |Δh| of the cell under the pointer, on a card beside it. Comes after a moment, goes at once. */
final class DeltaCard extends Pane {
    private static final double WIDTH = 176;
    private static final double HEIGHT = 56;
    private static final double AWAY = 12;
    private static final Duration DELAY = Duration.millis(120);

    private final PauseTransition delay = new PauseTransition(DELAY);
    private final Rectangle halo = new Rectangle();
    private final Rectangle frame = new Rectangle();
    private final Group card = new Group();
    private int t = -1;
    private int unit = -1;

    DeltaCard() {
        setMouseTransparent(true);
        setManaged(false);
        card.setId("delta-card");
        halo.setFill(null);
        frame.setFill(null);
        getChildren().addAll(halo, frame, card);
        delay.setOnFinished(e -> show(t >= 0));
        show(false);
    }

    private void show(boolean visible) {
        getChildren().forEach(c -> c.setVisible(visible));
    }

    /** The pointer is over a cell, or, with −1, over none. */
    void over(int step, int row) {
        boolean first = t < 0 && step >= 0;
        t = step;
        unit = row;
        if (step < 0) {
            delay.stop();
            show(false);
        } else if (first) {
            delay.playFromStart();
        }
    }

    /** Other numbers, or another cell. */
    void update(StackState s, @Nullable TwinDeltas deltas, StackCursor cursor, ConventionWords words) {
        if (deltas == null
                || t < 0
                || t >= deltas.steps()
                || unit >= deltas.hidden()
                || !s.order().shows(unit)) {
            over(-1, -1);
            return;
        }
        Look look = s.look();
        ColumnAxis c = s.columns();
        int row = s.order().rowOf(unit) - s.order().first();
        double top = s.frame().maps();
        double[] cell = {
            c.x(t),
            top + s.rows().y(row),
            c.x(t) + c.column() - c.gap(),
            top + s.rows().y(row + 1)
        };
        outline(halo, cell, look.px(5), look.palette().halo, look);
        outline(frame, cell, look.px(2), look.palette().ink, look);
        double[] panel = {c.right() + s.frame().values(), s.frame().bottom() + look.px(10)};
        CardPlace place = CardPlace.of(
                cell,
                new double[] {cursor.left(), cursor.right()},
                panel,
                look.px(WIDTH),
                look.px(HEIGHT),
                look.px(AWAY));
        card.setTranslateX(place.x());
        card.setTranslateY(place.y());
        fill(s, deltas.at(t, unit), words);
    }

    private static void outline(Rectangle r, double[] cell, double width, Color color, Look look) {
        double out = look.px(1.5);
        r.setX(cell[0] - out);
        r.setY(cell[1] - out);
        r.setWidth(cell[2] - cell[0] + 2 * out);
        r.setHeight(cell[3] - cell[1] + 2 * out);
        r.setStroke(color);
        r.setStrokeWidth(width);
    }

    private void fill(StackState s, double value, ConventionWords words) {
        Look look = s.look();
        Palette palette = look.palette();
        String title = words.of("delta.card", unit + 1, t + 1, s.label(t));
        Group heading = Phrase.of(title, Fonts.semiBold(look.px(12.5)), palette.ink);
        heading.setLayoutX(look.px(12));
        heading.setLayoutY(look.px(21));
        TexNode symbol = new TexNode(FormulaText.EMPTY.ink("|\\Delta").h("h_t").ink("|"), 15);
        symbol.look(look);
        symbol.resizeRelocate(
                look.px(12), look.px(43) - symbol.getBaselineOffset(), symbol.prefWidth(-1), symbol.prefHeight(-1));
        Text number = Lettering.text(
                value != 0 && value < 0.0005 ? Numbers.brief(value) : Numbers.fixed(value, 3),
                Fonts.monoBold(look.px(13)),
                palette.ink);
        number.setId("delta-card-value");
        Lettering.left(number, look.px(60), look.px(43));
        card.getChildren()
                .setAll(
                        board(look, palette.halo, look.px(5)),
                        board(look, palette.ink, look.px(1.6)),
                        heading,
                        symbol,
                        number);
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
}
