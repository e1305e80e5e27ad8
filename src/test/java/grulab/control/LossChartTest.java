package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.Baselines;
import grulab.model.Divergence;
import grulab.model.Metric;
import grulab.model.MetricPoint;
import grulab.model.MetricSeries;
import grulab.model.Rate;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class LossChartTest {
    private static final Baselines BASELINES = new Baselines(3.61, 2.92, 2.37);

    private LossChart chart;

    @Start
    void start(Stage stage) {
        chart = new LossChart(ChartWords.of(Screens.texts("en")));
        chart.setManaged(false);
        chart.resize(716, 196);
        chart.baselines(BASELINES);
        chart.series(falling(1240));
        stage.setScene(new Scene(new Pane(chart), 716, 196));
        stage.show();
    }

    private static MetricSeries falling(int batches) {
        return series(batches, null);
    }

    private static MetricSeries series(int batches, Divergence divergence) {
        List<MetricPoint> points = new ArrayList<>();
        double smoothed = Double.NaN;
        for (int b = 1; b <= batches; b++) {
            smoothed = 1 + 2.5 / (1 + b * 10.0 / batches);
            double loss = smoothed + (b % 2 == 0 ? 0.1 : -0.1);
            points.add(new MetricPoint(b, b, loss, loss, loss, smoothed, 0.5, b % 200 == 0 ? 1 : 0));
        }
        Metric last = batches == 0 ? null : new Metric(batches, 3, smoothed, 0.5, false, 20);
        return new MetricSeries(1, points, last, smoothed, batches / 200, Rate.NONE, divergence);
    }

    private static List<String> texts(FxRobot robot) {
        return robot.lookup(n -> n instanceof Text t && shown(t)).queryAllAs(Text.class).stream()
                .map(Text::getText)
                .toList();
    }

    private static boolean shown(Node node) {
        return node == null || node.isVisible() && shown(node.getParent());
    }

    @Test
    void theAxisIsLogarithmicWithRoundNumbersAndTheNewestValueStandsAtTheEnd(FxRobot robot) {
        assertThat(texts(robot)).contains("1", "1.5", "2", "3", "4", "250", "500", "750", "1\u2009240");
        assertThat(robot.lookup("#chart-last").queryAs(Text.class).getText()).isEqualTo("1.23");
        assertThat(texts(robot)).contains("uniform 3.61", "unigram 2.92", "bigram 2.37", "clipped 6×");
    }

    @Test
    void perplexityChangesTheAxisAndNotTheCurve(FxRobot robot) {
        robot.clickOn("#chart-log");
        assertThat(chart.logarithmicProperty().get()).isFalse();
        robot.clickOn("#chart-log").clickOn("#chart-perplexity");
        assertThat(chart.perplexityProperty().get()).isTrue();
        assertThat(robot.lookup("#chart-last").queryAs(Text.class).getText())
                .isEqualTo(Numbers.fixed(Math.exp(1 + 2.5 / 11), 2));
        assertThat(texts(robot)).contains("Batch perplexity", "uniform " + Numbers.fixed(Math.exp(3.61), 2));
        robot.clickOn("#chart-loss");
        assertThat(chart.perplexityProperty().get()).isFalse();
    }

    @Test
    void beforeTrainingThereAreTheBaselinesOnly(FxRobot robot) {
        robot.interact(() -> chart.series(MetricSeries.NONE));
        assertThat(texts(robot)).contains("uniform 3.61", "bigram 2.37", "clipped 0×");
        assertThat(robot.lookup("#chart-last").query().isVisible()).isFalse();
        assertThat(chart.getAccessibleText()).isEqualTo("Loss: not trained yet");
    }

    @Test
    void thePointerReadsStepLossAndPerplexity(FxRobot robot) {
        robot.moveTo(chart.localToScreen(94 + 563 / 2.0, 100));
        ChartHover hover = robot.lookup("#chart-hover").queryAs(ChartHover.class);
        assertThat(hover.isVisible()).isTrue();
        // 1 + 2.5 / (1 + 10 t) at the middle of the steps
        assertThat(hover.words()).matches("step 6[12]\\d: smoothed loss 1\\.4[12]\\d, perplexity 4\\.1.*");
        robot.moveTo(chart.localToScreen(20, 20));
        assertThat(hover.isVisible()).isFalse();
    }

    @Test
    void namesOfBaselinesDoNotLieOverOneAnother(FxRobot robot) {
        for (Baselines close : List.of(BASELINES, new Baselines(3.0, 2.99, 2.98), new Baselines(1.2, 1.15, 1.1))) {
            for (double height : new double[] {154, 196, 340}) {
                robot.interact(() -> {
                    chart.resize(716, height);
                    chart.baselines(close);
                });
                List<Node> boxes = robot
                        .lookup(n -> n instanceof Rectangle && n.getParent() instanceof BaselineLabels)
                        .queryAllAs(Node.class)
                        .stream()
                        .toList();
                assertThat(boxes).hasSize(3);
                for (Node a : boxes) {
                    for (Node b : boxes) {
                        assertThat(a != b && a.getBoundsInParent().intersects(b.getBoundsInParent()))
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void aRunThatDivergedEndsInACross() {
        int bad = argb(Palette.LIGHT);
        assertThat(pixels(series(500, null), bad)).isZero();
        assertThat(pixels(series(500, new Divergence(501, Double.NaN, 490)), bad))
                .isGreaterThan(8);
    }

    private static int argb(Palette palette) {
        return 0xff000000
                | (int) Math.round(palette.bad.getRed() * 255) << 16
                | (int) Math.round(palette.bad.getGreen() * 255) << 8
                | (int) Math.round(palette.bad.getBlue() * 255);
    }

    private static int pixels(MetricSeries series, int color) {
        return Screens.onFx(() -> {
            LossChart drawn = new LossChart(ChartWords.of(Screens.texts("en")));
            drawn.resize(716, 196);
            drawn.series(series);
            WritableImage image = Screens.draw(drawn, 716, 196, Look.STANDARD);
            int count = 0;
            for (int x = 640; x < 680; x++) {
                for (int y = 40; y < 170; y++) {
                    count += image.getPixelReader().getArgb(x, y) == color ? 1 : 0;
                }
            }
            return count;
        });
    }

    @Test
    void theSpokenSentenceHasValueTrendAndDistances() {
        assertThat(chart.getAccessibleText())
                .startsWith(
                        "Smoothed loss 1.23 at step 1\u2009240. \u22120.02 over the last 100 steps. 2.38 below uniform");
    }
}
