package grulab.control;

import grulab.model.Baselines;
import grulab.model.MetricPoint;
import grulab.model.MetricSeries;
import grulab.model.Tokens;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Loss, or perplexity, against training steps, with the baselines that need no network. */
public final class LossChart extends Drawing {
    private final BooleanProperty perplexity = new SimpleBooleanProperty(this, "perplexity");
    private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic", true);
    private final LossHeader header = new LossHeader(perplexity, logarithmic);
    private final LossPainter painter = new LossPainter();
    private final ChartAxes axes = new ChartAxes();
    private final BaselineLabels labels = new BaselineLabels();
    private final ChartHover hover = new ChartHover();
    private final ContextMenu menu = new ContextMenu();
    private ChartWords words;
    private Look look = Look.STANDARD;
    private Tokens tokens = Tokens.CHAR;
    private MetricSeries series = MetricSeries.NONE;
    private @Nullable Baselines baselines;
    private @Nullable ChartFrame frame;
    private double pointer = Double.NaN;

    public LossChart(ChartWords words) {
        super(716, 196);
        this.words = words;
        Fonts.ready();
        setId("loss-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        getChildren().addAll(painter.canvas(), labels, axes, header, hover);
        perplexity.addListener(o -> refresh());
        logarithmic.addListener(o -> refresh());
        widthProperty().addListener(o -> refresh());
        heightProperty().addListener(o -> refresh());
        setOnMouseMoved(this::point);
        setOnMouseExited(e -> {
            pointer = Double.NaN;
            hover.setVisible(false);
        });
        setOnContextMenuRequested(this::menu);
    }

    /** Whether the axis says perplexities; the data stay the same. */
    public BooleanProperty perplexityProperty() {
        return perplexity;
    }

    /** Whether the axis is logarithmic, as it is at first. */
    public BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    public void look(Look other) {
        look = other;
        refresh();
    }

    public void words(ChartWords other) {
        words = other;
        refresh();
    }

    /** What one step reads, so that the unit can be named. */
    public void tokens(Tokens other) {
        tokens = other;
        refresh();
    }

    public void baselines(@Nullable Baselines other) {
        baselines = other;
        refresh();
    }

    /** The newest course of training; {@link MetricSeries#NONE} before the first batch. */
    public void series(MetricSeries newest) {
        series = newest;
        refresh();
    }

    /** All points, separated by tabs, as the menu copies them. */
    public String table() {
        return LossSentence.table(series);
    }

    private void refresh() {
        double width = getWidth();
        double height = getHeight();
        if (width < 1 || height < 1) {
            return;
        }
        long batches = series.divergence() == null
                ? series.batches()
                : Math.max(series.batches(), series.divergence().batch());
        ChartFrame now = ChartFrame.of(width, height, Math.max(1, batches), scale(), look);
        frame = now;
        List<LossPainter.Baseline> lines = lines();
        List<Double> ticks = now.scale().ticks(now.height(), look.px(17, 24));
        LossCurve curve = new LossCurve(series.points(), now, look.pixelRatio());
        painter.paint(width, height, now, ticks, lines, curve, series.divergence(), look);
        double last = series.points().isEmpty() ? Double.NaN : series.smoothed();
        axes.build(now, ticks, series.divergence() == null ? last : Double.NaN, look);
        labels.build(lines, now, curve, look);
        String unit = tokens == Tokens.WORD ? words.unitWords() : words.unit();
        header.resizeRelocate(0, 0, width, now.top());
        header.build(words, perplexity.get(), unit, series.clipped(), width, look);
        setAccessibleText(LossSentence.of(series, baselines, words));
        showHover();
    }

    /** Uniform first; in a hall the two that matter. */
    private List<LossPainter.Baseline> lines() {
        List<LossPainter.Baseline> lines = new ArrayList<>();
        if (baselines != null) {
            lines.add(new LossPainter.Baseline(words.uniform(), baselines.uniform(), 2, 4));
            if (!look.projector()) {
                lines.add(new LossPainter.Baseline(words.unigram(), baselines.unigram(), 6, 4));
            }
            lines.add(new LossPainter.Baseline(words.bigram(), baselines.bigram(), 12, 4));
        }
        return lines;
    }

    /** Holds every baseline and all of the smoothed line; single batches that leap out are cut off. */
    private LossScale scale() {
        double least = baselines == null ? 1 : baselines.bigram() * 0.45;
        double greatest = baselines == null ? 1 : baselines.uniform();
        double leap = greatest;
        for (MetricPoint p : series.points()) {
            if (Double.isFinite(p.smoothed())) {
                greatest = Math.max(greatest, p.smoothed());
                least = Math.min(least, p.smoothed() * 0.98);
            }
            leap = Double.isFinite(p.greatest()) ? Math.max(leap, p.greatest()) : leap;
        }
        return LossScale.around(least, Math.min(leap, greatest * 1.1), perplexity.get(), logarithmic.get());
    }

    private void point(MouseEvent e) {
        pointer = frame != null && plot(frame).contains(e.getX(), e.getY()) ? e.getX() : Double.NaN;
        showHover();
    }

    private static Rectangle2D plot(ChartFrame f) {
        return new Rectangle2D(f.left(), f.top(), f.width() + 1, f.height() + 1);
    }

    private void showHover() {
        if (frame == null || Double.isNaN(pointer) || series.points().isEmpty()) {
            hover.setVisible(false);
            return;
        }
        long batch = frame.batch(pointer);
        MetricPoint at = series.points().get(0);
        for (MetricPoint p : series.points()) {
            at = p.first() <= batch ? p : at;
        }
        hover.show(at, frame, words, look);
    }

    private void menu(ContextMenuEvent e) {
        MenuItem copy = new MenuItem(words.copy());
        copy.setMnemonicParsing(false);
        copy.setId("copy-table");
        copy.setOnAction(a -> ClipboardText.put(table(), this));
        menu.getItems().setAll(copy);
        menu.show(this, e.getScreenX(), e.getScreenY());
    }

    @Override
    Look shownLook() {
        return look;
    }
}
