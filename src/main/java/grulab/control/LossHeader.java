package grulab.control;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Group;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** Title, what the lines mean, and the switches of the axis. */
final class LossHeader extends Pane {
    private static final double BASELINE = 25.5;

    private final Text title = new Text();
    private final Text unit = new Text();
    private final Group legend = new Group();
    private final Chip loss;
    private final Chip perplexity;
    private final Chip logarithmic;

    LossHeader(BooleanProperty asPerplexity, BooleanProperty onLogarithm) {
        loss = new Chip("chart-loss", () -> asPerplexity.set(false));
        perplexity = new Chip("chart-perplexity", () -> asPerplexity.set(true));
        logarithmic = new Chip("chart-log", () -> onLogarithm.set(!onLogarithm.get()));
        loss.selectedProperty().bind(asPerplexity.not());
        perplexity.selectedProperty().bind(asPerplexity);
        logarithmic.selectedProperty().bind(onLogarithm);
        legend.setMouseTransparent(true);
        setPickOnBounds(false);
        getChildren().addAll(title, unit, legend, loss, perplexity, logarithmic);
    }

    void build(ChartWords words, boolean asPerplexity, String unitName, long clipped, double width, Look look) {
        Palette palette = look.palette();
        double baseline = look.px(BASELINE, 28);
        Lettering.style(title, Fonts.semiBold(look.px(13, 20)), palette.ink);
        title.setText(asPerplexity ? words.titlePerplexity() : words.title());
        Lettering.left(title, look.px(16, 20), baseline);
        Lettering.style(unit, Fonts.ui(look.px(13)), palette.text2);
        unit.setText(asPerplexity ? "" : unitName);
        unit.setVisible(!look.projector());
        double x = look.px(16) + Lettering.width(title) + look.px(5);
        Lettering.left(unit, x, baseline);
        double end = chips(words, width, baseline, look);
        legend(words, clipped, x + Lettering.width(unit), end, baseline, look);
    }

    /** Right to left; the left edge of all of them. */
    private double chips(ChartWords words, double width, double baseline, Look look) {
        loss.build(words.loss(), look);
        perplexity.build(words.perplexity(), look);
        logarithmic.build(words.logarithmic(), look);
        double x = width - look.px(17);
        for (Chip chip : List.of(logarithmic, perplexity, loss)) {
            x -= chip.getWidth();
            chip.relocate(Math.rint(x), Math.rint(baseline - look.px(18)));
            chip.setVisible(!look.projector());
            x -= look.px(6);
        }
        return x;
    }

    private void legend(ChartWords words, long clipped, double from, double end, double baseline, Look look) {
        Palette palette = look.palette();
        legend.getChildren().clear();
        legend.setVisible(!look.projector());
        double x = 0;
        x = line(x, 18, 2.6, 1, palette, look);
        x = name(words.smoothed(), x, palette, look);
        x = line(x, 18, 1, 0.6, palette, look);
        x = name(words.each(), x, palette, look);
        for (int i = 0; i < 3; i++) {
            Rectangle tick = new Rectangle(x + i * look.px(3.3), -look.px(10), look.px(1), look.px(10));
            tick.setFill(palette.ink);
            legend.getChildren().add(tick);
        }
        x += look.px(12);
        String count = StackWords.fill(words.clipped(), Numbers.count(clipped));
        x = name(count, x, palette, look) - look.px(12);
        double room = end - from;
        legend.setVisible(legend.isVisible() && x + look.px(16) <= room);
        legend.setLayoutX(from + Math.max(look.px(8), Math.min(look.px(38), room - x - look.px(12))));
        legend.setLayoutY(baseline);
    }

    private double line(double x, double length, double width, double opacity, Palette palette, Look look) {
        Rectangle line = new Rectangle(x, -look.px(4.5) - look.px(width) / 2, look.px(length), look.px(width));
        line.setFill(palette.loss);
        line.setOpacity(opacity);
        legend.getChildren().add(line);
        return x + look.px(length + 5);
    }

    private double name(String words, double x, Palette palette, Look look) {
        Text text = Lettering.text(words, Fonts.ui(look.px(12)), palette.text2);
        text.setX(x);
        legend.getChildren().add(text);
        return x + Lettering.width(text) + look.px(12);
    }
}
