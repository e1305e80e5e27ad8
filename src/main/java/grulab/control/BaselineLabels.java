package grulab.control;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** Name and value of each baseline, above its line at the right; elsewhere if another name or the curve is there. */
final class BaselineLabels extends Pane {
    private static final double[] ALONG = {1, 0.62, 0.3, 0};

    BaselineLabels() {
        setMouseTransparent(true);
    }

    void build(List<LossPainter.Baseline> lines, ChartFrame frame, LossCurve curve, Look look) {
        getChildren().clear();
        List<Rectangle2D> taken = new ArrayList<>();
        for (LossPainter.Baseline line : lines) {
            String value = Numbers.fixed(frame.scale().shown(line.loss()), 2);
            Text text = Lettering.text(line.name() + " " + value, Fonts.ui(look.px(12, 18)), look.palette().text2);
            Rectangle2D box = place(text, frame.y(line.loss()), frame, curve, taken, look);
            taken.add(box);
            Lettering.left(text, box.getMinX() + look.px(2), box.getMaxY() - look.px(3, 4.5));
            Rectangle behind = new Rectangle(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
            behind.setFill(look.palette().surface);
            behind.setOpacity(0.85);
            getChildren().addAll(behind, text);
        }
    }

    private static Rectangle2D place(
            Text text, double y, ChartFrame frame, LossCurve curve, List<Rectangle2D> taken, Look look) {
        Bounds size = text.getLayoutBounds();
        double width = size.getWidth() + look.px(4);
        double height = look.px(13, 20);
        Rectangle2D first = box(frame, 1, width, y - height - look.px(1), height);
        // Above its line as long as there is a place for it: below, it would be read as the name of the next line.
        for (double top : new double[] {y - height - look.px(1), y + look.px(2)}) {
            for (double along : ALONG) {
                Rectangle2D box = box(frame, along, width, top, height);
                boolean inside = box.getMinY() >= frame.top() - height && box.getMaxY() <= frame.bottom();
                if (inside && taken.stream().noneMatch(box::intersects) && !crosses(box, frame, curve, look)) {
                    return box;
                }
            }
        }
        return first;
    }

    private static Rectangle2D box(ChartFrame frame, double along, double width, double top, double height) {
        return new Rectangle2D(frame.left() + along * (frame.width() - width), top, width, height);
    }

    /** Whether the smoothed line runs through a box. */
    private static boolean crosses(Rectangle2D box, ChartFrame frame, LossCurve curve, Look look) {
        double ratio = (curve.columns() - 1) / frame.width();
        double margin = look.px(3);
        int from = (int) ((box.getMinX() - frame.left() - margin) * ratio);
        int to = (int) ((box.getMaxX() - frame.left() + margin) * ratio);
        for (int i = Math.max(0, from); i <= Math.min(curve.columns() - 1, to); i++) {
            double loss = curve.smoothed(i);
            if (Double.isFinite(loss)
                    && frame.y(loss) > box.getMinY() - margin
                    && frame.y(loss) < box.getMaxY() + margin) {
                return true;
            }
        }
        return false;
    }
}
