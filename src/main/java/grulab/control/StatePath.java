package grulab.control;

import grulab.model.CellType;
import grulab.model.Quantity;
import grulab.model.Snapshot;
import grulab.model.StepTrace;
import java.util.StringJoiner;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Group;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The state of a cell of two units as a path in the plane, from its start through every step. Of the step under the cursor
 * a GRU shows h̃ and the box between h_{t−1} and h̃: each unit goes its own share of the way, so h_t lies in the box.
 */
public final class StatePath extends Plot {
    private static final double NEAR = 14;
    /** How much of its colour a step has that is still to come. */
    private static final double LATER = 0.4;

    private static final double ARROW = 26;
    /** tanh never reaches 1; a point near it still has room. */
    private static final double REACH = 1.08;

    private final IntegerProperty time = new SimpleIntegerProperty(this, "time");
    private final PlotCanvas canvas = new PlotCanvas();
    private final Group letters = new Group();
    private @Nullable Snapshot snapshot;
    private @Nullable Snapshot before;
    private PlaneFrame plane = PlaneFrame.in(0, 0, 100, 100, REACH);

    public StatePath() {
        super("state-path", 300, 330);
        letters.setMouseTransparent(true);
        getChildren().addAll(canvas, letters);
        setOnMousePressed(this::press);
        time.addListener(o -> refresh());
        begin();
    }

    /** The step under the cursor, from 0. */
    public IntegerProperty timeProperty() {
        return time;
    }

    /** @param original what the numbers were before they were changed by hand, or null if they were not */
    public void snapshot(@Nullable Snapshot shown, @Nullable Snapshot original) {
        snapshot = shown != null && shown.trace().hidden() == 2 ? shown : null;
        before = original != null && original.trace().hidden() == 2 ? original : null;
        refresh();
    }

    private void press(MouseEvent e) {
        if (e.getButton() != MouseButton.PRIMARY || snapshot == null) {
            return;
        }
        requestFocus();
        StepTrace trace = snapshot.trace();
        double best = shownLook().px(NEAR, NEAR * 1.4);
        int found = -1;
        for (int t = 0; t < trace.steps(); t++) {
            double away = Math.hypot(x(trace, t) - e.getX(), y(trace, t) - e.getY());
            if (away < best) {
                best = away;
                found = t;
            }
        }
        if (found >= 0) {
            time.set(found);
        }
    }

    /** Of the state after a step; of the start with −1. */
    double x(StepTrace trace, int t) {
        return plane.x(trace.before(t + 1, 0));
    }

    double y(StepTrace trace, int t) {
        return plane.y(trace.before(t + 1, 1));
    }

    @Override
    void draw(Look look) {
        double head = look.px(28, 38);
        double foot = look.px(22, 32);
        double side = look.px(34, 48);
        plane = PlaneFrame.in(side, head, getWidth() - side - look.px(14), getHeight() - head - foot, REACH);
        GraphicsContext g = canvas.clear(getWidth(), getHeight(), look);
        letters.getChildren().clear();
        axes(g, look);
        if (snapshot == null) {
            canvas.hatch(plane.left(), plane.top(), plane.side(), plane.side(), look);
            setAccessibleText(words().of("path") + ". " + words().of("empty"));
            return;
        }
        StepTrace trace = snapshot.trace();
        int t = Math.max(0, Math.min(trace.steps() - 1, time.get()));
        if (before != null) {
            g.setLineDashes(look.px(4), look.px(3));
            path(g, before.trace(), 0, before.trace().steps(), look.palette().text3, look.px(1.4, 2.2));
            g.setLineDashes();
        }
        if (trace.cell() == CellType.GRU) {
            candidate(g, trace, t, look);
        }
        Color later = look.palette().surface.interpolate(look.palette().h, LATER);
        path(g, trace, t + 1, trace.steps(), later, look.px(1.3, 2));
        points(g, trace, t + 1, trace.steps(), later, look);
        path(g, trace, 0, t + 1, look.palette().h, look.px(1.3, 2));
        points(g, trace, 0, t + 1, look.palette().h, look);
        here(g, trace, t, look);
    }

