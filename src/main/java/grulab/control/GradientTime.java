package grulab.control;

import grulab.model.Quantity;
import grulab.model.Snapshot;
import grulab.model.arithmetic.Subject;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Group;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** ‖∂L/∂h_t‖ against time on a logarithmic axis: how far back what went wrong can still be felt. */
public final class GradientTime extends Plot {
    private static final int EVERY = 5;

    private final IntegerProperty time = new SimpleIntegerProperty(this, "time");
    private final PlotCanvas canvas = new PlotCanvas();
    private final Group letters = new Group();
    private final Rectangle halo = new Rectangle();
    private final Rectangle cursor = new Rectangle();
    private final Text value = new Text();
    private @Nullable Snapshot snapshot;
    private double[] norms = {};
    private double[] before = {};
    private int awaited = 32;
    private ColumnAxis columns = new ColumnAxis(94, 1, 12, 1, 0);
    private LogAxis axis = new LogAxis(-1, 0);
    private double top;
    private double bottom;
    private Consumer<Subject> ask = subject -> {};

    public GradientTime() {
        super("gradient-time", 908, 150);
        value.setId("gradient-time-value");
        cursor.setId("gradient-time-cursor");
        letters.setMouseTransparent(true);
        for (Rectangle r : List.of(halo, cursor)) {
            r.setFill(null);
            r.setMouseTransparent(true);
        }
        value.setMouseTransparent(true);
        getChildren().addAll(canvas, letters, halo, cursor, value);
        setOnMousePressed(e -> press(e, true));
        setOnMouseDragged(e -> press(e, false));
        setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER && norms.length > 0) {
                ask.accept(new Subject.Norm(Quantity.STATE, time.get()));
                e.consume();
            }
        });
        time.addListener(o -> refresh());
        begin();
    }

    /** The step under the cursor, from 0. */
    public IntegerProperty timeProperty() {
        return time;
    }

    /** @param original what the numbers were before they were changed by hand, or null if they were not */
    public void snapshot(Snapshot shown, @Nullable Snapshot original) {
        snapshot = shown;
        norms = norms(shown);
        before = original == null ? new double[0] : norms(original);
        refresh();
    }

    /** No numbers yet: a hatch where so many columns will be. */
    public void awaiting(int steps) {
        snapshot = null;
        norms = new double[0];
        before = new double[0];
        awaited = steps;
        refresh();
    }

    /** Hears of a click on the step that is selected already: what made its norm? */
    public void onAsk(Consumer<Subject> listener) {
        ask = listener;
    }

    private static double[] norms(Snapshot snapshot) {
        if (!snapshot.trace().gradients().containsKey(Quantity.STATE)) {
            return new double[0];
        }
        return IntStream.range(0, snapshot.trace().steps())
                .mapToDouble(t -> snapshot.trace().gradientNorm(Quantity.STATE, t))
                .toArray();
    }

    private void press(MouseEvent e, boolean first) {
        boolean inside = e.getX() >= columns.left() && e.getX() < columns.right();
        if (e.getButton() != MouseButton.PRIMARY || norms.length == 0 || first && !inside) {
            return;
        }
        requestFocus();
        int t = columns.at(e.getX());
        if (first && t == time.get()) {
            ask.accept(new Subject.Norm(Quantity.STATE, t));
        }
        time.set(t);
    }

    @Override
    void draw(Look look) {
        int steps = snapshot == null ? awaited : snapshot.trace().steps();
        int t = Math.max(0, Math.min(steps - 1, time.get()));
        double left = Math.rint(look.px(94, 108));
        double room = Math.max(1, getWidth() - left - look.px(59, 72));
        // a line can be followed in columns that no character would fit
        columns = new ColumnAxis(left, room, Math.min(look.px(28), room / steps), steps, 0);
        top = Math.rint(look.px(30, 46));
        bottom = Math.max(top + 8, Math.rint(getHeight() - look.px(20, 28)));
        double[] positive = DoubleStream.concat(Arrays.stream(norms), Arrays.stream(before))
                .filter(v -> v > 0 && Double.isFinite(v))
                .sorted()
                .toArray();
        axis = positive.length == 0 ? new LogAxis(-1, 0) : LogAxis.around(positive[0], positive[positive.length - 1]);
        GraphicsContext g = canvas.clear(getWidth(), getHeight(), look);
        if (norms.length == 0) {
            canvas.hatch(columns.left(), top, columns.width(), bottom - top, look);
        } else {
            lines(g, look);
        }
        letters(look, t);
        cursor(look, t);
    }

    private void lines(GraphicsContext g, Look look) {
        Palette palette = look.palette();
        double hair = canvas.hair(look);
        g.setFill(palette.rule);
        for (double tick : axis.ticks(bottom - top, look.px(17, 26))) {
            g.fillRect(columns.left(), canvas.snap(y(tick)), columns.width(), hair);
        }
        g.setFill(palette.border);
        g.fillRect(columns.left(), bottom, columns.width(), hair);
        g.save();
        g.beginPath();
        g.rect(columns.left(), 0, columns.width(), getHeight());
        g.clip();
        g.setLineDashes(look.px(4), look.px(3));
        curve(g, before, palette.text3, look.px(1.6, 2.5), 0);
        g.setLineDashes();
        curve(g, norms, palette.loss, look.px(2, 3.5), columns.column() < look.px(8) ? 0 : look.px(2.6, 4));
        for (int t = 0; t < norms.length; t++) {
            if (!Double.isFinite(norms[t])) {
                canvas.broken(columns.x(t), top, columns.column() - columns.gap(), bottom - top);
            }
        }
        int t = time.get();
        if (t >= 0 && t < norms.length && norms[t] > 0 && Double.isFinite(norms[t])) {
            double dot = look.px(4.5, 7);
            g.fillOval(x(t) - dot, y(norms[t]) - dot, 2 * dot, 2 * dot);
        }
        g.restore();
    }

    /** A gap where a number is none; what is 0 lies on the lower end, and its dot is hollow. */
    private void curve(GraphicsContext g, double[] values, Color color, double width, double dot) {
        g.setStroke(color);
        g.setFill(color);
        g.setLineWidth(width);
        for (int t = 0; t < values.length; t++) {
            if (!Double.isFinite(values[t])) {
                continue;
            }
            if (t > 0 && Double.isFinite(values[t - 1])) {
                g.strokeLine(x(t - 1), y(values[t - 1]), x(t), y(values[t]));
            }
            if (dot > 0 && values[t] > 0) {
                g.fillOval(x(t) - dot, y(values[t]) - dot, 2 * dot, 2 * dot);
            } else if (dot > 0) {
                g.strokeOval(x(t) - dot, bottom - dot, 2 * dot, 2 * dot);
            }
        }
    }

    /** The middle of a column. */
    double x(int t) {
        return columns.x(t) + (columns.column() - columns.gap()) / 2;
    }

    double y(double norm) {
        return bottom - axis.share(norm) * (bottom - top);
    }

    private void letters(Look look, int t) {
        Palette palette = look.palette();
        letters.getChildren().clear();
        GradientSymbol symbol = GradientSymbol.norm(MapQuantity.STATE, look.px(15, 22), palette.loss);
        symbol.setLayoutX(look.px(16, 20));
        symbol.setLayoutY(look.px(15, 22));
        Group name = Phrase.of(words().of("gradient"), Fonts.ui(look.px(12, 18)), palette.text2);
        name.setLayoutX(symbol.getLayoutX() + symbol.width() + look.px(8));
        name.setLayoutY(look.px(15, 22));
        letters.getChildren().addAll(symbol, name);
        if (norms.length > 0) {
            for (double tick : axis.ticks(bottom - top, look.px(17, 26))) {
                Text text = letter(axis.label(tick), look);
                Lettering.right(text, columns.left() - look.px(7), y(tick) + look.px(4, 6));
            }
        }
        double middle = x(t);
        double apart = look.px(16, 26);
        for (int at = 0; at < columns.count(); at++) {
            boolean round = at == 0 || (at + 1) % EVERY == 0;
            boolean seen = x(at) > columns.left() && x(at) < columns.right();
            if (round && seen && Math.abs(x(at) - middle) > apart) {
                Lettering.centre(letter(Integer.toString(at + 1), look), x(at), getHeight() - look.px(5, 7));
            }
        }
        if (norms.length > 0) {
            Text here = letter(Integer.toString(t + 1), look);
            Lettering.style(here, Fonts.monoBold(look.px(12, 18)), palette.ink);
            Lettering.centre(here, middle, getHeight() - look.px(5, 7));
        }
    }

    private Text letter(String text, Look look) {
        Text letter = Lettering.text(text, Fonts.mono(look.px(11, 17)), look.palette().text3);
        letters.getChildren().add(letter);
        return letter;
    }

    private void cursor(Look look, int t) {
        boolean known = t < norms.length;
        for (Rectangle r : List.of(halo, cursor)) {
            r.setVisible(known);
            r.setX(columns.x(t) - 1.5);
            r.setWidth(columns.column() + 2 - (1 - columns.gap()));
            r.setY(top - 4);
            r.setHeight(bottom - top + 5);
        }
        halo.setStroke(look.palette().halo);
        halo.setStrokeWidth(look.px(5, 7));
        halo.setOpacity(0.6);
        cursor.setStroke(look.palette().ink);
        cursor.setStrokeWidth(look.px(2, 3));
        Lettering.style(value, Fonts.monoBold(look.px(13.5, 20)), look.palette().loss);
        value.setText(known ? Numbers.brief(norms[t]) : "");
        double level = known && Double.isFinite(norms[t]) ? y(norms[t]) : bottom;
        Lettering.left(value, columns.right() + look.px(5), Math.max(top + look.px(8), level + look.px(4.7, 7)));
        String label = snapshot == null ? "" : snapshot.passage().labels().get(t);
        setAccessibleText(words().of("gradient.spoken", t + 1, label, known ? value.getText() : words().of("empty")));
    }

    @Override
    public String table() {
        if (norms.length == 0) {
            return "";
        }
        StringJoiner lines = new StringJoiner("\n", "", "\n").add("t\t|dL/dh|");
        for (int t = 0; t < norms.length; t++) {
            lines.add(t + 1 + "\t" + norms[t]);
        }
        return lines.toString();
    }
}
