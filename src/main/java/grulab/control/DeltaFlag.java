package grulab.control;

import java.util.function.IntConsumer;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** A small flag at the first column that differs; a click goes there. */
final class DeltaFlag extends Pane implements TakesKeys {
    private final Rectangle pole = new Rectangle();
    private final Rectangle cloth = new Rectangle();
    private final Text text = new Text();
    private final IntConsumer act;
    private int t = -1;

    DeltaFlag(IntConsumer act) {
        this.act = act;
        setId("delta-first");
        setManaged(false);
        setFocusTraversable(true);
        setCursor(Cursor.HAND);
        setAccessibleRole(AccessibleRole.BUTTON);
        text.setMouseTransparent(true);
        getChildren().addAll(pole, cloth, text);
        setOnMouseClicked(e -> act.accept(t));
        setOnKeyPressed(e -> {
            if (takes(e.getCode())) {
                act.accept(t);
                e.consume();
            }
        });
    }

    @Override
    public boolean takes(KeyCode key) {
        return key == KeyCode.ENTER || key == KeyCode.SPACE;
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            act.accept(t);
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }

    void update(StackState s, @Nullable TwinDeltas deltas, ConventionWords words) {
        t = deltas == null ? -1 : deltas.difference().t();
        ColumnAxis c = s.columns();
        boolean seen = t >= 0 && c.x(t) > c.left() - c.column() && c.x(t) < c.right();
        setVisible(seen);
        if (!seen || deltas == null) {
            return;
        }
        Look look = s.look();
        double top = s.frame().text() + s.frame().textHeight();
        double room = s.frame().maps() - top;
        Lettering.style(text, Fonts.semiBold(look.px(11, 17)), look.palette().surface);
        text.setText(words.of("delta.first", t + 1));
        double width = Lettering.width(text) + look.px(10, 14);
        double height = room - look.px(5, 6);
        double line = look.px(2, 3);
        double column = c.column() - c.gap();
        boolean right = c.x(t) + column / 2 + width < c.right();
        pole.setX(right ? 0 : width - line);
        pole.setWidth(line);
        pole.setHeight(room);
        cloth.setWidth(width);
        cloth.setY(look.px(2));
        cloth.setHeight(height);
        for (Rectangle r : new Rectangle[] {pole, cloth}) {
            r.setFill(look.palette().ink);
        }
        Lettering.centre(text, width / 2, look.px(2) + height / 2 + look.px(4, 6));
        double middle = c.x(t) + column / 2;
        resizeRelocate(Math.rint(right ? middle - line / 2 : middle - width + line / 2), top, width, room);
        setAccessibleText(
                words.of("delta.first.spoken", t + 1, deltas.difference().unit() + 1));
    }
}
