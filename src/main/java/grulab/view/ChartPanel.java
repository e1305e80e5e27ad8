package grulab.view;

import grulab.control.ChartWords;
import grulab.control.LossChart;
import grulab.model.LoadedText;
import grulab.presentation.TrainModel;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The loss chart, bound to the course of training. */
final class ChartPanel extends Region {
    private final Workbench bench;
    private final LossChart chart;

    ChartPanel(Workbench bench) {
        this.bench = bench;
        TrainModel model = bench.model();
        chart = new LossChart(words());
        getStyleClass().add("panel");
        getChildren().add(chart);
        bench.onLook(chart::look);
        bench.texts().language().addListener((o, old, now) -> chart.words(words()));
        chart.perplexityProperty().bindBidirectional(model.perplexityAxis());
        chart.logarithmicProperty().bindBidirectional(model.logarithmic());
        model.loaded().addListener((o, old, now) -> text(now));
        text(model.loaded().get());
        model.metrics().addListener((o, old, now) -> chart.series(now));
        chart.series(model.metrics().get());
    }

    private void text(@Nullable LoadedText text) {
        if (text != null) {
            chart.tokens(text.tokens());
            chart.baselines(text.baselines());
        }
    }

    private ChartWords words() {
        return ChartWords.of(bench.texts()::of);
    }

    @Override
    protected void layoutChildren() {
        chart.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
