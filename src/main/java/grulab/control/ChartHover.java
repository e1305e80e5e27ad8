package grulab.control;

import grulab.model.MetricPoint;
import grulab.model.arithmetic.Perplexity;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** Step, loss and perplexity under the pointer. */
final class ChartHover extends Pane {
    private final Rectangle line = new Rectangle();
    private final Circle dot = new Circle();
    private final Rectangle board = new Rectangle();
    private final Text text = new Text();

    ChartHover() {
        setId("chart-hover");
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
        getChildren().addAll(line, dot, board, text);
    }

    void show(MetricPoint point, ChartFrame frame, ChartWords words, Look look) {
        Palette palette = look.palette();
        double batch = (point.first() + point.last()) / 2.0;
        double x = frame.x(batch);
        double y = frame.y(point.smoothed());
        line.setX(Math.rint(x));
        line.setY(frame.top());
        line.setWidth(1);
        line.setHeight(frame.height());
        line.setFill(palette.ink);
        dot.setCenterX(x);
        dot.setCenterY(y);
        dot.setRadius(look.px(3.4));
        dot.setFill(palette.loss);
        dot.setStroke(palette.halo);
        Lettering.style(text, Fonts.mono(look.px(12, 18)), palette.ink);
        text.setText(StackWords.fill(
                words.here(),
                Numbers.count(Math.round(batch)),
                Numbers.fixed(point.smoothed(), 3),
                Perplexity.of(point.smoothed(), 3)));
        double width = Lettering.width(text) + look.px(16);
        double height = look.px(24, 34);
        double left = x + look.px(10) + width <= frame.right() ? x + look.px(10) : x - look.px(10) - width;
        // On the side of the line where there is more room, so that it does not hide the curve.
        double top = y - frame.top() > frame.height() / 2 ? frame.top() : frame.bottom() - height - look.px(8);
        board.setX(left);
        board.setY(top);
        board.setWidth(width);
        board.setHeight(height);
        board.setArcWidth(look.px(8));
        board.setArcHeight(look.px(8));
        board.setFill(palette.surface);
        board.setStroke(palette.ink);
        board.setStrokeWidth(look.px(1.5));
        Lettering.left(text, left + look.px(8), top + height / 2 + look.px(4.3, 6.3));
        setVisible(true);
    }

    String words() {
        return text.getText();
    }
}
