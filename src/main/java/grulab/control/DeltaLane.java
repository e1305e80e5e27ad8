package grulab.control;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** |Δh| as a map, with what stands left and right of it; where nothing differs, a sentence on it. */
final class DeltaLane extends Pane implements Framed {
    private final HeatMap map = new HeatMap();
    private final MapOutline outline = new MapOutline();
    private final RowMark mark = new RowMark();
    private final TexNode symbol =
            new TexNode(FormulaText.EMPTY.ink("|\\Delta").h("h_t").ink("|"), 22);
    private final Text top = new Text();
    private final Text bottom = new Text();
    private final Text value = new Text();
    private final Rectangle board = new Rectangle();
    private final Text sentence = new Text();
    private List<?> taken = List.of();
    private List<?> painted = List.of();

    DeltaLane() {
        setId("delta-map-cells");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        value.setId("delta-value");
        sentence.setId("delta-sentence");
        for (var node : List.of(symbol, top, bottom, value, board, sentence)) {
            node.setMouseTransparent(true);
        }
        symbol.setManaged(false);
        getChildren().addAll(map, outline, mark, symbol, top, bottom, value, board, sentence);
    }

    @Override
    public Rectangle framed() {
        return outline.whole;
    }

    void build(StackState s) {
        Look look = s.look();
        Palette palette = look.palette();
        symbol.look(look);
        symbol.size(look.px(22, 30));
        symbol.resizeRelocate(look.px(16, 20), look.px(3), symbol.prefWidth(-1), symbol.prefHeight(-1));
        Lettering.style(top, Fonts.mono(look.px(11, 17)), palette.text3);
        Lettering.style(bottom, Fonts.mono(look.px(11, 17)), palette.text3);
        Lettering.style(value, Fonts.monoBold(look.px(13.5, 20)), palette.ink);
        mark.build(s.frame().gutter(), look);
        map.setLayoutX(s.columns().left());
        painted = List.of();
    }

    /** Draws what has changed since the last time. */
    void update(StackState s, @Nullable TwinDeltas deltas, String says, ConventionWords words) {
        Palette palette = s.look().palette();
        List<?> numbers = deltas == null ? List.of() : List.of(deltas.difference(), s.order(), palette);
        if (deltas == null) {
            map.forget();
        } else if (!numbers.equals(taken)) {
            map.values(deltas.shares(), deltas.steps(), s.order(), palette.gates, true);
        }
        List<?> now = List.of(s.rows(), s.columns(), s.order().first(), s.look(), s.frame(), numbers);
        if (!now.equals(painted)) {
            map.paint(s.columns(), s.rows(), s.order().first(), s.frame().overview(), s.look());
            outline.place(s);
        }
        taken = numbers;
        painted = now;
        outline.setVisible(deltas != null);
        select(s, deltas, words);
        say(s, deltas != null && deltas.difference().equal() ? says : "");
    }

    private void select(StackState s, @Nullable TwinDeltas deltas, ConventionWords words) {
        Look look = s.look();
        UnitOrder order = s.order();
        boolean shown = deltas != null && order.shows(s.unit());
        int row = shown ? order.rowOf(s.unit()) - order.first() : 0;
        double middle = s.rows().middle(row);
        mark.setVisible(shown);
        mark.place(s, row);
        value.setVisible(deltas != null);
        value.setText(deltas == null ? "" : TwinDeltas.print(deltas.at(s.t(), s.unit())));
        double from = s.frame().overview() > 0 ? HeatMap.OVERVIEW_GAP + 13 : 5;
        Lettering.left(value, s.columns().right() + look.px(from), middle + look.px(4.7, 6.6));
        double right = s.frame().gutter() - look.px(6.5);
        double height = s.frame().mapHeight();
        top.setText(Integer.toString(order.unitAt(order.first()) + 1));
        Lettering.right(top, right, look.px(9.5, 13));
        bottom.setText(Integer.toString(order.unitAt(order.first() + order.count() - 1) + 1));
        Lettering.right(bottom, right, height - look.px(1.5));
        double near = look.px(14, 20);
        double symbolEnd = symbol.getLayoutX() + symbol.getWidth() + look.px(4);
        top.setVisible(shown && middle > near && top.getX() > symbolEnd);
        bottom.setVisible(shown && middle < height - near && order.count() > 1);
        boolean runsInto = shown && middle < symbol.getLayoutY() + symbol.getHeight() + look.px(8, 12);
        symbol.setVisible(!runsInto || mark.left() > symbolEnd);
        setAccessibleText(words.of(
                "delta.spoken.map",
                s.unit() + 1,
                s.t() + 1,
                s.label(s.t()),
                deltas == null ? words.of("delta.spoken.empty") : value.getText()));
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
