package grulab.control;

import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Text;

/**
 * The result of a line, and at its right whether a second computation agrees. Its baseline is at y 0, its right end at
 * x 0.
 */
final class ResultMark extends Region {
    /** What stands behind a result: strokes as points in units of its height, right and up. */
    enum Sign {
        NONE(""),
        RIGHT("0 .55 .35 .2 .95 .95"),
        WRONG("0 .8 .8 0|0 0 .8 .8"),
        UNEQUAL("0 .25 .8 .25|0 .6 .8 .6|.2 0 .6 .85");

        private final String strokes;

        Sign(String strokes) {
            this.strokes = strokes;
        }
    }

    private final Text equals = new Text("= ");
    private final Text number = new Text();
    private final Path sign = new Path();
    private double size;

    ResultMark(String id) {
        number.setId(id);
        number.setManaged(false);
        sign.setId(id + "-sign");
        sign.setManaged(false);
        sign.setFill(Color.TRANSPARENT);
        sign.setStrokeLineCap(StrokeLineCap.ROUND);
        sign.setStrokeLineJoin(StrokeLineJoin.ROUND);
        sign.setMouseTransparent(true);
        equals.setManaged(false);
        equals.setVisible(false);
        getChildren().addAll(equals, number, sign);
    }

    /** @param newSize of the number; the sign is in proportion to it */
    void show(String text, Sign kind, double newSize, Color ink, Palette palette) {
        size = newSize;
        number.setText(text);
        number.setFont(Fonts.monoBold(size));
        number.setFill(kind == Sign.WRONG ? palette.bad : ink);
        number.setX(-signRoom() - number.getLayoutBounds().getWidth());
        sign.setStroke(kind == Sign.WRONG ? palette.bad : palette.ink);
        double unit = size * 0.5;
        sign.setStrokeWidth(unit * 0.18);
        sign.getElements().clear();
        if (!kind.strokes.isEmpty()) {
            for (String stroke : kind.strokes.split("\\|")) {
                draw(stroke.split(" "), unit);
            }
        }
        sign.setLayoutX(-unit);
        sign.setLayoutY(-0.05 * size);
    }

    /** Ties the number to the line above it. */
    void equation(boolean tied, Palette palette) {
        equals.setVisible(tied);
        equals.setFont(number.getFont());
        equals.setFill(palette.ink);
        equals.setX(number.getX() - equals.getLayoutBounds().getWidth());
    }

    private void draw(String[] points, double unit) {
        for (int i = 0; i < points.length; i += 2) {
            double x = Double.parseDouble(points[i]) * unit;
            double y = -Double.parseDouble(points[i + 1]) * unit;
            sign.getElements().add(i == 0 ? new MoveTo(x, y) : new LineTo(x, y));
        }
    }

    /** From where the number ends to the right end. */
    private double signRoom() {
        return size * 0.9;
    }

    /** Of number and sign. */
    double extent() {
        return signRoom()
                + number.getLayoutBounds().getWidth()
                + (equals.isVisible() ? equals.getLayoutBounds().getWidth() : 0);
    }

    String text() {
        return number.getText();
    }
}
