package grulab.control;

import javafx.scene.canvas.GraphicsContext;

/** What is not computed yet: lines at 45° on a well with a dashed outline. */
final class Hatch {
    private static final double APART = 7;

    private Hatch() {}

    /** In device pixels. */
    static void fill(GraphicsContext g, double width, double height, Look look) {
        Palette palette = look.palette();
        double pixel = look.px(1) * look.pixelRatio();
        g.save();
        g.beginPath();
        g.rect(0, 0, width, height);
        g.clip();
        g.setFill(palette.sunk);
        g.fillRect(0, 0, width, height);
        g.setStroke(palette.rule);
        g.setLineWidth(pixel);
        for (double x = -height; x < width; x += APART * pixel) {
            g.strokeLine(x, height, x + height, 0);
        }
        g.setStroke(palette.border);
        g.setLineDashes(4 * pixel, 3 * pixel);
        g.strokeRect(pixel / 2, pixel / 2, width - pixel, height - pixel);
        g.restore();
    }
}
