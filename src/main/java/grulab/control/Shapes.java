package grulab.control;

import javafx.scene.paint.Color;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;

/** Lines and pointers on axes. */
final class Shapes {
    private Shapes() {}

    /** A bar or a line, which the pointer does not feel. */
    static Rectangle line(double x, double y, double width, double height, Color color) {
        Rectangle line = new Rectangle(x, y, width, height);
        line.setFill(color);
        line.setMouseTransparent(true);
        return line;
    }

    /** A triangle that stands on its tip. */
    static Polygon triangle(double tipX, double tipY, double half, double height, Color color) {
        Polygon triangle = new Polygon(tipX - half, tipY - height, tipX + half, tipY - height, tipX, tipY);
        triangle.setFill(color);
        return triangle;
    }
}
