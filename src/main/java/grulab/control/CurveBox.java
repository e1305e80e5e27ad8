package grulab.control;

import grulab.model.arithmetic.Curve;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** A squashing curve in a box, with the point on it at which a line arrives. */
final class CurveBox extends Region {
    private static final int POINTS = 48;

    private final Group drawing = new Group();
    private Curve curve = Curve.SIGMOID;
    private double sum;
    private double reach = 3;
    private Ink ink = Ink.INK;
    private Look look = Look.STANDARD;

    CurveBox() {
        drawing.setManaged(false);
        setMouseTransparent(true);
        getChildren().add(drawing);
    }

    /**
     * @param newSum what goes through the curve
     * @param newReach the box shows −reach … reach
     */
    void show(Curve newCurve, double newSum, double newReach, Ink newInk, Look newLook) {
        curve = newCurve;
        sum = newSum;
        reach = newReach;
        ink = newInk;
        look = newLook;
        draw();
    }

    double x(double value) {
        return 1 + (getWidth() - 2) * (Math.max(-reach, Math.min(reach, value)) + reach) / (2 * reach);
    }

    double y(double value) {
        double low = curve == Curve.SIGMOID ? 0 : -1;
        double pad = look.px(3);
        return getHeight() - pad - (getHeight() - 2 * pad) * (value - low) / (1 - low);
    }

    double squashed(double value) {
        return curve == Curve.SIGMOID ? 1 / (1 + Math.exp(-value)) : Math.tanh(value);
    }

    private void draw() {
        drawing.getChildren().clear();
        if (getWidth() <= 0 || !Double.isFinite(sum)) {
            return;
        }
        Palette palette = look.palette();
        Rectangle box = new Rectangle(0.5, 0.5, getWidth() - 1, getHeight() - 1);
        box.setFill(Color.TRANSPARENT);
        box.setStroke(palette.rule);
        Polyline line = new Polyline();
        for (int i = 0; i <= POINTS; i++) {
            double at = -reach + 2 * reach * i / POINTS;
            line.getPoints().addAll(x(at), y(squashed(at)));
        }
        line.setStroke(palette.text3);
        line.setStrokeWidth(look.px(1.6));
        Text name = Lettering.text(curve == Curve.SIGMOID ? "σ" : "tanh", Fonts.ui(look.px(12, 18)), palette.text2);
        Lettering.left(name, look.px(6), look.px(14, 20));
        Color color = ink.in(palette);
        double px = x(sum);
        double py = y(squashed(sum));
        Circle point = new Circle(px, py, look.px(4.5, 6), color);
        drawing.getChildren()
                .addAll(box, line, name, dashed(px, py, px, getHeight(), color), dashed(px, py, getWidth(), py, color));
        drawing.getChildren().add(point);
    }

    private Line dashed(double x1, double y1, double x2, double y2, Color color) {
        Line line = new Line(x1, y1, x2, y2);
        line.setStroke(color);
        line.setStrokeWidth(look.px(1.5));
        line.getStrokeDashArray().setAll(look.px(3), look.px(2.5));
        return line;
    }

    @Override
    protected void layoutChildren() {
        draw();
    }
}
