package grulab.control;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** The mean of |Δh| over all units at each step; the largest is as high as there is room. */
final class DeltaBars extends Pane {
    private final PlotCanvas canvas = new PlotCanvas();
    private final Text name = new Text();
    private final Text value = new Text();

    DeltaBars() {
        setId("delta-mean");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        value.setId("delta-mean-value");
        name.setMouseTransparent(true);
        value.setMouseTransparent(true);
        getChildren().addAll(canvas, name, value);
    }

    void update(StackState s, @Nullable TwinDeltas deltas, ConventionWords words) {
        Look look = s.look();
        ColumnAxis c = s.columns();
        double height = s.frame().barHeight();
        GraphicsContext g = canvas.clear(c.width(), height + 2, look);
        canvas.setLayoutX(c.left());
        double hair = canvas.hair(look);
        // what differs by rounding alone has no heights worth comparing
        double largest = deltas == null || deltas.difference().equal() ? 0 : deltas.largestMean();
        if (deltas == null) {
            canvas.hatch(0, 0, c.width(), height, look);
        } else {
            for (int t = c.at(c.left()); t <= c.at(c.right()); t++) {
                bar(g, s, t, deltas.mean(t), largest);
            }
            g.setFill(look.palette().border);
            g.fillRect(0, canvas.snap(height) - hair, c.width(), hair);
        }
        double baseline = height - look.px(4, 6);
        Lettering.style(name, Fonts.ui(look.px(12, 18)), look.palette().text2);
        name.setText(words.of("delta.mean"));
        Lettering.left(name, look.px(16, 20), baseline);
        Lettering.style(value, Fonts.monoBold(look.px(13.5, 20)), look.palette().ink);
        value.setText(deltas == null ? "" : TwinDeltas.print(deltas.mean(s.t())));
        double from = s.frame().overview() > 0 ? HeatMap.OVERVIEW_GAP + 13 : 5;
        Lettering.left(value, c.right() + look.px(from), baseline);
        setAccessibleText(words.of(
                "delta.spoken.mean",
                s.t() + 1,
                s.label(s.t()),
                deltas == null ? words.of("delta.spoken.empty") : value.getText()));
    }

    private void bar(GraphicsContext g, StackState s, int t, double mean, double largest) {
        ColumnAxis c = s.columns();
        double height = s.frame().barHeight();
        double x = canvas.snap(c.x(t) - c.left());
        double width = canvas.snap(c.x(t + 1) - c.left()) - c.gap() - x;
        if (!Double.isFinite(mean)) {
            canvas.broken(x, 0, width, height);
        } else if (largest > 0) {
            double top = canvas.snap(height * (1 - mean / largest));
            g.setFill(t == s.t() ? s.look().palette().ink : s.look().palette().border);
            g.fillRect(x, top, width, height - top);
        }
    }
}
