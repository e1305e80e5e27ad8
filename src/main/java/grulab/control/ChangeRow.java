package grulab.control;

import grulab.model.Quantity;
import grulab.model.Snapshot;
import grulab.model.StepTrace;
import java.util.stream.IntStream;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** How far the states have moved from those of another run at each step: the largest |Δh| of all units, 0 … 2. */
final class ChangeRow extends Pane {
    private static final double WIDEST = 2;

    private final PlotCanvas canvas = new PlotCanvas();
    private final Rectangle outline = new Rectangle();
    private final Text delta = new Text();
    private final Text value = new Text();
    private double[] changes = {};

    ChangeRow() {
        setId("state-rows-change");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        value.setId("state-rows-change-value");
        outline.setFill(null);
        for (var node : new javafx.scene.Node[] {outline, delta, value}) {
            node.setMouseTransparent(true);
        }
        getChildren().addAll(canvas, outline, delta, value);
    }

    /** At each step [T]; empty without another run of as many units and steps. */
    static double[] changes(@Nullable Snapshot shown, @Nullable Snapshot original) {
        if (shown == null || original == null) {
            return new double[0];
        }
        StepTrace a = shown.trace();
        StepTrace b = original.trace();
        if (a.steps() != b.steps() || a.hidden() != b.hidden()) {
            return new double[0];
        }
        float[] now = a.of(Quantity.STATE);
        float[] before = b.of(Quantity.STATE);
        return IntStream.range(0, a.steps())
                .mapToDouble(t -> largest(now, before, t * a.hidden(), a.hidden()))
                .toArray();
    }

    private static double largest(float[] now, float[] before, int from, int count) {
        double largest = 0;
        for (int i = from; i < from + count; i++) {
            double change = Math.abs((double) now[i] - before[i]);
            // Math.max hands a NaN on
            largest = now[i] == before[i] ? largest : Math.max(largest, change);
        }
        return largest;
    }

    void show(StackState s, double[] newChanges) {
        changes = newChanges;
        Look look = s.look();
        ColumnAxis c = s.columns();
        double height = s.frame().barHeight();
        GraphicsContext g = canvas.clear(c.width(), height, look);
        canvas.setLayoutX(c.left());
        double hatched = c.x(firstEffect()) - c.left();
        if (hatched > 0) {
            canvas.hatch(0, 0, Math.min(c.width(), hatched - c.gap()), height, look);
        }
        for (int t = firstEffect(); t < changes.length; t++) {
            double x = canvas.snap(c.x(t) - c.left());
            double right = canvas.snap(c.x(t + 1) - c.left()) - c.gap();
            if (Double.isFinite(changes[t])) {
                g.setFill(look.palette().gates.color(changes[t] / WIDEST));
                g.fillRect(x, 0, right - x, height);
            } else {
                canvas.broken(x, 0, right - x, height);
            }
        }
        outline.setX(c.left() - 0.5);
        outline.setY(-0.5);
        outline.setWidth(c.width() + 1);
        outline.setHeight(height + 1);
        outline.setStroke(look.palette().border);
        letters(s, height);
    }

    private void letters(StackState s, double height) {
        Look look = s.look();
        double baseline = height / 2 + look.px(4.3, 6.5);
        Lettering.style(delta, Fonts.ui(look.px(12, 18)), look.palette().text2);
        delta.setText("max |\u0394h|");
        Lettering.left(delta, look.px(16, 20), baseline);
        Lettering.style(value, Fonts.monoBold(look.px(13.5, 20)), look.palette().h);
        boolean known = s.t() < changes.length;
        value.setText(known ? Numbers.narrow(changes[s.t()]) : "");
        double from = s.frame().overview() > 0 ? HeatMap.OVERVIEW_GAP + 13 : 5;
        Lettering.left(value, s.columns().right() + look.px(from), baseline);
        setAccessibleText(StackWords.fill(
                s.words().spokenChange(),
                s.t() + 1,
                s.label(s.t()),
                known ? value.getText() : s.words().spokenEmpty()));
    }

    /** The first step whose states are others; as many as there are steps if there is none. */
    private int firstEffect() {
        int t = 0;
        while (t < changes.length && changes[t] == 0) {
            t++;
        }
        return t;
    }
}
