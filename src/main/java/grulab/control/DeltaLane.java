package grulab.control;

import java.util.List;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** |Δh| as a map, with what stands left and right of it; where nothing differs, a sentence on it. */
final class DeltaLane extends UnitLane {
    private final TexNode symbol =
            new TexNode(FormulaText.EMPTY.ink("|\\Delta").h("h_t").ink("|"), 22);
    private final Rectangle board = new Rectangle();
    private final Text sentence = new Text();

    DeltaLane() {
        super("delta-map-cells", "delta-value");
        sentence.setId("delta-sentence");
        symbol.setManaged(false);
        for (var node : List.of(symbol, board, sentence)) {
            node.setMouseTransparent(true);
            getChildren().add(node);
        }
    }

    void build(StackState s) {
        Look look = s.look();
        symbol.look(look);
        symbol.size(look.px(22, 30));
        symbol.resizeRelocate(look.px(16, 20), look.px(3), symbol.prefWidth(-1), symbol.prefHeight(-1));
        style(s, look.palette().ink);
    }

    /** Draws what has changed since the last time. */
    void update(StackState s, @Nullable TwinDeltas deltas, String says, ConventionWords words) {
        if (takes(s, deltas == null ? null : deltas.difference())) {
            if (deltas == null) {
                map.forget();
            } else {
                map.values(deltas.shares(), deltas.steps(), s.order(), s.look().palette().gates, true);
            }
        }
        paint(s);
        captions(s, select(s, deltas == null ? "" : TwinDeltas.print(deltas.at(s.t(), s.unit())), 5));
        setAccessibleText(words.of(
                "delta.spoken.map",
                s.unit() + 1,
                s.t() + 1,
                s.label(s.t()),
                deltas == null ? words.of("delta.spoken.empty") : value.getText()));
        say(s, deltas != null && deltas.difference().equal() ? says : "");
    }

    /** The selected unit's number comes first: what would run into it is left out. */
    private void captions(StackState s, double middle) {
        Look look = s.look();
        boolean shown = mark.isVisible();
        double near = look.px(14, 20);
        double symbolEnd = symbol.getLayoutX() + symbol.getWidth() + look.px(4);
        top.setVisible(shown && middle > near && top.getX() > symbolEnd);
        bottom.setVisible(
                shown && middle < s.frame().mapHeight() - near && s.order().count() > 1);
        boolean runsInto = shown && middle < symbol.getLayoutY() + symbol.getHeight() + look.px(8, 12);
        symbol.setVisible(!runsInto || mark.left() > symbolEnd);
    }

    private void say(StackState s, String says) {
        Look look = s.look();
        boolean any = !says.isEmpty();
        sentence.setVisible(any);
        board.setVisible(any);
        if (!any) {
            return;
        }
        Lettering.style(sentence, Fonts.ui(look.px(15, 22)), look.palette().ink);
        sentence.setText(says);
        double room = s.columns().width() - look.px(40);
        if (Lettering.width(sentence) > room) {
            sentence.setFont(Fonts.ui(look.px(15, 22) * Math.max(0.8, room / Lettering.width(sentence))));
        }
        double width = Lettering.width(sentence) + look.px(28, 36);
        double height = look.px(32, 44);
        double x = free(s, width);
        double y = beside(s, height);
        Lettering.centre(sentence, x, y + look.px(5, 7.5));
        board.setX(x - width / 2);
        board.setY(y - height / 2);
        board.setWidth(width);
        board.setHeight(height);
        board.setArcWidth(look.px(12));
        board.setArcHeight(look.px(12));
        board.setFill(look.palette().surface);
        board.setStroke(look.palette().border);
        setAccessibleText(says + " " + getAccessibleText());
    }

    /** The middle of the map, or, if the cursor is there, of the wider side of it. */
    private static double free(StackState s, double width) {
        ColumnAxis c = s.columns();
        double middle = c.left() + c.width() / 2;
        double cursor = c.x(s.t()) + c.column() / 2;
        double away = width / 2 + c.column() / 2 + s.look().px(10);
        if (Math.abs(middle - cursor) >= away) {
            return middle;
        }
        return cursor > middle ? cursor - away : cursor + away;
    }

    /** The middle of the map, or, if the selected row is there, of the higher side of it. */
    private static double beside(StackState s, double height) {
        double whole = s.frame().mapHeight();
        if (!s.order().shows(s.unit())) {
            return whole / 2;
        }
        int row = s.order().rowOf(s.unit()) - s.order().first();
        double top = s.rows().y(row);
        double bottom = s.rows().y(row + 1);
        boolean clear = bottom < (whole - height) / 2 || top > (whole + height) / 2;
        return clear ? whole / 2 : top > whole - bottom ? top / 2 : (bottom + whole) / 2;
    }
}
