package grulab.control;

import javafx.scene.Group;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeType;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** The one cursor over everything that has columns: a frame, and the character in it inverted. Moved, not painted. */
final class StackCursor extends Pane {
    private final Rectangle halo = new Rectangle();
    private final Rectangle frame = new Rectangle();
    private final Rectangle cell = new Rectangle();
    private final Group character = new Group();

    StackCursor() {
        setId("stack-cursor");
        setMouseTransparent(true);
        setManaged(false);
        for (Rectangle r : new Rectangle[] {halo, frame}) {
            r.setFill(null);
            r.setStrokeType(StrokeType.CENTERED);
        }
        getChildren().addAll(halo, frame, cell, character);
    }

    void build(StackState s) {
        Look look = s.look();
        ColumnAxis c = s.columns();
        double top = s.frame().text() - 1;
        for (Rectangle r : new Rectangle[] {halo, frame}) {
            r.setX(-1.5);
            r.setY(top);
            r.setWidth(c.column() + 2 - (1 - c.gap()));
            r.setHeight(s.frame().bottom() + 1.5 - top);
        }
        halo.setStroke(look.palette().halo);
        halo.setStrokeWidth(look.px(5, 7));
        frame.setStroke(look.palette().ink);
        frame.setStrokeWidth(look.px(2, 3));
        cell.setFill(look.palette().ink);
        cell.setY(s.frame().text());
        cell.setWidth(c.column() - c.gap());
        cell.setHeight(s.frame().textHeight());
        move(s);
    }

    void move(StackState s) {
        ColumnAxis c = s.columns();
        Text text = TextStrip.character(s, s.label(s.t()), (c.column() - c.gap()) / 2);
        text.setFill(s.look().palette().surface);
        text.setFont(Font.font("JetBrains Mono", FontWeight.BOLD, text.getFont().getSize()));
        character.getChildren().setAll(text);
        setTranslateX(c.x(s.t()));
        setVisible(s.passage() != null);
    }

    /** Left and right edge of what it covers, its halo with it. */
    double left() {
        return getTranslateX() + frame.getX() - halo.getStrokeWidth() / 2;
    }

    double right() {
        return getTranslateX() + frame.getX() + frame.getWidth() + halo.getStrokeWidth() / 2;
    }
}