    private void axes(GraphicsContext g, Look look) {
        Palette palette = look.palette();
        double hair = canvas.hair(look);
        g.setFill(palette.rule);
        g.fillRect(plane.left(), canvas.snap(plane.y(0)), plane.side(), hair);
        g.fillRect(canvas.snap(plane.x(0)), plane.top(), hair, plane.side());
        g.setStroke(palette.border);
        g.setLineWidth(hair);
        g.strokeRect(
                canvas.snap(plane.x(-1)) + hair / 2,
                canvas.snap(plane.y(1)) + hair / 2,
                2 * plane.unit(),
                2 * plane.unit());
        for (double at : new double[] {-1, 0, 1}) {
            String label = at == 0 ? "0" : Numbers.fixed(at, 0);
            Text across = letter(label, look);
            Lettering.centre(across, plane.x(at), plane.y(-REACH) + look.px(10, 15));
            Text up = letter(label, look);
            Lettering.right(up, plane.left() - look.px(3), plane.y(at) + look.px(4, 6));
        }
        Text title = Lettering.text(words().of("path"), Fonts.semiBold(look.px(13, 20)), palette.ink);
        Lettering.left(title, look.px(16), look.px(18, 25));
        letters.getChildren().add(title);
        unit("1", plane.x(0.5), plane.y(-REACH) + look.px(14, 20), look);
        unit("2", look.px(10, 14), plane.y(0.5), look);
    }

    private void unit(String index, double x, double baseline, Look look) {
        Symbol symbol = Symbol.indexed("h", index, look.px(15, 22), look.palette().h);
        symbol.setLayoutX(x - symbol.getLayoutBounds().getWidth() / 2);
        symbol.setLayoutY(baseline);
        letters.getChildren().add(symbol);
    }

    private void path(GraphicsContext g, StepTrace trace, int from, int to, Color color, double width) {
        g.setStroke(color);
        g.setFill(color);
        g.setLineWidth(width);
        for (int t = from; t < to; t++) {
            double length = Math.hypot(x(trace, t) - x(trace, t - 1), y(trace, t) - y(trace, t - 1));
            if (Double.isFinite(length)) {
                g.strokeLine(x(trace, t - 1), y(trace, t - 1), x(trace, t), y(trace, t));
                if (length > shownLook().px(ARROW)) {
                    arrow(g, trace, t, shownLook().px(4.5, 6.5) / length);
                }
            }
        }
    }

    /** On the middle of the way to a step; the size is a share of that way. */
    private void arrow(GraphicsContext g, StepTrace trace, int t, double size) {
        double alongX = (x(trace, t) - x(trace, t - 1)) * size;
        double alongY = (y(trace, t) - y(trace, t - 1)) * size;
        double middleX = (x(trace, t) + x(trace, t - 1)) / 2;
        double middleY = (y(trace, t) + y(trace, t - 1)) / 2;
        g.fillPolygon(
                new double[] {middleX + alongX, middleX - alongX - alongY * 0.8, middleX - alongX + alongY * 0.8},
                new double[] {middleY + alongY, middleY - alongY + alongX * 0.8, middleY - alongY - alongX * 0.8},
                3);
    }

    private void points(GraphicsContext g, StepTrace trace, int from, int to, Color color, Look look) {
        double r = look.px(2.6, 4);
        g.setFill(color);
        for (int t = from; t < to; t++) {
            if (Double.isFinite(x(trace, t) + y(trace, t))) {
                g.fillOval(x(trace, t) - r, y(trace, t) - r, 2 * r, 2 * r);
            }
        }
        if (from > 0) {
            return;
        }
        double ring = look.px(5, 7.5);
        g.setStroke(color);
        g.setLineWidth(look.px(2, 3));
        g.strokeOval(x(trace, -1) - ring, y(trace, -1) - ring, 2 * ring, 2 * ring);
    }

    private void candidate(GraphicsContext g, StepTrace trace, int t, Look look) {
        Palette palette = look.palette();
        double fromX = x(trace, t - 1);
        double fromY = y(trace, t - 1);
        double toX = plane.x(trace.at(Quantity.CANDIDATE, t, 0));
        double toY = plane.y(trace.at(Quantity.CANDIDATE, t, 1));
        if (!Double.isFinite(fromX + fromY + toX + toY)) {
            return;
        }
        g.setFill(palette.candidate.deriveColor(0, 1, 1, 0.08));
        g.fillRect(Math.min(fromX, toX), Math.min(fromY, toY), Math.abs(toX - fromX), Math.abs(toY - fromY));
        g.setStroke(palette.candidate);
        g.setLineWidth(look.px(1, 1.6));
        g.setLineDashes(look.px(3), look.px(3));
        g.strokeRect(Math.min(fromX, toX), Math.min(fromY, toY), Math.abs(toX - fromX), Math.abs(toY - fromY));
        g.strokeLine(fromX, fromY, toX, toY);
        g.setLineDashes();
        double r = look.px(4.5, 6.5);
        g.setFill(palette.candidate);
        g.fillOval(toX - r, toY - r, 2 * r, 2 * r);
        Symbol symbol = Symbol.candidate(look.px(17, 25), palette.candidate);
        beyond(symbol, toX, toY, x(trace, t), y(trace, t), look);
    }

