package grulab.view;

import grulab.model.Optimizer;
import grulab.presentation.ExperimentDraft;
import grulab.presentation.LogScale;
import javafx.scene.control.Slider;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The learning rate on a logarithmic rule: three decades, a tick each. Acts while it is dragged. */
final class RateSlider extends StackPane {
    private final Slider slider = new Slider(0, 1, 0);
    private final Region line = new Region();
    private final Region[] ticks = {new Region(), new Region(), new Region(), new Region()};
    private final Workbench bench;
    private boolean following;

    RateSlider(Workbench bench) {
        this.bench = bench;
        ExperimentDraft draft = bench.model().draft();
        slider.setId("rate-slider");
        slider.accessibleTextProperty().bind(bench.texts().bind("setting.lr"));
        slider.setBlockIncrement(1.0 / 60);
        line.getStyleClass().add("rate-line");
        line.setManaged(false);
        getChildren().add(line);
        for (Region tick : ticks) {
            tick.getStyleClass().add("rate-line");
            tick.setManaged(false);
            getChildren().add(tick);
        }
        slider.setManaged(false);
        getChildren().add(slider);
        bench.onLook(look -> setMinHeight(look.px(28)));
        Runnable follow = () -> {
            following = true;
            slider.setValue(scale(draft).position(draft.learningRate.value().get()));
            following = false;
        };
        follow.run();
        draft.learningRate.value().addListener((o, old, now) -> follow.run());
        draft.optimizer().addListener((o, old, now) -> follow.run());
        slider.valueProperty().addListener((o, old, now) -> {
            if (!following) {
                following = true;
                draft.learningRate.set(scale(draft).value(now.doubleValue()));
                following = false;
                bench.model().liveSettingsCommitted();
            }
        });
    }

    private static LogScale scale(ExperimentDraft draft) {
        Optimizer optimizer = draft.optimizer().get();
        return LogScale.learningRates(optimizer);
    }

    @Override
    protected void layoutChildren() {
        double s = bench.look().get().scale();
        double radius = 7 * s;
        double y = Math.rint(getHeight() / 2);
        double length = getWidth();
        // The middle of the ring reaches both ends of the rule.
        slider.resizeRelocate(-radius, 0, length + 2 * radius, getHeight());
        line.resizeRelocate(0, y - s * 0.75, length, 1.5 * s);
        for (int i = 0; i < ticks.length; i++) {
            double x = (length - s) * i / (ticks.length - 1);
            ticks[i].resizeRelocate(Math.rint(x), y - 4.5 * s, s, 9 * s);
        }
    }
}
