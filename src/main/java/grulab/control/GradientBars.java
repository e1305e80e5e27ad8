package grulab.control;

import grulab.model.Quantity;
import grulab.model.Snapshot;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;

/** ‖∂L/∂h_t‖ as a bar under each column; the window's largest fills the height. */
final class GradientBars extends Pane {
    /** A logarithmic bar of no height is this much smaller than the largest. */
    private static final double DECADES = 4;

    private static final double PALE = 0.5;

    private final Canvas canvas = new Canvas();
    private final Scale toLogical = new Scale();
    private final Rectangle axis = new Rectangle();
    private final Rectangle here = new Rectangle();
    private final Group symbol = new Group();
    private final Text name = new Text();
    private final Text value = new Text();
    private double[] norms = {};
    private double largest;

    GradientBars() {
        setId("gradient-bars");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        value.setId("gradient-value");
        canvas.getTransforms().add(toLogical);
        for (var node : new javafx.scene.Node[] {canvas, axis, here, symbol}) {
            node.setMouseTransparent(true);
        }
        getChildren().addAll(canvas, axis, here, symbol, name, value);
    }

    void build(StackState s) {
        Look look = s.look();
        Palette palette = look.palette();
        double size = look.px(17);
        double left = look.px(16);
        symbol.getChildren().clear();
        double x = norm(size, palette.loss, 0);
        x = add("@", Fonts.math(size), palette.loss, x);
        x = add("L", Fonts.math(size), palette.loss, x);
        x = add("/", Fonts.ui(size), palette.loss, x);
        x = add("@", Fonts.math(size), palette.loss, x);
        Symbol h = Symbol.indexed("h", "t", size, palette.loss);
        h.setLayoutX(x);
        symbol.getChildren().add(h);
        norm(size, palette.loss, x + h.getLayoutBounds().getWidth() + size * 0.1);
        symbol.setLayoutX(left);
        symbol.setLayoutY(look.px(20));
        Lettering.style(name, Fonts.ui(look.px(12)), palette.text2);
        name.setText(s.words().gradient());
        Lettering.left(name, left, look.px(37));
        Lettering.style(value, Fonts.monoBold(look.px(13.5)), palette.loss);
        here.setFill(palette.loss);
        axis.setFill(palette.border);
        canvas.setLayoutX(s.columns().left());
        update(s);
    }

    /** Two upright lines; the next letter's x. */
    private double norm(double size, Color color, double x) {
        for (int i = 0; i < 2; i++) {
            Rectangle line = new Rectangle(x + i * size * 0.17, -size * 0.78, size * 0.07, size * 1.04);
            line.setFill(color);
            symbol.getChildren().add(line);
        }
        return x + size * 0.32;
    }

    private double add(String text, javafx.scene.text.Font font, Color color, double x) {
        Text node = Lettering.text(text, font, color);
        node.setX(x);
        symbol.getChildren().add(node);
        return x + Lettering.width(node);
    }

    /** Other numbers, other columns. */
    void update(StackState s) {
        Snapshot snapshot = s.snapshot();
        norms = new double[snapshot == null ? 0 : snapshot.trace().steps()];
        largest = 0;
        for (int t = 0; t < norms.length; t++) {
            norms[t] = snapshot == null ? 0 : snapshot.trace().gradientNorm(Quantity.STATE, t);
            if (Double.isFinite(norms[t])) {
                largest = Math.max(largest, norms[t]);
            }
        }
        paint(s);
        move(s);
    }

    private void paint(StackState s) {
        Look look = s.look();
        ColumnAxis c = s.columns();
        double ratio = look.pixelRatio();
        double height = s.frame().barHeight();
        canvas.setWidth(Math.rint(c.width() * ratio));
        canvas.setHeight(Math.rint(height * ratio));
        toLogical.setX(1 / ratio);
        toLogical.setY(1 / ratio);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        Color pale = look.palette().surface.interpolate(look.palette().loss, PALE);
        for (int t = 0; t < norms.length; t++) {
            double x = Math.rint((c.x(t) - c.left()) * ratio);
            double right = Math.rint((c.x(t + 1) - c.left() - c.gap()) * ratio);
            double bar = Math.rint(share(s, t) * height * ratio);
            boolean finite = Double.isFinite(norms[t]);
            g.setFill(finite ? pale : Palette.BROKEN);
            g.fillRect(x, finite ? canvas.getHeight() - bar : 0, right - x, finite ? bar : canvas.getHeight());
        }
        axis.setX(c.left());
        axis.setY(height);
        axis.setWidth(c.width());
        axis.setHeight(1);
    }

    /** The height of a bar, 0 to 1. */
    private double share(StackState s, int t) {
        if (largest == 0 || !Double.isFinite(norms[t])) {
            return 0;
        }
        double linear = norms[t] / largest;
        return s.logarithmic() ? Math.max(0, 1 + Math.log10(linear) / DECADES) : linear;
    }

    void move(StackState s) {
        ColumnAxis c = s.columns();
        double height = s.frame().barHeight();
        boolean known = s.t() < norms.length;
        double bar = known ? share(s, s.t()) * height : 0;
        here.setX(c.x(s.t()));
        here.setWidth(c.column() - c.gap());
        here.setY(height - bar);
        here.setHeight(bar);
        value.setText(known ? Numbers.brief(norms[s.t()]) : "");
        Lettering.left(value, c.right() + s.look().px(5), height - s.look().px(2));
        setAccessibleText(StackWords.fill(
                s.words().spokenGradient(),
                s.t() + 1,
                s.label(s.t()),
                known ? value.getText() : s.words().spokenEmpty()));
    }
}