    private void here(GraphicsContext g, StepTrace trace, int t, Look look) {
        Palette palette = look.palette();
        double x = x(trace, t);
        double y = y(trace, t);
        Group title = Phrase.of(
                words().of(
                                "path.here",
                                t + 1,
                                snapshot == null
                                        ? ""
                                        : snapshot.passage().labels().get(t)),
                Fonts.ui(look.px(12, 18)),
                palette.text2);
        title.setLayoutX(getWidth() - title.getLayoutBounds().getWidth() - look.px(14));
        title.setLayoutY(look.px(18, 25));
        letters.getChildren().add(title);
        setAccessibleText(words().of(
                        "path.spoken",
                        t + 1,
                        Numbers.fixed(trace.at(Quantity.STATE, t, 0), 2),
                        Numbers.fixed(trace.at(Quantity.STATE, t, 1), 2)));
        if (!Double.isFinite(x + y)) {
            return;
        }
        g.setStroke(palette.h);
        g.setLineWidth(look.px(3, 4.5));
        if (Double.isFinite(x(trace, t - 1) + y(trace, t - 1))) {
            g.strokeLine(x(trace, t - 1), y(trace, t - 1), x, y);
        }
        double r = look.px(6, 9);
        g.setFill(palette.halo);
        g.fillOval(x - r - 2, y - r - 2, 2 * r + 4, 2 * r + 4);
        g.setFill(palette.ink);
        g.fillOval(x - r, y - r, 2 * r, 2 * r);
        g.setFill(palette.h);
        g.fillOval(x - r + 2, y - r + 2, 2 * r - 4, 2 * r - 4);
    }

    /** Beside a point, on the side that another one is not on; inside of the plane. */
    private void beyond(Symbol symbol, double x, double y, double otherX, double otherY, Look look) {
        double width = symbol.getLayoutBounds().getWidth();
        double away = Math.max(1, Math.hypot(x - otherX, y - otherY));
        double middleX = x + (x - otherX) / away * look.px(16, 24) + (away < look.px(8) ? look.px(16, 24) : 0);
        double middleY = y + (y - otherY) / away * look.px(16, 24);
        double half = look.px(12, 18);
        double end = plane.left() + plane.side() - half;
        double shownX = Math.max(plane.left() + half, Math.min(end, middleX));
        // pushed back over the point by the edge: then beneath or above it
        double shift = Math.abs(shownX - x) < half && Math.abs(middleY - y) < half ? look.px(18, 26) : 0;
        double shownY = middleY + (y > plane.centreY() ? -shift : shift);
        double baseline =
                Math.max(plane.top() + 2 * half, Math.min(plane.top() + plane.side(), shownY + look.px(6, 9)));
        Rectangle board = new Rectangle(shownX - half * 0.75, baseline - half * 1.5, half * 1.5, half * 1.8);
        board.setFill(look.palette().surface.deriveColor(0, 1, 1, 0.8));
        symbol.setLayoutX(shownX - width / 2);
        symbol.setLayoutY(baseline);
        letters.getChildren().addAll(board, symbol);
    }

    private Text letter(String text, Look look) {
        Text letter = Lettering.text(text, Fonts.mono(look.px(11, 17)), look.palette().text3);
        letters.getChildren().add(letter);
        return letter;
    }

    @Override
    public String table() {
        if (snapshot == null) {
            return "";
        }
        StepTrace trace = snapshot.trace();
        StringJoiner lines = new StringJoiner("\n", "", "\n").add("t\th1\th2");
        for (int t = 0; t <= trace.steps(); t++) {
            lines.add(t + "\t" + trace.before(t, 0) + "\t" + trace.before(t, 1));
        }
        return lines.toString();
    }
}
