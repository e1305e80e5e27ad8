package grulab.control;

import javafx.scene.Group;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** The selected row of a map: a line above and below, and in the gutter its unit with a triangle. */
final class RowMark extends Group {
    private final Rectangle above = new Rectangle();
    private final Rectangle below = new Rectangle();
    private final Polygon triangle = new Polygon();
    private final Text unit = new Text();

    RowMark() {
        setMouseTransparent(true);
        getChildren().addAll(above, below, unit, triangle);
    }

    void build(double gutter, Look look) {
        Palette palette = look.palette();
        Lettering.style(unit, Fonts.monoBold(look.px(13.5, 19)), palette.ink);
        above.setFill(palette.ink);
        below.setFill(palette.ink);
        triangle.setFill(palette.ink);
        double tip = gutter - look.px(2.5);
        double half = look.px(4.8, 6.5);
        triangle.getPoints().setAll(tip - 1.9 * half, -half, tip, 0.0, tip - 1.9 * half, half);
    }

    /** @param row of the window, from 0 */
    void place(StackState s, int row) {
        Look look = s.look();
        RowAxis rows = s.rows();
        double middle = rows.middle(row);
        double line = look.px(1.5, 2);
        place(above, s.columns(), rows.y(row) - line, line);
        place(below, s.columns(), rows.y(row + 1), line);
        unit.setText(Integer.toString(s.unit() + 1));
        Lettering.right(unit, s.frame().gutter() - look.px(15, 17.5), middle + look.px(4.7, 6.6));
        triangle.setLayoutY(middle);
    }

    private static void place(Rectangle line, ColumnAxis c, double y, double height) {
        line.setX(c.left());
        line.setWidth(c.width());
        line.setY(y);
        line.setHeight(height);
    }

    /** Where the unit's number begins. */
    double left() {
        return unit.getX();
    }
}
