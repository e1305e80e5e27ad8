package grulab.control;

import grulab.model.Divergence;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/** Draws the lines of a loss chart, at the device's resolution. */
final class LossPainter {
    /** A horizontal line that needs no network, with its pattern of dashes. */
    record Baseline(String name, double loss, double dash, double space) {}

    private static final double RAW = 0.38;
    private static final double CLIP_MARK = 6;

    private final Canvas canvas = new Canvas();
    private final Scale toLogical = new Scale();

    LossPainter() {
        canvas.getTransforms().add(toLogical);
        canvas.setMouseTransparent(true);
    }

    Canvas canvas() {
        return canvas;
    }

    void paint(
            double width,
            double height,
            ChartFrame frame,
            List<Double> ticks,
            List<Baseline> baselines,
            LossCurve curve,
            @Nullable Divergence divergence,
            Look look) {
        double ratio = look.pixelRatio();
        canvas.setWidth(Math.rint(width * ratio));
        canvas.setHeight(Math.rint(height * ratio));
        toLogical.setX(1 / ratio);
        toLogical.setY(1 / ratio);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        g.save();
        g.scale(ratio, ratio);
        Palette palette = look.palette();
        double hair = 1 / ratio * Math.max(1, Math.rint(ratio * look.px(1)));
        g.setFill(palette.rule);
        for (double tick : ticks) {
            g.fillRect(frame.left(), snap(frame.y(tick), ratio), frame.width(), hair);
        }
        g.setFill(palette.border);
        g.fillRect(frame.left(), frame.bottom(), frame.width(), hair);
        g.setStroke(palette.text3);
        g.setLineWidth(look.px(1.3));
        g.setLineCap(StrokeLineCap.BUTT);
        for (Baseline line : baselines) {
            g.setLineDashes(look.px(line.dash), look.px(line.space));
            double y = frame.y(line.loss);
            g.strokeLine(frame.left(), y, frame.right(), y);
        }
        g.setLineDashes();
        g.setLineJoin(StrokeLineJoin.ROUND);
        if (!look.projector()) {
            raw(g, frame, curve, palette.loss.deriveColor(0, 1, 1, RAW), ratio, look);
        }
        smoothed(g, frame, curve, ratio, look);
        clips(g, frame, curve, ratio, look);
        if (divergence != null) {
            cross(g, frame, curve, divergence, look);
        }
        g.restore();
    }

    private static double snap(double y, double ratio) {
        return Math.rint(y * ratio) / ratio;
    }

    private static void raw(
            GraphicsContext g, ChartFrame frame, LossCurve curve, Color color, double ratio, Look look) {
        int n = curve.columns();
        double[] xs = new double[2 * n];
        double[] ys = new double[2 * n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            double least = curve.least(i);
            if (Double.isFinite(least)) {
                double x = frame.left() + i / ratio;
                double low = frame.y(least);
                double high = frame.y(finite(curve.greatest(i), frame));
                boolean up = count > 0 && Math.abs(ys[count - 1] - low) > Math.abs(ys[count - 1] - high);
                xs[count] = x;
                ys[count++] = up ? high : low;
                if (low != high) {
                    xs[count] = x;
                    ys[count++] = up ? low : high;
                }
            }
        }
        g.setStroke(color);
        g.setLineWidth(look.px(1));
        g.strokePolyline(xs, ys, count);
    }

    private static double finite(double loss, ChartFrame frame) {
        return Double.isFinite(loss) ? loss : frame.scale().high();
    }

    private static void smoothed(GraphicsContext g, ChartFrame frame, LossCurve curve, double ratio, Look look) {
        int n = curve.columns();
        double[] xs = new double[n];
        double[] ys = new double[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            if (Double.isFinite(curve.smoothed(i))) {
                xs[count] = frame.left() + i / ratio;
                ys[count++] = frame.y(curve.smoothed(i));
            }
        }
        g.setStroke(look.palette().loss);
        g.setLineWidth(look.px(2.6, 4));
        g.strokePolyline(xs, ys, count);
    }

    private static void clips(GraphicsContext g, ChartFrame frame, LossCurve curve, double ratio, Look look) {
        g.setFill(look.palette().ink);
        double width = Math.max(1, Math.rint(look.px(1) * ratio)) / ratio;
        double free = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < curve.columns(); i++) {
            double x = frame.left() + i / ratio;
            if (curve.clipped(i) && x >= free) {
                g.fillRect(x, frame.bottom() - look.px(CLIP_MARK), width, look.px(CLIP_MARK));
                free = x + 2 * width;
            }
        }
    }

    private static void cross(GraphicsContext g, ChartFrame frame, LossCurve curve, Divergence divergence, Look look) {
        double y = frame.top();
        for (int i = 0; i < curve.columns(); i++) {
            y = Double.isFinite(curve.smoothed(i)) ? frame.y(curve.smoothed(i)) : y;
        }
        double x = frame.x(divergence.batch());
        double arm = look.px(5, 7);
        g.setStroke(look.palette().bad);
        g.setLineWidth(look.px(2.6, 4));
        g.strokeLine(x - arm, y - arm, x + arm, y + arm);
        g.strokeLine(x - arm, y + arm, x + arm, y - arm);
    }
}
