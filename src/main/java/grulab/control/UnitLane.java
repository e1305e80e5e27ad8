package grulab.control;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** A map of units with what every one has left and right of it: numbers of units, the selected unit and its value. */
abstract class UnitLane extends Pane implements Framed {
    final HeatMap map = new HeatMap();
    final RowMark mark = new RowMark();
    final Text top = new Text();
    final Text bottom = new Text();
    final Text value = new Text();
    private final MapOutline outline = new MapOutline();
    private @Nullable Object taken;
    private @Nullable UnitOrder takenOrder;
    private @Nullable Palette takenPalette;
    private List<?> painted = List.of();

    UnitLane(String id, String valueId) {
        setId(id);
        value.setId(valueId);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().addAll(map, outline, mark, top, bottom, value);
    }

    @Override
    public final Rectangle framed() {
        return outline.whole;
    }

    /** Sizes and colours; the map is to be painted then. */
    final void style(StackState s, Color color) {
        Look look = s.look();
        Lettering.style(top, Fonts.mono(look.px(11, 17)), look.palette().text3);
        Lettering.style(bottom, Fonts.mono(look.px(11, 17)), look.palette().text3);
        Lettering.style(value, Fonts.monoBold(look.px(13.5, 20)), color);
        mark.build(s.frame().gutter(), look);
        map.setLayoutX(s.columns().left());
        painted = List.of();
    }

    /** Whether the map has to take in numbers: other ones than before, or in another order or other colours. */
    final boolean takes(StackState s, @Nullable Object numbers) {
        Palette palette = s.look().palette();
        if (taken == numbers && s.order().equals(takenOrder) && takenPalette == palette) {
            return false;
        }
        taken = numbers;
        takenOrder = s.order();
        takenPalette = palette;
        painted = List.of();
        return true;
    }

    /** Paints what has changed since the last time. */
    final void paint(StackState s) {
        List<?> now = List.of(s.rows(), s.columns(), s.order().first(), s.look(), s.frame());
        if (!now.equals(painted)) {
            map.paint(s.columns(), s.rows(), s.order().first(), s.frame().overview(), s.look());
            outline.place(s);
            outline.setVisible(s.passage() != null);
            painted = now;
        }
    }

    /**
     * Marks the selected unit if its row is seen.
     *
     * @param printed the selected value
     * @param away how far it stands from the columns in projector mode, where all units are in the map
     * @return the middle of the row
     */
    final double select(StackState s, String printed, double away) {
        Look look = s.look();
        UnitOrder order = s.order();
        boolean known = s.passage() != null;
        boolean shown = known && order.shows(s.unit());
        int row = shown ? order.rowOf(s.unit()) - order.first() : 0;
        double middle = s.rows().middle(row);
        mark.setVisible(shown);
        mark.place(s, row);
        value.setVisible(known);
        value.setText(printed);
        boolean window = s.frame().overview() > 0;
        double from = window ? look.px(HeatMap.OVERVIEW_GAP + 13) : look.px(5, away);
        Lettering.left(value, s.columns().right() + from, middle + look.px(4.7, 6.6));
        double right = s.frame().gutter() - look.px(6.5);
        top.setText(Integer.toString(order.unitAt(order.first()) + 1));
        Lettering.right(top, right, look.px(9.5, 13));
        bottom.setText(Integer.toString(order.unitAt(order.first() + order.count() - 1) + 1));
        Lettering.right(bottom, right, s.frame().mapHeight() - look.px(1.5));
        return middle;
    }
}
