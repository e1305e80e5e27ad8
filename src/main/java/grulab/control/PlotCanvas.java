package grulab.control;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.transform.Scale;

/** A canvas with as many pixels as the device, painted in pixels of the window. */
final class PlotCanvas extends Canvas {
    private final Scale toLogical = new Scale();
    private double ratio = 1;

    PlotCanvas() {
        getTransforms().add(toLogical);
        setMouseTransparent(true);
    }

    /** Empty, of this size; what is painted now is in pixels of the window. */
    GraphicsContext clear(double width, double height, Look look) {
        ratio = look.pixelRatio();
        setWidth(Math.rint(width * ratio));
        setHeight(Math.rint(height * ratio));
        toLogical.setX(1 / ratio);
        toLogical.setY(1 / ratio);
        GraphicsContext g = getGraphicsContext2D();
        g.setTransform(1, 0, 0, 1, 0, 0);
        g.clearRect(0, 0, getWidth(), getHeight());
        g.scale(ratio, ratio);
        g.setLineDashes();
        return g;
    }

    /** The nearest edge between pixels of the device. */
    double snap(double at) {
        return Math.rint(at * ratio) / ratio;
    }

    /** The thinnest line of a look that is as thick everywhere. */
    double hair(Look look) {
        return Math.max(1, Math.rint(ratio * look.px(1))) / ratio;
    }

    void hatch(double x, double y, double width, double height, Look look) {
        GraphicsContext g = getGraphicsContext2D();
        g.save();
        g.setTransform(1, 0, 0, 1, Math.rint(x * ratio), Math.rint(y * ratio));
        Hatch.fill(g, Math.rint(width * ratio), Math.rint(height * ratio), look);
        g.restore();
    }

    /** What stands for a number that is none. */
    void broken(double x, double y, double width, double height) {
        GraphicsContext g = getGraphicsContext2D();
        g.save();
        g.setTransform(1, 0, 0, 1, 0, 0);
        double left = Math.rint(x * ratio);
        double right = Math.rint((x + width) * ratio);
        BrokenCells.stripe(g, left, right, y * ratio, (y + height) * ratio, ratio);
        g.restore();
    }
}
