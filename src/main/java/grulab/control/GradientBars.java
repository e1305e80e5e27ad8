package grulab.control;

import grulab.model.Quantity;
import grulab.model.Snapshot;
import grulab.model.StepTrace;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/** ‖∂L/∂·‖ of a state or gate as a bar under each column; the window's largest fills the height. */
final class GradientBars extends Pane {
    /** A logarithmic bar of no height is this much smaller than the largest. */
    private static final double DECADES = 4;

    private static final double PALE = 0.5;

    private final Canvas canvas = new Canvas();
    private final Scale toLogical = new Scale();
    private final Rectangle axis = new Rectangle();
    private final Rectangle here = new Rectangle();
    private final GradientChooser chooser;
    private final Text name = new Text();
    private final Text value = new Text();
    private double[] norms = {};
    private double largest;

    /** @param choose hears what else the bars shall be of */
    GradientBars(Consumer<MapQuantity> choose) {
        chooser = new GradientChooser(choose);
        setId("gradient-bars");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        value.setId("gradient-value");
        canvas.getTransforms().add(toLogical);
        for (var node : new javafx.scene.Node[] {canvas, axis, here, name, value}) {
            node.setMouseTransparent(true);
        }
        getChildren().addAll(canvas, axis, here, chooser, name, value);
    }

    void build(StackState s) {
        Look look = s.look();
        Palette palette = look.palette();
        chooser.build(s);
        Lettering.style(name, Fonts.ui(look.px(12)), palette.text2);
        name.setText(s.words().gradient());
        Lettering.left(name, look.px(16), look.px(37));
        Lettering.style(value, Fonts.monoBold(look.px(13.5)), palette.loss);
        here.setFill(palette.loss);
        axis.setFill(palette.border);
        canvas.setLayoutX(s.columns().left());
    }

    /** What opens the menu of gradients. */
    Region chooser() {
        return chooser;
    }

    List<MenuItem> items(StackState s) {
        return chooser.items(s);
    }

    /** Other numbers, other columns. */
    void update(StackState s) {
        norms = norms(s.snapshot(), s.gradient().quantity);
        largest = Arrays.stream(norms).filter(Double::isFinite).max().orElse(0);
        paint(s);
        move(s);
    }

    /** At each step; none if nothing is known of them. */
    private static double[] norms(@Nullable Snapshot snapshot, Quantity quantity) {
        if (snapshot == null || !snapshot.trace().gradients().containsKey(quantity)) {
            return new double[0];
        }
        StepTrace trace = snapshot.trace();
        return IntStream.range(0, trace.steps())
                .mapToDouble(t -> trace.gradientNorm(quantity, t))
                .toArray();
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
                known ? value.getText() : s.words().spokenEmpty(),
                s.gradient().name(s.words()) + " " + s.gradient().spoken));
    }
}
